import type { Range } from '../../../text.ts';
import type { Entries } from './entries.ts';
import { yamlEntries } from './yaml.ts';

/** A text that may begin with settings between two lines of `---`. */
export interface Document extends Entries {
  /** What follows the front matter; the whole text where there is none. */
  readonly body: Range;
}

/** @param comments lines of `#` may stand before the front matter, as in dotprompt. */
export function readDocument(text: string, comments = false): Document {
  const lead = comments ? (/^(?:(?:#[^\n]*|[ \t]*)\r?\n)*(?=---)/.exec(text)?.[0].length ?? 0) : 0;
  const open = /^---[ \t]*\r?\n/.exec(text.slice(lead, lead + 200));
  const whole = { entries: [], problem: null, body: { start: 0, end: text.length } };
  if (open === null) return whole;
  const start = lead + open[0].length;
  const closing = /^---[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close === null) return { ...whole, problem: 'its front matter does not end with a line of ---' };
  const { entries, problem } = yamlEntries(text, start, close.index);
  return { entries, problem, body: { start: close.index + close[0].length, end: text.length } };
}

/** A stretch without the white space around it. */
export function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
