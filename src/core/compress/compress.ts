import type { Range } from '../text.ts';
import { holeMark } from './draft.ts';
import { applyAll, EditedText, type CompressionEdit, type Proposal } from './edited.ts';
import type { Level } from './lexicons/lexicon.ts';
import { passes as all } from './passes/index.ts';
import { validate, type Loss } from './validate.ts';
import { viewOf, type Pass, type View } from './view.ts';
import type { Vocabularies } from './vocabulary.ts';

export interface CompressOptions {
  readonly level: Level;
  /** Tokens of a text as the target model counts them. */
  readonly count: (text: string) => number;
  /** What the user wants kept besides: every match stays byte for byte. */
  readonly patterns?: readonly RegExp[];
  /** Whether the text is the whole prompt, and not a part that stands between others. */
  readonly isWhole: boolean;
  /** Which kinds of edits; all of them where it is left out. */
  readonly passes?: readonly Pass[];
}

export interface Compression {
  readonly text: string;
  /** Of the original, in order; each group of them may be taken or left. */
  readonly edits: readonly CompressionEdit[];
  readonly tokens: { readonly before: number; readonly after: number };
  /** Paragraphs that stayed as they were because something would have been lost, and what. */
  readonly refused: readonly Loss[];
  /** How many stretches of each kind were protected. */
  readonly protected: Readonly<Record<string, number>>;
  /** Languages whose phrases were shortened; of others only the structure was. */
  readonly languages: readonly string[];
}

/** More rounds than any text has needed; one that does not settle comes back as it was. */
const mostRounds = 12;

/** Fewer tokens with the same constraints, by rules alone. The same text always gives the same edits, and its result none. */
export function compress(text: string, options: CompressOptions, vocabularies: Vocabularies): Compression {
  const count = tokensBetweenHoles(options.count);
  const patterns = options.patterns ?? [];
  const { level, isWhole } = options;
  const view = (of: string): View => viewOf(of, { level, isWhole, patterns }, vocabularies);
  const first = view(text);
  const edited = new EditedText(text);
  const settled = settle(edited, first, { view, count, passes: options.passes ?? all });
  const edits = settled ? edited.edits() : [];
  const rules = { ordered: true, words: 'declared', patterns } as const;
  const refused = validate(text, edits, rules, vocabularies);
  const unsafe = touching(edits, refused);
  const safe = edits.filter(({ group }) => !unsafe.has(group));
  const left = refused.length === 0 ? [] : validate(text, safe, rules, vocabularies);
  const after = left.length === 0 ? applyAll(text, safe) : text;
  const tokens = { before: count(text), after: count(after) };
  const fine = left.length === 0 && tokens.after <= tokens.before;
  return {
    text: fine ? after : text,
    edits: fine ? safe : [],
    tokens: fine ? tokens : { before: tokens.before, after: tokens.before },
    refused: [...refused, ...left],
    protected: countKinds(first),
    languages: languagesOf(first),
  };
}

/** Runs the passes until none has anything left to do. @returns whether they came to an end. */
function settle(
  edited: EditedText,
  first: View,
  {
    view,
    count,
    passes,
  }: {
    readonly view: (of: string) => View;
    readonly count: (text: string) => number;
    readonly passes: readonly Pass[];
  },
): boolean {
  let now = first;
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (const pass of passes) {
      const proposals = worthwhile(now, pass.propose(now), count);
      if (proposals.length === 0) continue;
      edited.apply(pass.id, proposals);
      now = view(edited.text);
      changed = true;
    }
    if (!changed) return true;
  }
  return false;
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
      const around = linesAround(view.text, unit);
      const [before, after] = [view.text.slice(around.start, around.end), applyAll(view.text, unit, around)];
      return count(after) < count(before) || (blanksOnly(view.text, unit) && count(after) === count(before));
    })
    .flat();
}

/** Fewer blanks for as many tokens are still easier to read. */
function blanksOnly(text: string, unit: readonly Proposal[]): boolean {
  return unit.every(({ start, end, text: by }) => text.slice(start, end).trim() === '' && by.trim() === '');
}

function linesAround(text: string, unit: readonly Proposal[]): Range {
  const start = unit.reduce((least, proposal) => Math.min(least, proposal.start), text.length);
  const end = unit.reduce((most, proposal) => Math.max(most, proposal.end), 0);
  const close = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: close === -1 ? text.length : close + 1 };
}

/** What a hole brings is not known, and no token reaches across it. */
function tokensBetweenHoles(count: (text: string) => number): (text: string) => number {
  return (text) =>
    text.split(holeMark).reduce((total, part) => (part === '' ? total : total + count(part)), 0);
}

function touching(edits: readonly CompressionEdit[], losses: readonly Loss[]): ReadonlySet<number> {
  const groups = edits
    .filter(({ start, end }) =>
      losses.some(({ paragraph }) => start <= paragraph.end && end >= paragraph.start),
    )
    .map(({ group }) => group);
  return new Set(groups);
}

function countKinds(view: View): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of view.protected.spans) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function languagesOf(view: View): string[] {
  const ids = view.lines.flatMap((line) => view.vocabularyOf(line)?.lexicon.id ?? []);
  return [...new Set(ids)].sort();
}
