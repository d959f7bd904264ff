import { padEnd, widthOf, wrapped } from '../report/columns.ts';
import type { Command } from './command.ts';
import type { Flag } from './flags.ts';
import { globalFlags } from './globals.ts';

/** What `promptmeter --help` prints. */
export function helpOfAll(commands: readonly Command[]): string {
  return page([
    'PromptMeter finds the prompts in your source code and shows what they cost.',
    '',
    'Usage: promptmeter COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...table(commands.map(({ name, takes, summary }) => [`${name} ${takes}`, summary])),
    '',
    'Options of every command:',
    ...table(globalFlags.map(flagRow)),
    '',
    ...paragraph(
      'Exit codes: 0 fine, 1 a budget is exceeded or a rule found something, 2 it could not do its work.',
    ),
    'More about a command: promptmeter COMMAND --help',
  ]);
}

/** What `promptmeter COMMAND --help` prints. */
export function helpOf({ name, takes, summary, details, flags }: Command): string {
  const usage = ['promptmeter', name, takes, '[OPTIONS]'].filter((word) => word !== '');
  return page([
    `Usage: ${usage.join(' ')}`,
    '',
    ...paragraph(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...details.flatMap(paragraph),
    '',
    'Options:',
    ...table([...flags, ...globalFlags].map(flagRow)),
  ]);
}

function flagRow({ name, short, value, optional, text }: Flag): [string, string] {
  const names = `${short === undefined ? '    ' : `-${short}, `}--${name}`;
  const shown = optional === true ? `[${value}]` : value;
  return [shown === undefined ? names : `${names} ${shown}`, text];
}

/** Columns of the help, on any terminal: the same everywhere, and it can be piped. */
const width = 80;
const widestName = 22;
const gap = '  ';

/** What is wider than its column has a line of its own. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const margin = ' '.repeat(gap.length * 2 + widestName);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...more] = wrapped(right, width - margin.length);
    const rest = more.map((line) => margin + line);
    return widthOf(left) > widestName
      ? [gap + left, margin + first, ...rest]
      : [gap + padEnd(left, widestName) + gap + first, ...rest];
  });
}

function paragraph(text: string): string[] {
  return wrapped(text, width);
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
