import { globProblem } from './glob.ts';
import type { Day } from './host.ts';
import { record, scalar, wrong, type Shape } from './shape.ts';

/** US dollars per million tokens. No model has ever cost more: somebody took tokens for millions of them. */
export const highestPrice = 100_000;

/** Names, ids and sentences: no more than anybody would type. */
const longestText = 500;

const moneyPattern = /^(\$?\d[\d,_]*(\.\d+)?|\d+(\.\d+)?\s*(c|¢))$/;
const percentPattern = /^\d+(\.\d+)?\s*%$/;
const tokensPattern = /^\d[\d,_]*(\.\d+)?\s*[kKmM]?$/;

export const note: Shape<string> = scalar('a text', { type: 'string', minLength: 1 }, text);

export const model: Shape<string> = scalar('the name of a model', { type: 'string', minLength: 1 }, text);

export const glob: Shape<string> = {
  schema: { type: 'string', minLength: 1 },
  read(value, path, problems) {
    if (typeof value !== 'string') return wrong(path, 'a glob such as "src/**/*.ts"', value, problems);
    const problem = globProblem(value);
    if (problem === null) return { value };
    problems.push({ path, message: `the glob "${value}" ${problem}` });
    return null;
  },
};

/** A longer one is no name and no phrase. Characters. */
const longestKept = 200;

/** Text that compression leaves alone, as it is written; `*` stands for anything within a line. */
export const keptText: Shape<string> = {
  schema: { type: 'string', minLength: 1, maxLength: longestKept },
  read(value, path, problems) {
    if (typeof value !== 'string') return wrong(path, 'a text such as "Bakery of *"', value, problems);
    const short = value.length <= longestKept && !/[\r\n]/.test(value);
    if (short && value.replaceAll('*', '').trim() !== '') return { value };
    const message = short
      ? `the text "${value}" names nothing besides "*", which would keep everything: write what is to stay`
      : `a text to keep is one line of at most ${longestKept} characters: shorten it, with "*" for what is between`;
    problems.push({ path, message });
    return null;
  },
};

export const filePath: Shape<string> = scalar('the path of a file', { type: 'string', minLength: 1 }, text);

/** What is stated for all that a glob matches. The result has no prototype. */
export function byGlob<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  const values = record(item);
  return {
    schema: values.schema,
    read(value, path, problems) {
      const read = values.read(value, path, problems);
      const globs = read === null ? [] : Object.keys(read.value);
      const checked = globs.map((one) => glob.read(one, [...path, one], problems));
      return checked.includes(null) ? null : read;
    },
  };
}

/** `2000`, `"2k"`, `"1.5k"`, `"2,000"`, `"1M"`. */
export const amount: Shape<number> = scalar(
  'a whole number such as 2000 or "2k"',
  {
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: tokensPattern.source },
    ],
  },
  (value) => {
    const number = typeof value === 'string' ? scaled(value) : value;
    return Number.isSafeInteger(number) && Number(number) >= 0 ? Number(number) : undefined;
  },
);

/** `3`, `"3"`, `"$3.50"`. */
export const usdPerMillion: Shape<number> = scalar(
  'US dollars per million tokens, such as 3 or "$2.50", and at most 100,000',
  {
    anyOf: [
      { type: 'number', minimum: 0, maximum: highestPrice },
      { type: 'string', pattern: '^\\$?\\d+(\\.\\d+)?$' },
    ],
  },
  (value) => {
    const plain = typeof value === 'string' && /^\$?\d+(\.\d+)?$/.test(value);
    const number = plain ? Number(value.replace('$', '')) : value;
    return typeof number === 'number' && number >= 0 && number <= highestPrice ? number : undefined;
  },
);

/** `0.01`, `"$0.01"`, `"5c"`, `"$1,200"`: US dollars. */
export const usdAmount: Shape<number> = scalar(
  'US dollars or cents, such as "$0.01", "5c" or 500',
  {
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: moneyPattern.source },
    ],
  },
  (value) => {
    const dollars = typeof value === 'string' ? dollarsOf(value) : value;
    return typeof dollars === 'number' && Number.isFinite(dollars) && dollars >= 0 ? dollars : undefined;
  },
);

