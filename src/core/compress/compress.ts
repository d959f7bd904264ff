import type { Range } from '../text.ts';
import { applyAll, EditedText, type CompressionEdit, type Proposal } from './edited.ts';
import type { Compression, CompressionTask } from './engine.ts';
import { held, tokensBetweenHoles } from './held.ts';
import { passes as all } from './passes/index.ts';
import { viewOf, type Pass, type View } from './view.ts';
import type { Vocabularies } from './vocabulary.ts';

export interface CompressOptions extends Pick<CompressionTask, 'level' | 'count' | 'isWhole'> {
  readonly patterns?: readonly string[];
  /** Which kinds of edits; all of them where it is left out. */
  readonly passes?: readonly Pass[];
  /** Told passes that are done, of about as many as there will be. */
  readonly progress?: (done: number, total: number) => void;
}

/** More rounds than any text has needed; one that does not settle comes back as it was. */
const mostRounds = 12;
/** What most texts need. */
const usualRounds = 3;

/** Fewer tokens with the same constraints, by rules alone. The same text always gives the same edits, and its result none. */
export function compress(text: string, options: CompressOptions, vocabularies: Vocabularies): Compression {
  const { edits, first } = proposed(text, options, vocabularies);
  return heldTo(text, { ...options, edits, first }, vocabularies);
}

/** The edits of `compress` alone, for whoever tells nothing else of it: most texts have none, and that is seen soon. */
export function editsOf(
  text: string,
  options: CompressOptions,
  vocabularies: Vocabularies,
): readonly CompressionEdit[] {
  const { edits, first } = proposed(text, options, vocabularies);
  return edits.length === 0 ? [] : heldTo(text, { ...options, edits, first }, vocabularies).edits;
}

interface Proposed {
  readonly edits: readonly CompressionEdit[];
  /** The text as it is without them. */
  readonly first: View;
}

function heldTo(
  text: string,
  { level, isWhole, patterns = [], count, edits, first }: CompressOptions & Proposed,
  vocabularies: Vocabularies,
): Compression {
  const task = { text, level, isWhole, patterns, count, vocabularies };
  return held(task, edits, { ordered: true, words: 'declared', orders: 'free' }, first);
}

function proposed(text: string, options: CompressOptions, vocabularies: Vocabularies): Proposed {
  const { level, isWhole, patterns = [] } = options;
  const count = tokensBetweenHoles(options.count);
  const view = (of: string): View => viewOf(of, { level, isWhole, patterns }, vocabularies);
  const first = view(text);
  const edited = new EditedText(text);
  const { passes = all, progress = () => undefined } = options;
  const settled = settle(edited, first, { view, count, passes, progress });
  return { first, edits: settled ? edited.edits() : [] };
}

/** Runs the passes until none has anything left to do. @returns whether they came to an end. */
function settle(
  edited: EditedText,
  first: View,
  {
    view,
    count,
    passes,
    progress,
  }: {
    readonly view: (of: string) => View;
    readonly count: (text: string) => number;
    readonly passes: readonly Pass[];
    readonly progress: (done: number, total: number) => void;
  },
): boolean {
  let now = first;
  const total = passes.length * usualRounds;
  // how many, one after another, had nothing to do
  let idle = 0;
  for (let round = 0; round < mostRounds; round++)
    for (const [i, pass] of passes.entries()) {
      if (idle === passes.length) return true;
      progress(Math.min(round * passes.length + i, total), total);
      const proposals = worthwhile(now, pass.propose(now), count);
      idle = proposals.length === 0 ? idle + 1 : 0;
      if (proposals.length === 0) continue;
      edited.apply(pass.id, proposals);
      now = view(edited.text);
    }
  return idle >= passes.length;
}

/** The proposals that make their lines shorter in tokens, judged one by one: shorter text can have more of them. */
function worthwhile(view: View, proposals: readonly Proposal[], count: (text: string) => number): Proposal[] {
  const units = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const { start, end } = proposal.whole ?? proposal;
    const key = `${start}:${end}`;
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [proposal]);
    else unit.push(proposal);
  }
  return [...units.values()]
    .filter((unit) => {
      const around = stretchAround(view.text, unit);
      const [before, after] = [view.text.slice(around.start, around.end), applyAll(view.text, unit, around)];
      if (!asksAlike(view, unit, before, after)) return false;
      return count(after) < count(before) || (blanksOnly(view.text, unit) && count(after) === count(before));
    })
    .flat();
}

/** Fewer blanks for as many tokens are still easier to read. */
function blanksOnly(text: string, unit: readonly Proposal[]): boolean {
  return unit.every(({ start, end, text: by }) => text.slice(start, end).trim() === '' && by.trim() === '');
}

/** Whether words that an edit brings together, or takes apart, constrain as they did. Of whole lines the validator decides. */
function asksAlike(view: View, unit: readonly Proposal[], before: string, after: string): boolean {
  if (
    unit.length > 1 ||
    before.trimEnd().includes('\n') ||
    after.trim() === '' ||
    blanksOnly(view.text, unit)
  )
    return true;
  const line = view.lines.find(
    ({ start, end }) => start <= (unit[0]?.start ?? 0) && (unit[0]?.start ?? 0) <= end,
  );
  const vocabulary = line === undefined ? null : view.vocabularyOf(line);
  if (vocabulary === null) return true;
  const names = (text: string): string =>
    vocabulary
      .constraints(text)
      .filter(({ leads }) => leads !== true)
      .map(({ name }) => name)
      .join();
  return names(before) === names(after);
}

/** Characters on each side of an edit in which tokens and constraints may change by it: no phrase is longer. */
const reach = 80;

/** The words around one edit within its line; of edits that belong together, their lines. */
function stretchAround(text: string, unit: readonly Proposal[]): Range {
  const lines = linesAround(text, unit);
  const [only] = unit;
  if (only === undefined || unit.length > 1 || only.whole !== undefined) return lines;
  const before = text.lastIndexOf(' ', only.start - reach);
  const after = text.indexOf(' ', only.end + reach);
  return { start: Math.max(lines.start, before), end: after < 0 ? lines.end : Math.min(lines.end, after) };
}

function linesAround(text: string, unit: readonly Proposal[]): Range {
  const start = unit.reduce((least, proposal) => Math.min(least, proposal.start), text.length);
  const end = unit.reduce((most, proposal) => Math.max(most, proposal.end), 0);
  const close = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: close === -1 ? text.length : close + 1 };
}
