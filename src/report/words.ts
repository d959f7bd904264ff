import { grouped as countWords } from '../core/grouped.ts';
import type { Cost } from '../core/prices/price.ts';
import { moneyIn, rateWords, type Money } from '../core/prices/money.ts';
import type { Usd } from '../core/prices/usd.ts';
import type { Hole, ModelUse, Role, Varies } from '../core/prompts/prompt.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../core/report.ts';
import type { CountedTool } from '../core/tokens/tools/count.ts';
import type { Certainty, Tokens } from '../core/tokens/tokens.ts';
import type { Places } from './place.ts';

/** What stands before a number that is not exact, the surer sign for the surer number. */
export const signs = { exact: '', calibrated: '≈', approximate: '~' } as const satisfies Record<
  Certainty,
  string
>;

const rhythms = {
  request: 'each request',
  session: 'each session',
  deploy: 'each deployment',
  never: 'never changes',
  unknown: '',
} as const satisfies Record<Varies, string>;

export { countWords };

/** `1,240`, `≈1,310 ±6 %`, `~1,200–2,000 ±30 %` */
export function tokenWords({ count, most, certainty, band }: Tokens): string {
  const range = most === undefined || most === count ? '' : `–${countWords(most)}`;
  const doubt = certainty === 'exact' ? '' : ` ±${Math.round(band * 100)} %`;
  return `${signs[certainty]}${countWords(count)}${range}${doubt}`;
}

/** What stands before money that is made of so many tokens. */
export function signOf({ certainty }: Tokens): string {
  return signs[certainty];
}

/** What may have a cost. */
export interface Priced {
  readonly cost: Cost | null;
  readonly tokens: Tokens;
  readonly model: ModelUse | null;
}

/** `$0.0031`, `≈$0.0031`; what is missing where there is no cost: `no price`, or `–` where not even the model is known. */
export function costWords({ cost, tokens, model }: Priced, money: Money): string {
  if (cost !== null) return signs[tokens.certainty] + money(cost.usdPerCall);
  return model === null ? '–' : 'no price';
}

export function modelWords(model: ModelUse | null): string {
  if (model === null) return 'model unknown';
  return model.via === 'config' ? `${model.id} (assumed)` : model.id;
}

export function roleWords(role: Role): string {
  return role === 'tool-description' ? 'tool' : role;
}

/** The part of an id behind its path. */
export function nameOf({ id, path }: Pick<MeteredPrompt, 'id' | 'path'>): string {
  return id.startsWith(`${path}#`) ? id.slice(path.length + 1) : id;
}

/** `get_tide ≈412 ±10 %`, `search ?` where the definition is not known. */
export function toolWords({ name, tokens }: CountedTool): string {
  return `${oneLine(name ?? 'a tool')} ${tokens === null ? '?' : tokenWords(tokens)}`;
}

/** `new Date() (clock, each request)`, `name (parameter)` where nothing tells how often it changes. */
export function holeWords({ expression, because, varies }: Hole): string {
  const rhythm = because === 'date' && varies === 'request' ? 'each day' : rhythms[varies];
  const evidence = [because, rhythm].filter((word) => word !== '');
  return `${oneLine(expression)} (${evidence.map(oneLine).join(', ')})`;
}

export interface BreakWords {
  /** `cache breaks at line 20: new Date()` */
  readonly where: string;
  /** `loses $0.49 per 1,000 calls`; empty where nobody can say. */
  readonly loss: string;
}

export function breakWords(
  { cache, segments, path }: MeteredPrompt,
  places: Places,
  money: Money,
): BreakWords | null {
  if (cache === null || !cache.cacheBreaking || cache.breaksAt === null) return null;
  const hole = segments[cache.breaksAt];
  if (hole?.kind !== 'hole') return null;
  const elsewhere = hole.path === path ? '' : ` of ${hole.path}`;
  const line = places.line(hole.path, hole.range.start);
  const isDate = hole.because === 'date';
  return {
    where: `cache breaks ${isDate ? 'once a day ' : ''}at line ${line}${elsewhere}: ${oneLine(hole.expression)}`,
    loss:
      isDate && cache.lostUsdPer1kCalls === 0n
        ? ''
        : lossWords(cache.lostUsdPer1kCalls, cache.minimumTokens, money),
  };
}

