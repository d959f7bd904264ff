import { isRecord, type Fields } from '../../core/prices/lists/reading.ts';
import { usd } from '../../core/prices/usd.ts';
import { mostDollars, mostTokens, type Call, type Source } from '../call.ts';

/** The first of these keys that holds a text. */
export function textOf(fields: Fields, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** The first of these keys that holds a count; exports as tables hold it as text. */
export function countOf(fields: Fields, ...keys: readonly string[]): number | null {
  const value = numberOf(fields, ...keys);
  return value === null || value > mostTokens ? null : Math.round(value);
}

/** The first of these keys that holds a number of 0 or more. */
export function numberOf(fields: Fields, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = fields[key];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
  }
  return null;
}

/** The object under the first of these keys that holds one; exports hold some as JSON in a text. */
export function innerOf(fields: Fields, ...keys: readonly string[]): Fields {
  for (const key of keys) {
    const value = parsed(fields[key]);
    if (isRecord(value)) return value;
  }
  return {};
}

/** What is meant by a value that may be JSON in a text. */
export function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // A text that only begins like JSON is a text.
    return value;
  }
}

/**
 * Milliseconds since 1970: of ISO 8601, of what databases write (`2026-11-02 08:00:00.000000`, UTC), or of a number in
 * seconds or milliseconds. `null` for anything else, and for what nobody means.
 */
export function momentOf(value: unknown): number | null {
  const at = typeof value === 'string' ? ofText(value.trim()) : value;
  if (typeof at !== 'number' || !Number.isFinite(at)) return null;
  // So many seconds pass in the year 5138, so many milliseconds had passed in March 1973.
  const milliseconds = Math.round(at < 100_000_000_000 ? at * 1000 : at);
  return milliseconds >= Date.UTC(2015, 0, 1) && milliseconds < Date.UTC(2200, 0, 1) ? milliseconds : null;
}

function ofText(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}.*)$/, '$1T$2');
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) || !iso.includes('T');
  return Date.parse(hasZone ? iso : `${iso}Z`);
}

/** What a tool says that a call cost. @param dollars `null` where it does not. */
export function statedBy(
  source: Source,
  dollars: number | null,
  call: Pick<Call, 'at' | 'model' | 'provider'>,
): Call['cost'] {
  if (dollars === null || dollars > mostDollars) return null;
  const { at, model, provider } = call;
  const date = new Date(at).toISOString().slice(0, 10);
  const price = {
    model: model ?? 'unknown',
    provider: provider ?? 'unknown',
    source: `stated (${source})`,
    date,
  };
  return { usd: usd(dollars), from: 'stated', price };
}

/** Milliseconds between two moments; `null` where one is not known, or a clock went back. */
export function between(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from ? null : to - from;
}
