import {
  amount,
  currencyCode,
  day,
  exchangeRate,
  factor,
  hour,
  note,
  share,
  oneOf,
  usdPerMillion,
} from './configValues.ts';
import type { Day } from './host.ts';
import { nullable, object, option, optional, record, required } from './shape.ts';

/** A price that the user states for a model of their own, US dollars per million tokens. */
export interface UserPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number | undefined;
  readonly cacheWrite?: number | undefined;
  readonly cacheWrite1h?: number | undefined;
  /** Price in a batch as a multiple of the others. */
  readonly batchFactor?: number | undefined;
  readonly source: string;
  readonly date: Day;
}

/** What the user knows of a prefix cache, better than the data that ships. What is left out stays as it is. */
export interface StatedCacheFacts {
  readonly minimumTokens?: number | undefined;
  readonly control?: 'automatic' | 'explicit' | 'both' | undefined;
  readonly lifetimeSeconds?: number | undefined;
  readonly readFactor?: number | undefined;
  readonly writeFactor?: number | undefined;
  readonly maxBreakpoints?: number | undefined;
  readonly lookbackBlocks?: number | undefined;
  readonly source: string;
  readonly date: Day;
}

/** How often a prompt is sent, and what comes of it. */
export interface Volume {
  readonly callsPerDay: number;
  /** Tokens of one answer, on average. */
  readonly outputTokens?: number | undefined;
  /** Part of the calls that find their prefix in the cache, from 0 to 1. */
  readonly cacheHitRate?: number | undefined;
}

/** A currency to tell people costs in, in the place of US dollars. */
export interface Currency {
  readonly code: string;
  /** How much of it is one US dollar. */
  readonly perUsd: number;
  readonly date: Day;
}

export const volume = object({
  callsPerDay: required(amount, 'Calls a day, such as 12000 or "12k".'),
  outputTokens: optional(amount, 'Tokens of one answer, on average.'),
  cacheHitRate: optional(share, 'Part of the calls that find their prefix in the cache, from 0 to 1.'),
});

export const currency = object({
  code: required(currencyCode, 'Three letters, such as `EUR`.'),
  perUsd: required(exchangeRate, 'How much of it is one US dollar.'),
  date: required(day, 'The day of that rate; shown with it.'),
});

export const price = object({
  input: required(usdPerMillion, 'Input.'),
  output: required(usdPerMillion, 'Output.'),
  cacheRead: optional(usdPerMillion, 'Input that the provider reads from its cache.'),
  cacheWrite: optional(usdPerMillion, 'Input that the provider writes to its cache.'),
  cacheWrite1h: optional(usdPerMillion, 'Input that the provider writes to its cache for an hour.'),
  batchFactor: optional(factor, 'Price in a batch, as a multiple of the others, such as 0.5.'),
  source: required(note, 'Where the price comes from; shown beside every cost that uses it.'),
  date: required(day, 'The day the price was looked up.'),
});

const cacheFacts = object({
  minimumTokens: optional(amount, 'Tokens that a prefix must have to be cached.'),
  control: optional(
    oneOf('automatic', 'explicit', 'both'),
    'Whether the provider finds prefixes by itself, the request marks them, or either.',
  ),
  lifetimeSeconds: optional(amount, 'How long an entry stays after its last use.'),
  readFactor: optional(factor, 'Price of reading, as a multiple of the price of input.'),
  writeFactor: optional(factor, 'Price of writing, as a multiple of the price of input.'),
  maxBreakpoints: optional(amount, 'Marks that one request may carry.'),
  lookbackBlocks: optional(amount, 'How many blocks before a mark an earlier entry is looked for.'),
  source: required(note, 'Where this is known from: a page, a measurement.'),
  date: required(day, 'The day it was looked up or measured.'),
});

export const pricing = {
  asOf: option(
    nullable(day),
    null,
    'Use the prices of this day, and take it for today; null for those of the price data and for the real day.',
  ),
  hour: option(hour, 12, 'The hour, UTC, whose prices are used where a provider charges by the time of day.'),
};

export const cache = {
  minimumStaticCharacters: option(
    amount,
    200,
    'A changing value breaks the cache when at least this many characters of fixed text follow it.',
  ),
  facts: option(
    record(cacheFacts),
    {},
    'What is known of the prefix cache of models, by a glob over their names, such as `claude-opus-*`. Wins over what ships; what is left out stays.',
  ),
};
