import { draftOf, type Draft } from '../compress/draft.ts';
import type { CompressionEdit } from '../compress/edited.ts';
import { sourceEdits } from '../compress/source.ts';
import { inputPer1kCalls } from '../prices/savings.ts';
import type { Usd } from '../prices/usd.ts';
import type { Edit, Range } from '../text.ts';
import type { Certainty } from '../tokens/tokens.ts';
import type { Fault, Subjects } from './rule.ts';
import type { Shortening } from './wording.ts';

/** What a prompt could do without. */
export interface Shorter {
  /** Tokens that each call would send less. */
  readonly tokens: number;
  readonly certainty: Certainty;
  /** What they cost at most, where nothing of the prompt is read from a cache; `null` without a price. */
  readonly usd: Usd | null;
  /** The first place that could be shorter. */
  readonly range: Range;
  /** What stands there. */
  readonly first: string;
  readonly places: number;
  readonly fix: Fault['fix'];
}

/** @param fix its title, and whether a person should look at it. @returns `null` where nothing is saved. */
export function shorter(
  { prompt, model, price, sources, wording }: Subjects['prompt'],
  shortening: Shortening,
  fix: { readonly title: string; readonly disposition: 'safe' | 'review' },
): Shorter | null {
  const draft = draftOf(prompt.segments);
  const found = wording.shorten(draft.text, model, shortening);
  if (found === null) return null;
  const source = sources.text(prompt.path);
  const written =
    source === null ? null : sourceEdits({ path: prompt.path, text: source }, draft, found.edits);
  if (source === null || written?.kind !== 'edits') return null;
  const [first] = found.edits;
  const [place] = written.edits;
  if (first === undefined || place === undefined) return null;
  const { before, after } = found.tokens;
  // the counter compares in the encoding, people are told in the model's own tokens
  const tokens = Math.round(((before - after) / before) * prompt.tokens.count);
  const edits = written.edits.map((edit) => ({ ...edit, path: prompt.path }));
  return {
    tokens,
    certainty: prompt.tokens.certainty,
    usd: inputPer1kCalls(tokens, prompt.tokens.count, price),
    range: visible(source, place.range),
    first: phraseOf(draft, first),
    places: new Set(found.edits.map(({ group }) => group)).size,
    fix: isVerbatim(source, written.edits, draft, found.edits) ? { ...fix, edits, inText: true } : null,
  };
}

/** Blanks are hard to see and to put a cursor into: they are shown with the rest of their line. */
function visible(source: string, { start, end }: Range): Range {
  if (source.slice(start, end).trim() !== '') return { start, end };
  const lineEnd = source.indexOf('\n', end);
  return { start, end: lineEnd === -1 ? source.length : lineEnd };
}

/** What goes, without the letter behind it that takes over the capital. */
function phraseOf({ text }: Draft, { start, end, text: comes }: CompressionEdit): string {
  return text.slice(start, comes.length === 1 ? end - 1 : end).trim();
}

/** Whether what goes is written in the source as it is read: an escape may be longer than what it stands for. */
function isVerbatim(
  source: string,
  edits: readonly Edit[],
  draft: Draft,
  meant: readonly CompressionEdit[],
): boolean {
  const goes = edits.map(({ range }) => source.slice(range.start, range.end)).join('');
  const read = meant.map(({ start, end }) => draft.text.slice(start, end)).join('');
  return goes.replace(/\s+/g, '') === read.replace(/\s+/g, '');
}