function lossWords(lost: Usd | null, minimum: number | null, money: Money): string {
  if (lost === null) return '';
  if (lost > 0n) return `loses ${money(lost)} per 1,000 calls`;
  return minimum === null
    ? ''
    : `loses nothing yet: the provider caches from ${countWords(minimum)} tokens on`;
}

/** `14 prompts in 17 files, ~12,400 tokens of known text`, and what sending each once costs. */
export function totalWords({ prompts, calls, files, currency }: Report): string[] {
  const total = `${plural(prompts.length, 'prompt')} in ${plural(files, 'file')}`;
  if (prompts.length === 0) return [`${total}: nothing here looks like a prompt`];
  const whole = prompts.filter(({ partOf }) => partOf === null);
  const tokens = whole.reduce((sum, prompt) => sum + prompt.tokens.count, 0);
  const inexact = whole.filter((prompt) => prompt.tokens.certainty !== 'exact').length;
  const sign = signs[leastSure(whole)];
  const some = inexact === whole.length ? '' : `${countWords(inexact)} of ${countWords(whole.length)} `;
  const doubt = inexact === 0 ? '' : ` (${some}not exact)`;
  return [
    `${total}, ${sign}${plural(tokens, 'token')} of known text${doubt}`,
    ...partsTotal(prompts.length - whole.length),
    costTotal(whole, moneyIn(currency)),
    ...misspelt([...prompts, ...calls]),
  ];
}

/** What is left out of the totals, so that nobody adds up the rows and wonders. */
function partsTotal(parts: number): string[] {
  if (parts === 0) return [];
  return [
    `${plural(parts, 'prompt')} ${parts === 1 ? 'is part of another one and counts' : 'are parts of others and count'} with that`,
  ];
}

function costTotal(prompts: readonly MeteredPrompt[], money: Money): string {
  const priced = prompts.filter(({ cost }) => cost !== null);
  if (priced.length === 0)
    return prompts.every(({ model }) => model === null)
      ? 'Cost unknown: no model is known here; "defaultModel" in the configuration says which one to assume'
      : 'Cost unknown: no prompt here has both a known model and a price for it';
  const usd = priced.reduce((sum, { cost }) => sum + (cost?.usdPerCall ?? 0n), 0n);
  const [all, some] = [countWords(prompts.length), countWords(priced.length)];
  const doubt =
    priced.length === prompts.length
      ? ''
      : ` (${some} of ${all} ${priced.length === 1 ? 'has' : 'have'} a known price)`;
  return `${signs[leastSure(priced)]}${money(usd)} as input to send each once${doubt}`;
}

/** `No price is known for gpt-4.1-mimi: did you mean gpt-4.1-mini?` */
function misspelt(all: readonly Pick<MeteredPrompt, 'model' | 'meant'>[]): string[] {
  const lines = all.flatMap(({ model, meant }) =>
    model === null || meant === undefined ? [] : [noPriceWords(oneLine(model.id), meant)],
  );
  return [...new Set(lines)];
}

/** @param meant `null` where nothing is near. */
export function noPriceWords(model: string, meant: string | null): string {
  return `No price is known for ${model}${meant === null ? '' : `: did you mean ${meant}?`}`;
}

function leastSure(prompts: readonly MeteredPrompt[]): Certainty {
  const order = ['approximate', 'calibrated', 'exact'] as const;
  return order.find((certainty) => prompts.some(({ tokens }) => tokens.certainty === certainty)) ?? 'exact';
}

export function plural(count: number, noun: string): string {
  return `${countWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Where the prices come from, and the rate of the currency they are told in; empty when none was needed. */
export function priceWords({ prices, currency }: Pick<Report, 'prices' | 'currency'>): string {
  if (prices.source === '') return '';
  const rate = currency === null ? '' : `; ${rateWords(currency)}`;
  return `Prices: ${prices.source}, ${prices.date}${rate}.`;
}

/**
 * Text of a stranger's file on one line: without the characters that steer a terminal, turn the direction of writing or
 * break the line.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, '\uFFFD');
}

/** `2 pictures, counted by the provider’s formula`, `2 pictures, 1 not counted: size or formula not known` */
export function picturesWords({ all, uncounted }: MeteredCall['pictures']): string {
  if (uncounted === 0) return `${plural(all, 'picture')}, counted by the provider’s formula`;
  if (uncounted === all) return `${plural(all, 'picture')}, not counted: size or formula not known`;
  return `${plural(all, 'picture')}, ${uncounted} not counted: size or formula not known`;
}
