import { contains, type Range } from '../text.ts';
import type { Line } from './layout.ts';
import { applyAll, type CompressionEdit } from './edited.ts';
import { ordersOf } from './orders.ts';
import { restatedRoles } from './roles.ts';
import {
  keptOf,
  minified,
  sentenceKey,
  sentenceKeys,
  sentencesIn,
  type Kept,
  type Sentence,
} from './signature.ts';
import { viewOf, type View } from './view.ts';
import type { Vocabularies, Vocabulary } from './vocabulary.ts';
import { wordsOf } from './wording.ts';

/** Why a compression is refused. */
export interface Loss {
  /** What was lost, changed or added: a kind of protected text or of constraint, a word, the size. */
  readonly kind: string;
  readonly what: string;
  /** The paragraph of the original that it stands in. */
  readonly paragraph: Range;
}

export interface Rules {
  /** `true`: what is kept stands in the same order; else only as often as before. */
  readonly ordered: boolean;
  /** `declared`: words go and come only as the phrases say; `deletion`: any word that does not constrain may go, none may come; `free`: both may. */
  readonly words: 'declared' | 'deletion' | 'free';
  /** `whole`: sentences that ask for something stay word by word, see `ordersOf`; `free`: only what they are checked for otherwise. */
  readonly orders: 'whole' | 'free';
  readonly patterns: readonly string[];
}

/**
 * Holds an edited text to its original, paragraph by paragraph, without knowing how the edits came about.
 * @param edits of the original, in order, without overlaps.
 * @returns all that is lost; empty where nothing is.
 */
export function validate(
  original: string,
  edits: readonly CompressionEdit[],
  rules: Rules,
  vocabularies: Vocabularies,
): Loss[] {
  if (edits.length === 0) return [];
  const after = applyAll(original, edits);
  const view = viewOf(original, { level: 'safe', isWhole: false, patterns: rules.patterns }, vocabularies);
  const repeated = saidElsewhere(original, after, view.lines, edits);
  const roles =
    rules.words === 'declared'
      ? restatedRoles(view).filter((role) => edits.some((edit) => contains(edit, role)))
      : [];
  const leads = rules.words === 'declared' ? leadsTakenOut(view, edits) : [];
  const languageOf = languages(view);
  const orders = rules.orders === 'whole' ? ordersOf(view) : [];
  let first = 0;
  return paragraphsOf(original).flatMap((paragraph) => {
    while ((edits[first]?.end ?? Infinity) < paragraph.start) first++;
    let last = first;
    while ((edits[last]?.start ?? Infinity) <= paragraph.end) last++;
    const inside = edits.slice(first, last).map((edit) => fromParagraph(original, edit, paragraph));
    if (inside.length === 0) return [];
    const before = withoutRepeated(original, { sentences: repeated, parts: [...roles, ...leads] }, paragraph);
    const now = applyAll(original, inside, paragraph);
    const vocabulary = languageOf(paragraph) ?? vocabularies.any;
    const losses = [
      ...compareKept(
        keptIn(before, vocabulary, rules, vocabularies),
        keptIn(now, vocabulary, rules, vocabularies),
        rules.ordered,
      ),
      ...compareWords(before, now, rules, vocabularies),
      ...compareOrders(
        orders.filter((order) => contains(paragraph, order)).map((order) => sentenceKey(original, order)),
        now,
      ),
    ];
    return losses.map((loss) => ({ ...loss, paragraph }));
  });
}

/** What an edit puts in place of empty lines and the beginning of a paragraph belongs to the paragraph. */
function fromParagraph(original: string, edit: CompressionEdit, { start }: Range): CompressionEdit {
  const isFromBlank =
    edit.start < start && edit.end > start && original.slice(edit.start, start).trim() === '';
  return isFromBlank ? { ...edit, start } : edit;
}

