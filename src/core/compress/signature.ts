import { json } from './passes/json.ts';
import type { Range } from '../text.ts';
import { applyAll } from './edited.ts';
import { layOutLines, sentencesOf, type Line } from './layout.ts';
import type { View } from './view.ts';
import { normal } from './wording.ts';

/** One thing that a text must not lose, and where it stands. */
export interface Kept extends Range {
  /** What it is: a kind of protected text, a kind of constraint, or the structure of a line. */
  readonly kind: string;
  readonly what: string;
}

/** All that a text must keep, in order. Blanks do not count, those of embedded JSON and of tables among them. */
export function keptOf(view: View): Kept[] {
  const { text, lines } = view;
  const kept: Kept[] = [];
  for (const { kind, start, end } of view.protected.spans) {
    const what = text.slice(start, end).replace(/\s+/g, ' ').trim();
    if (what !== '') kept.push({ kind, what, start, end });
  }
  for (const { kind, start, end } of lines)
    if (kind === 'table') kept.push({ kind, what: rowOf(text.slice(start, end)), start, end });
  for (const line of lines) {
    const vocabulary = view.vocabularyOf(line);
    if (vocabulary === null) continue;
    for (const { kind, name, start, end } of vocabulary.constraints(text.slice(line.content, line.end)))
      kept.push({ kind, what: name, start: line.content + start, end: line.content + end });
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A row of a table without its padding, and a ruler at its shortest. */
function rowOf(row: string): string {
  return row
    .trim()
    .replace(/[ \t]*\|[ \t]*/g, '|')
    .replace(/-{3,}/g, '---');
}

/** A text without the blanks that only structure has: two texts that differ in nothing else are the same. */
export function minified(view: View): string {
  return applyAll(view.text, json.propose(view));
}

/** A sentence, and the line that it stands in. */
export interface Sentence {
  readonly range: Range;
  readonly line: Line;
}

/** Those of prose, in whatever language. */
export function sentencesIn(text: string, lines: readonly Line[]): Sentence[] {
  return lines.flatMap((line) =>
    line.kind === 'text' ? sentencesOf(text, line).map((range) => ({ range, line })) : [],
  );
}

export function sentenceKeys(text: string): string[] {
  return sentencesIn(text, layOutLines(text)).map(({ range }) => sentenceKey(text, range));
}

/** Two sentences of one key say the same, word by word. */
export function sentenceKey(text: string, { start, end }: Range): string {
  return normal(text.slice(start, end)).replace(/\s+/g, ' ').trim();
}
