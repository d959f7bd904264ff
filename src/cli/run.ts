import { nearest } from '../core/nearest.ts';
import { commands } from './commands/index.ts';
import { readArguments } from './flags.ts';
import { globalFlags } from './globals.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

/** The command line without its process. @returns the exit code: 0 fine, 1 a budget is exceeded, 2 it could not do its work. */
export async function run(terminal: Terminal, signal = new AbortController().signal): Promise<number> {
  try {
    return await dispatch(terminal, signal);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    terminal.stderr.write(`promptmeter: ${error.message}\n`);
    return 2;
  }
}

async function dispatch(terminal: Terminal, signal: AbortSignal): Promise<number> {
  const [word = '--help', ...rest] = terminal.argv.slice(2);
  const command = commands.find(({ name }) => name === word);
  if (command === undefined) {
    const names = commands.map(({ name }) => name);
    throw new Stop(say.unknownCommand(word, nearest(word, names), names));
  }
  const args = readArguments(rest, [...command.flags, ...globalFlags]);
  return command.run({ terminal, args, signal });
}
