import { nearest } from '../core/nearest.ts';
import type { Command } from './command.ts';
import { commands } from './manual/index.ts';
import { readArguments } from './flags.ts';
import { globalFlags } from './globals.ts';
import { helpOf, helpOfAll } from './help.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';
import type { Interrupts, Terminal } from './terminal.ts';
import { version } from './version.ts';

const deaf: Interrupts = {
  onInterrupt: () => () => undefined,
  interrupted: () => new Promise(() => undefined),
  today: () => null,
};

/**
 * The command line without its process.
 * @returns the exit code: 0 fine, 1 a budget is exceeded or a rule found something, 2 it could not do its work.
 */
export async function run(terminal: Terminal, interrupts: Interrupts = deaf): Promise<number> {
  try {
    return await dispatch(terminal, interrupts);
  } catch (error) {
    terminal.stderr.write(`promptmeter: ${error instanceof Stop ? error.message : say.broken(error)}\n`);
    return 2;
  }
}

async function dispatch(terminal: Terminal, interrupts: Interrupts): Promise<number> {
  const words = terminal.argv.slice(2);
  const at = commandIndex(words);
  const word = words[at];
  if (word === undefined || word === 'help') return help(words.toSpliced(at, 1), terminal);

  const command = named(word);
  const args = readArguments(words.toSpliced(at, 1), [...command.flags, ...globalFlags]);
  if (!args.on('help')) return command.run({ terminal, args, interrupts });
  terminal.stdout.write(helpOf(command));
  return 0;
}

/** `promptmeter`, `promptmeter --help`, `promptmeter help scan`, `promptmeter -q --version` */
function help(words: readonly string[], { stdout }: Terminal): number {
  const args = readArguments(words, [...globalFlags, { name: 'version', short: 'V', text: '' }]);
  const [topic] = args.paths;
  if (topic !== undefined) stdout.write(helpOf(named(topic)));
  else stdout.write(args.on('version') ? `${version}\n` : helpOfAll(commands));
  return 0;
}

function named(word: string): Command {
  const command = commands.find(({ name }) => name === word);
  if (command !== undefined) return command;
  const names = commands.map(({ name }) => name);
  throw new Stop(say.unknownCommand(word, nearest(word, names), names));
}

/** The first word that is neither a flag nor the value of one. */
function commandIndex(words: readonly string[]): number {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith('-')) return i;
    if (globalFlags.some(({ name, value }) => value !== undefined && word === `--${name}`)) i++;
  }
  return words.length;
}