/** By how much something may grow; `usd` is dollars per call. */
export interface Increase {
  readonly unit: 'percent' | 'tokens' | 'usd';
  readonly value: number;
}

/** `"10%"`, `200`, `"2k"`, `"$0.01"`, `"5c"`. */
export const increase: Shape<Increase> = scalar(
  'an increase such as "10%", 200 (tokens), "2k", "$0.01" or "5c"',
  {
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: percentPattern.source },
      { type: 'string', pattern: '^(\\$\\d[\\d,_]*(\\.\\d+)?|\\d+(\\.\\d+)?\\s*(c|¢))$' },
      { type: 'string', pattern: tokensPattern.source },
    ],
  },
  increaseOf,
);

/** `0.1`, `1.25`. No price is a thousand times another. */
export const factor: Shape<number> = scalar(
  'a factor such as 0.1 or 1.25',
  { type: 'number', minimum: 0, maximum: 1000 },
  (value) => (typeof value === 'number' && value >= 0 && value <= 1000 ? value : undefined),
);

/** `0.6`. */
export const share: Shape<number> = scalar(
  'a part from 0 to 1, such as 0.6',
  { type: 'number', minimum: 0, maximum: 1 },
  (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined),
);

/** `0.86`, `1380`. */
export const exchangeRate: Shape<number> = scalar(
  'a rate above 0, such as 0.86, and at most 10,000,000',
  { type: 'number', exclusiveMinimum: 0, maximum: 1e7 },
  (value) => (typeof value === 'number' && value > 0 && value <= 1e7 ? value : undefined),
);

/** As ISO 4217 writes them: `EUR`. */
export const currencyCode: Shape<string> = scalar(
  'three capital letters such as "EUR"',
  { type: 'string', pattern: '^[A-Z]{3}$' },
  (value) => (typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : undefined),
);

export const hour: Shape<number> = scalar(
  'an hour from 0 to 23',
  { type: 'integer', minimum: 0, maximum: 23 },
  (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 23 ? Number(value) : undefined,
);

export function oneOf<T extends string>(...choices: readonly T[]): Shape<T> {
  return scalar(`one of ${choices.join(', ')}`, { type: 'string', enum: choices }, (value) =>
    choices.find((choice) => choice === value),
  );
}

export const day: Shape<Day> = scalar(
  'a day such as "2026-10-01"',
  { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  (value) => (typeof value === 'string' && isDay(value) ? value : undefined),
);

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestText ? value : undefined;
}

function scaled(text: string): number {
  const match = /^(\d[\d,_]*(?:\.\d+)?)\s*([km]?)$/i.exec(text.trim());
  if (match === null) return Number.NaN;
  const [, digits = '', unit = ''] = match;
  const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };
  // 1.1 × 1000 is 1100.0000000000002 in binary: whole to six places is meant to be whole.
  const product = Number(digits.replaceAll(/[,_]/g, '')) * (factors[unit.toLowerCase()] ?? Number.NaN);
  return Math.abs(product - Math.round(product)) < 1e-6 ? Math.round(product) : product;
}

function dollarsOf(text: string): number | undefined {
  if (!moneyPattern.test(text)) return undefined;
  if (/[c¢]$/.test(text)) return Number(`${text.replace(/\s*[c¢]$/, '')}e-2`);
  return Number(text.replaceAll(/[$,_]/g, ''));
}

function increaseOf(value: unknown): Increase | undefined {
  if (typeof value === 'string' && percentPattern.test(value))
    return { unit: 'percent', value: Number(value.replace(/\s*%$/, '')) };
  if (typeof value === 'string' && /[$c¢]/.test(value)) {
    const dollars = dollarsOf(value);
    return dollars === undefined ? undefined : { unit: 'usd', value: dollars };
  }
  const tokens = typeof value === 'string' ? scaled(value) : value;
  return Number.isSafeInteger(tokens) && Number(tokens) >= 0
    ? { unit: 'tokens', value: Number(tokens) }
    : undefined;
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
