import { amount } from '../configValues.ts';
import type { Range } from '../text.ts';

const periods = ['hour', 'day', 'week', 'month'] as const;

export type Period = (typeof periods)[number];

/** How often a prompt or a call is sent, as a comment says: `promptmeter: volume=2000/day`. */
export interface MarkedVolume {
  readonly path: string;
  /** Of the words `volume=…`. */
  readonly range: Range;
  /** What stands behind the sign. */
  readonly written: string;
  /** `null` where that is no volume. */
  readonly read: { readonly calls: number; readonly per: Period } | null;
}

/**
 * The volume that the words of a marker state; `null` where they state none.
 * @param at where the words begin in the file.
 */
export function volumeIn(words: string, path: string, at: number): MarkedVolume | null {
  const match = /(?<![\w-])volume\s*=\s*([^\s;]*)/.exec(words);
  if (match === null) return null;
  const [whole, rest = ''] = match;
  const written = rest.replace(/(?:\*\/|-->|[#*%}]\}|,)+$/, '');
  const start = at + match.index;
  const end = start + whole.length - (rest.length - written.length);
  return { path, range: { start, end }, written, read: readVolume(written) };
}

function readVolume(written: string): MarkedVolume['read'] {
  const [number = '', unit, ...more] = written.split('/');
  const per = periods.find((period) => period === unit?.toLowerCase());
  const calls = amount.read(number, [], []);
  return per === undefined || calls === null || more.length > 0 ? null : { calls: calls.value, per };
}
