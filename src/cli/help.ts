import type { Command } from './command.ts';
import type { Flag } from './flags.ts';
import { globalFlags } from './globals.ts';

/** What `promptmeter --help` prints. */
export function helpOfAll(commands: readonly Command[]): string {
  return [
    'PromptMeter finds the prompts in your source code and shows what they cost.',
    '',
    'Usage: promptmeter COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...table(commands.map(({ name, takes, summary }) => [`${name} ${takes}`, summary])),
    '',
    'Options of every command:',
    ...table(globalFlags.map(flagRow)),
    ...table([['-V, --version', 'show the version']]),
    '',
    'Exit codes: 0 fine, 1 a budget is exceeded or a rule found something, 2 it could not do its work.',
    'More about a command: promptmeter COMMAND --help',
    '',
  ].join('\n');
}

/** What `promptmeter COMMAND --help` prints. */
export function helpOf({ name, takes, summary, details, flags }: Command): string {
  return [
    `Usage: promptmeter ${name} ${takes} [OPTIONS]`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    details,
    '',
    'Options:',
    ...table([...flags, ...globalFlags].map(flagRow)),
    '',
  ].join('\n');
}

function flagRow({ name, short, value, optional, text }: Flag): [string, string] {
  const names = `${short === undefined ? '    ' : `-${short}, `}--${name}`;
  const shown = optional === true ? `[${value}]` : value;
  return [shown === undefined ? names : `${names} ${shown}`, text];
}

const widest = 24;

function table(rows: readonly (readonly [string, string])[]): string[] {
  return rows.map(([left, right]) => `  ${left.padEnd(widest - 2)}  ${right}`);
}