/** Stretches between empty lines. A fenced block stays whole. */
export function paragraphsOf(text: string): Range[] {
  const paragraphs: Range[] = [];
  let start = 0;
  let fenced = false;
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const end = match.index + match[0].length;
    if (/^[ \t]*(?:```|~~~)/.test(match[0])) fenced = !fenced;
    if (!fenced && match[0].trim() === '') {
      if (match.index > start) paragraphs.push({ start, end: match.index });
      start = end;
    }
    if (end >= text.length) break;
  }
  if (start < text.length) paragraphs.push({ start, end: text.length });
  return paragraphs;
}

/** The sentences of which an edit leaves nothing. @param edits in order, as the sentences are. */
function takenOutWhole(
  sentences: readonly Sentence[],
  edits: readonly CompressionEdit[],
): ReadonlySet<Sentence> {
  let next = 0;
  return new Set(
    sentences.filter(({ range }) => {
      while ((edits[next]?.end ?? Infinity) < range.end) next++;
      const edit = edits[next];
      return edit !== undefined && contains(edit, range) && edit.text.trim() === '';
    }),
  );
}

/** The sentences that went as a whole, and are said by what stays. */
function saidElsewhere(
  original: string,
  after: string,
  lines: readonly Line[],
  edits: readonly CompressionEdit[],
): Sentence[] {
  const sentences = sentencesIn(original, lines);
  const gone = takenOutWhole(sentences, edits);
  if (gone.size === 0) return [];
  // one that stays and is worded shorter still says it: whether it does is seen in its own paragraph
  const stays = sentences.filter((sentence) => !gone.has(sentence));
  const said = new Set([...sentenceKeys(after), ...stays.map(({ range }) => sentenceKey(original, range))]);
  return [...gone].filter(({ range }) => said.has(sentenceKey(original, range)));
}

/** What leads up to an order, and went as a whole. @param edits in order. */
function leadsTakenOut(view: View, edits: readonly CompressionEdit[]): Range[] {
  let next = 0;
  return view.lines.flatMap((line) => {
    while ((edits[next]?.end ?? Infinity) < line.start) next++;
    const vocabulary = (edits[next]?.start ?? Infinity) < line.end ? view.vocabularyOf(line) : null;
    const said = vocabulary?.constraints(view.text.slice(line.content, line.end)) ?? [];
    return said
      .filter(({ leads }) => leads === true)
      .map(({ start, end }) => ({ start: line.content + start, end: line.content + end }))
      .filter((lead) => edits.some((edit) => contains(edit, lead)));
  });
}

/** What was taken out whole, and is still said, elsewhere or by what stays. */
interface Repeated {
  readonly sentences: readonly Sentence[];
  /** Of sentences. */
  readonly parts: readonly Range[];
}

/** The paragraph without what was taken out of it and is said elsewhere. */
function withoutRepeated(original: string, { sentences, parts }: Repeated, paragraph: Range): string {
  const gone = sentences
    .filter(({ range }) => contains(paragraph, range))
    .map(({ range, line }) => {
      // with its last sentence a list item goes too
      const isLine = range.start === line.content && range.end === line.end;
      return { start: isLine ? line.start : range.start, end: range.end, text: '' };
    });
  const restated = parts
    .filter((part) => contains(paragraph, part))
    .map(({ start, end }) => ({ start, end, text: '' }));
  const all = [...gone, ...restated].sort((a, b) => a.start - b.start);
  return applyAll(original, all, paragraph);
}

/**
 * The language that a paragraph of the original is read in; its shortened form may have too few small words to tell.
 * The paragraphs are asked for from the first to the last, so that the lines are gone through once.
 */
function languages(view: View): (paragraph: Range) => Vocabulary | null {
  const { lines } = view;
  let next = 0;
  return ({ start, end }) => {
    while ((lines[next]?.end ?? Infinity) <= start) next++;
    let found: Vocabulary | null = null;
    for (let i = next; found === null && (lines[i]?.start ?? Infinity) < end; i++)
      found = view.vocabularyOf(lines[i] as Line);
    return found;
  };
}

function keptIn(
  text: string,
  vocabulary: Vocabulary,
  { patterns }: Rules,
  vocabularies: Vocabularies,
): Kept[] {
  const options = { level: 'safe', isWhole: false, patterns, vocabulary } as const;
  const view = viewOf(text, options, vocabularies);
  const small = minified(view);
  return keptOf(small === text ? view : viewOf(small, options, vocabularies));
}

function compareKept(
  before: readonly Kept[],
  after: readonly Kept[],
  ordered: boolean,
): Omit<Loss, 'paragraph'>[] {
  const counts = new Map<string, { kept: Kept; count: number }>();
  for (const kept of before) add(counts, kept, 1);
  for (const kept of after) add(counts, kept, -1);
  const losses = [...counts.values()].flatMap(({ kept, count }) => {
    if (count === 0) return [];
    return [{ kind: kept.kind, what: count > 0 ? kept.what : `${kept.what} (added)` }];
  });
  if (losses.length > 0 || !ordered) return losses;
  const moved = before.findIndex((kept, i) => key(kept) !== key(after[i] ?? kept));
  const first = before[moved];
  return first === undefined ? [] : [{ kind: 'order', what: first.what }];
}

/** Each order must be said as often as before, word by word. */
function compareOrders(orders: readonly string[], after: string): Omit<Loss, 'paragraph'>[] {
  const said = orders.length === 0 ? [] : sentenceKeys(after);
  return [...new Set(orders)].flatMap((order) => {
    const surplus = times(said, order) - times(orders, order);
    if (surplus === 0) return [];
    return [{ kind: 'demand', what: surplus < 0 ? order : `${order} (added)` }];
  });
}

function times(all: readonly string[], one: string): number {
  return all.filter((other) => other === one).length;
}

function add(counts: Map<string, { kept: Kept; count: number }>, kept: Kept, by: number): void {
  const known = counts.get(key(kept)) ?? { kept, count: 0 };
  known.count += by;
  counts.set(key(kept), known);
}

function key({ kind, what }: Kept): string {
  return `${kind} ${what}`;
}

function compareWords(
  before: string,
  after: string,
  rules: Rules,
  vocabularies: Vocabularies,
): Omit<Loss, 'paragraph'>[] {
  if (rules.words === 'free') return [];
  const written = new Map<string, number>();
  for (const [line, surplus] of surplusLines(before, after))
    for (const { normal } of wordsOf(line)) written.set(normal, (written.get(normal) ?? 0) + surplus);
  if ([...written.values()].every((count) => count === 0)) return [];
  // what is declared in all languages is put together only where a word has gone or come
  const { declared } = vocabularies;
  const counts = new Map<string, number>();
  for (const [normal, count] of written) {
    if (count === 0) continue;
    const word = rules.words === 'declared' ? declared.baseOf(normal) : normal;
    counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return [...counts].flatMap(([word, count]) => {
    if (!/[\p{L}\p{N}]/u.test(word) || count === 0) return [];
    if (count < 0)
      return rules.words === 'declared' && declared.comes(word)
        ? []
        : [{ kind: 'word', what: `${word} (added)` }];
    return rules.words === 'deletion' || declared.goes(word) ? [] : [{ kind: 'word', what: word }];
  });
}

/** The lines that one text has more often than the other, and how much more often; below zero where that is the second. */
function surplusLines(before: string, after: string): (readonly [line: string, surplus: number])[] {
  const counts = new Map<string, number>();
  for (const line of before.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of after.split('\n')) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts].filter(([, surplus]) => surplus !== 0);
}
