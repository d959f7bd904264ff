import { nearest } from '../core/nearest.ts';
import { commands } from './commands/index.ts';
import { readArguments } from './flags.ts';
import { globalFlags } from './globals.ts';
import { helpOf, helpOfAll } from './help.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/**
 * The command line without its process.
 * @param signal tells that the person pressed Ctrl-C, so that nothing unfinished stays on the screen.
 * @returns the exit code: 0 fine, 1 a budget is exceeded, 2 it could not do its work.
 */
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
  const words = terminal.argv.slice(2);
  const [word = '--help'] = words;
  const command = commands.find(({ name }) => name === word);
  if (command === undefined) return withoutCommand(word, words, terminal);

  const args = readArguments(words.slice(1), [...command.flags, ...globalFlags]);
  if (!args.on('help')) return command.run({ terminal, args, signal });
  terminal.stdout.write(helpOf(command));
  return 0;
}

function withoutCommand(word: string, words: readonly string[], { stdout }: Terminal): number {
  if (!word.startsWith('-') && word !== 'help') {
    const names = commands.map(({ name }) => name);
    throw new Stop(say.unknownCommand(word, nearest(word, names), names));
  }
  const flags = [...globalFlags, { name: 'version', short: 'V', text: '' }];
  const args = readArguments(words, flags);
  stdout.write(args.on('version') ? `${version}\n` : helpOfAll(commands));
  return 0;
}
