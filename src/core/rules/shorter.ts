import { draftOf, type Draft } from '../compress/draft.ts';
import type { CompressionEdit } from '../compress/edited.ts';
import { sourceEdits } from '../compress/source.ts';
import { inputPer1kCalls } from '../prices/savings.ts';
import type { Usd } from '../prices/usd.ts';
import type { Data } from '../report.ts';
import type { Edit, Range } from '../text.ts';
import type { Certainty } from '../tokens/tokens.ts';
import type { Fault, Subjects } from './rule.ts';
import type { Shortening } from './wording.ts';

/** What a rule says of a prompt that could be shorter. */
export interface ShorterData extends Data {
  /** What stands at the first place that could be shorter. */
  readonly first: string;
  readonly places: number;
  /** Tokens that each call would send less. */
  readonly tokens: number;
  readonly certainty: Certainty;
  /** What they cost at most, where nothing of the prompt is read from a cache; `null` without a price. */
  readonly usd: Usd | null;
}

/** What a rule looks for, and how it would mend that. */
export interface ShorterWish {
  readonly kind: Shortening;
  /** Fewer are not worth a word. */
  readonly minimumTokens: number;
  /** What makes the fault this one; the text of its first place where it is left out. */
  readonly evidence?: string;
  readonly title: string;
  readonly disposition: 'safe' | 'review';
}

/** The fault of a prompt that could say the same with fewer tokens: one at most, at the first place. */
export function* shorter(
  { prompt, model, price, sources, wording }: Subjects['prompt'],
  { kind, minimumTokens, evidence, title, disposition }: ShorterWish,
): Generator<Fault<ShorterData>> {
  const draft = draftOf(prompt.segments);
  const found = wording.shorten(draft.text, model, kind);
  const source = found === null ? null : sources.text(prompt.path);
  if (found === null || source === null) return;
  const written = sourceEdits({ path: prompt.path, text: source }, draft, found.edits);
  const [first] = found.edits;
  const [place] = written.kind === 'edits' ? written.edits : [];
  if (written.kind !== 'edits' || first === undefined || place === undefined) return;
  const { before, after } = found.tokens;
  // the counter compares in the encoding, people are told in the model's own tokens
  const tokens = Math.round(((before - after) / before) * prompt.tokens.count);
  if (tokens < Math.max(1, minimumTokens)) return;
  const usd = inputPer1kCalls(tokens, prompt.tokens.count, price);
  const phrase = phraseOf(draft, first);
  const edits = written.edits.map((edit) => ({ ...edit, path: prompt.path }));
  yield {
    path: prompt.path,
    range: visible(source, place.range),
    evidence: evidence ?? phrase,
    data: {
      first: phrase,
      places: new Set(found.edits.map(({ group }) => group)).size,
      tokens,
      certainty: prompt.tokens.certainty,
      usd,
    },
    saves: { tokens, usdPer1kCalls: usd },
    fix: isVerbatim(source, written.edits, draft, found.edits)
      ? { title, disposition, edits, inText: true }
      : null,
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
