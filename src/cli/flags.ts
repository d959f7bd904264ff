import { parseArgs } from 'node:util';
import { nearest } from '../core/nearest.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';

export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; absent for a switch. */
  readonly value?: string;
  /** It may be given without a value, which then stands for something itself. */
  readonly optional?: true;
  readonly text: string;
}

export class Arguments {
  readonly paths: readonly string[];
  readonly #values: Readonly<Record<string, string | boolean>>;

  constructor(paths: readonly string[], values: Readonly<Record<string, string | boolean>>) {
    this.paths = paths;
    this.#values = values;
  }

  on(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  value(name: string): string | null {
    const value = Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
    return typeof value === 'string' ? value : null;
  }

  /** The value of a flag that takes a whole number from 1 to 10,000; `null` where it is not given. @throws Stop for any other. */
  number(name: string): number | null {
    const value = this.value(name);
    if (value === null) return null;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > 10_000)
      throw new Stop(say.badNumber(name, value));
    return number;
  }

  /** The same flags with other paths. */
  withPaths(paths: readonly string[]): Arguments {
    return new Arguments(paths, this.#values);
  }

  /** The same without a flag. */
  without(name: string): Arguments {
    const { [name]: _, ...others } = this.#values;
    return new Arguments(this.paths, others);
  }

  /** The value of a flag that takes one of a few. @throws Stop for any other. */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const value = this.value(name);
    if (value === null) return choices[0];
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new Stop(say.badChoice(name, value, choices));
    return chosen;
  }
}

/** Words after the command → flags and the rest. @throws Stop with a sentence for what cannot be understood. */
export function readArguments(words: readonly string[], flags: readonly Flag[]): Arguments {
  const switches = words.map((word) => switchNamed(word, flags));
  if (switches.every((name) => name !== null))
    return new Arguments([], Object.fromEntries(switches.map((name) => [name, true])));
  const options = Object.fromEntries(flags.map(optionOf));
  const { tokens } = parseArgs({
    args: words.map((word, i) => (standsAlone(words, i, flags) ? `${word}=` : word)),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const paths: string[] = [];
  const values: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flags.find(({ name }) => name === token.name);
    if (flag === undefined) throw new Stop(say.unknownFlag(token.rawName, nearestFlag(token.name, flags)));
    if (flag.value === undefined && token.value !== undefined)
      throw new Stop(say.flagTakesNoValue(token.rawName));
    const isLeftOut = flag.optional === true && token.value === '';
    if (flag.value !== undefined && !isLeftOut && !isValue(token))
      throw new Stop(say.flagNeedsValue(token.rawName, flag.value));
    values[flag.name] = isLeftOut ? true : (token.value ?? true);
  }
  return new Arguments(paths, values);
}

/** The name of the flag that a word is, where it takes no value: for these alone, as in a hook, nothing is loaded. */
function switchNamed(word: string, flags: readonly Flag[]): string | null {
  const flag = flags.find(
    ({ name, short }) => word === `--${name}` || (short !== undefined && word === `-${short}`),
  );
  return flag === undefined || flag.value !== undefined ? null : flag.name;
}

/** A flag whose value may be left out, followed by another flag or by nothing. */
function standsAlone(words: readonly string[], at: number, flags: readonly Flag[]): boolean {
  const next = words[at + 1];
  const isOptional = flags.some(({ name, optional }) => optional === true && words[at] === `--${name}`);
  return isOptional && (next === undefined || next.startsWith('-'));
}

function optionOf({ name, short, value }: Flag): [string, { type: 'string' | 'boolean'; short?: string }] {
  return [
    name,
    { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
  ];
}

/** `--model --format json` forgets the model: a word that looks like a flag is a value only after `=`. */
function isValue({
  value,
  inlineValue,
}: {
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}): boolean {
  return (
    value !== undefined && value !== '' && (inlineValue === true || value === '-' || !value.startsWith('-'))
  );
}

function nearestFlag(name: string, flags: readonly Flag[]): string | null {
  const found = nearest(
    name,
    flags.map((flag) => flag.name),
  );
  return found === null ? null : `--${found}`;
}
