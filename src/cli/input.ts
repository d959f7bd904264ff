import { resolve } from 'node:path';
import { decode } from '../host/decode.ts';
import { readRegularFile } from '../host/regularFile.ts';
import type { Context } from './command.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';

/** As much text as is taken at once. Bytes. */
const longestText = 64 * 1024 * 1024;

/** A file, or standard input for `-`. @param command for the sentence that says how it is used. @throws Stop */
export async function textOf({ terminal }: Context, path: string, command: string): Promise<string> {
  const reading =
    path === '-'
      ? decode(await standardInput(terminal.stdin, command))
      : readRegularFile(resolve(terminal.cwd(), path), longestText);
  if (reading.kind === 'unreadable')
    throw new Stop(say.pathUnreadable(path === '-' ? 'standard input' : path, reading.why));
  return reading.text;
}

async function standardInput(stdin: Context['terminal']['stdin'], command: string): Promise<Buffer> {
  if (stdin.isTTY === true) throw new Stop(say.stdinIsTerminal(command));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > longestText) throw new Stop(say.textTooLong('64 MB'));
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
