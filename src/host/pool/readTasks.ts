import type { MessagePort } from 'node:worker_threads';
import { KnownSinks } from '../../core/prompts/knownSinks.ts';
import { Reader } from '../../core/prompts/reader.ts';
import { SyntaxParser } from '../../core/source/parser.ts';
import { Assets } from '../assets.ts';
import { StampedDisk } from '../cache/stampedDisk.ts';
import { Disk } from '../disk.ts';
import type { Batch, FileRead, ReaderData } from './messages.ts';

/** Reads the files that come by a port, for as long as it is open. An error ends the thread, and is told to the one who started it. */
export function readTasks(port: MessagePort, { root, stamps }: ReaderData): void {
  const assets = new Assets();
  const stamped = stamps ? new StampedDisk(root, assets) : null;
  const reader = new Reader(stamped ?? new Disk(root, assets), new SyntaxParser(assets));
  let known = KnownSinks.none;
  let last: Promise<void> = Promise.resolve();

  const read = async (batch: Batch): Promise<void> => {
    if (batch.known !== null) known = new KnownSinks(batch.known);
    for (const task of batch.tasks) {
      const result = await reader.read(task, known);
      const sighted = stamped?.takeSighted() ?? [];
      port.postMessage({ path: task.path, result, sighted } satisfies FileRead);
    }
  };
  port.on('message', (batch: Batch) => {
    last = last.then(() => read(batch));
  });
}
