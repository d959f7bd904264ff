import { nearest } from '../core/nearest.ts';
import type { Command, Context } from './command.ts';
import { failureWords } from './failure.ts';
import { readArguments } from './flags.ts';
import { globalFlags } from './globals.ts';
import { helpOf, helpOfAll } from './help.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** What a command line works with. */
export type Surroundings = Omit<Context, 'args'>;

/**
 * A command line of these commands, without its process.
 * @returns the exit code: 0 fine, 1 a budget is exceeded or a rule found something, 2 it could not do its work.
 */
export async function runOf(commands: readonly Command[], surroundings: Surroundings): Promise<number> {
  try {
    return await dispatch(commands, surroundings);
  } catch (error) {
    const { stderr } = surroundings.terminal;
    stderr.write(`promptmeter: ${failureWords(error)}\n`);
    return 2;
  }
}

async function dispatch(commands: readonly Command[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const words = terminal.argv.slice(2);
  const at = commandIndex(words);
  const word = words[at];
  if (word === undefined || word === 'help') return help(commands, words.toSpliced(at, 1), terminal);

  const command = named(commands, word);
  const args = readArguments(words.toSpliced(at, 1), [...command.flags, ...globalFlags]);
  if (!args.on('help') && !args.on('version')) return command.run({ ...surroundings, args });
  terminal.stdout.write(args.on('help') ? helpOf(command) : `${version}\n`);
  return 0;
}

/** `promptmeter`, `promptmeter --help`, `promptmeter help scan`, `promptmeter -q --version` */
function help(commands: readonly Command[], words: readonly string[], { stdout }: Terminal): number {
  const args = readArguments(words, globalFlags);
  const [topic] = args.paths;
  if (topic !== undefined) stdout.write(helpOf(named(commands, topic)));
  else stdout.write(args.on('version') ? `${version}\n` : helpOfAll(commands));
  return 0;
}

function named(commands: readonly Command[], word: string): Command {
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
