import { Worker } from 'node:worker_threads';
import type { FromImport, ImportTask } from './messages.ts';

export type ImportEnd = Exclude<FromImport, { readonly kind: 'progress' }> | { readonly kind: 'cancelled' };

interface ImportOptions {
  /** The worker's bundle. */
  readonly script: string | URL;
  readonly signal: AbortSignal;
  /** Bytes that were read, and of how many. */
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Imports logs in a thread of its own. It may be cancelled at any moment: what was written stays, and the next import of the
 * same files goes on from there.
 */
export function importLogs(
  task: ImportTask,
  { script, signal, onProgress }: ImportOptions,
): Promise<ImportEnd> {
  return new Promise((resolve) => {
    const worker = new Worker(script, { execArgv: [], workerData: task });
    const end = (answer: ImportEnd): void => {
      signal.removeEventListener('abort', cancel);
      void worker.terminate();
      resolve(answer);
    };
    const cancel = (): void => end({ kind: 'cancelled' });
    worker.on('message', (message: FromImport) => {
      if (message.kind === 'progress') onProgress(message.done, message.all);
      else end(message);
    });
    worker.on('error', ({ message }) => end({ kind: 'failed', why: message }));
    worker.on('exit', (code) => end({ kind: 'failed', why: `its thread ended with code ${code}` }));
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
  });
}
