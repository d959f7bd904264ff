import { holeMark } from './draft.ts';
import { applyAll, type CompressionEdit } from './edited.ts';
import type { Compression, CompressionTask } from './engine.ts';
import { validate, type Loss, type Rules } from './validate.ts';
import { viewOf, type View } from './view.ts';

/**
 * Where every engine ends: its edits held to the original. Paragraphs that would lose something come back as they were;
 * if anything would still be lost, or the result has more tokens, all of it does.
 * @param edits of the task's text, in order, without overlaps.
 */
export function held(
  task: CompressionTask,
  edits: readonly CompressionEdit[],
  rules: Omit<Rules, 'patterns'>,
  view: View = viewOfTask(task),
): Compression {
  const { text, vocabularies, patterns } = task;
  const count = tokensBetweenHoles(task.count);
  const all = { ...rules, patterns };
  const refused = validate(text, edits, all, vocabularies);
  const unsafe = touching(edits, refused);
  const safe = edits.filter(({ group }) => !unsafe.has(group));
  const left = refused.length === 0 ? [] : validate(text, safe, all, vocabularies);
  const after = left.length === 0 ? applyAll(text, safe) : text;
  const tokens = { before: count(text), after: count(after) };
  const fine = left.length === 0 && tokens.after <= tokens.before;
  return {
    text: fine ? after : text,
    edits: fine ? safe : [],
    tokens: fine ? tokens : { before: tokens.before, after: tokens.before },
    refused: [...refused, ...left],
    rules,
    protected: countKinds(view),
    languages: languagesOf(view),
  };
}

export function viewOfTask({ text, level, isWhole, patterns, vocabularies }: CompressionTask): View {
  return viewOf(text, { level, isWhole, patterns }, vocabularies);
}

/** What a hole brings is not known, and no token reaches across it. */
export function tokensBetweenHoles(count: (text: string) => number): (text: string) => number {
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
