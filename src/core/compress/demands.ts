import { sentencesOf } from './layout.ts';
import type { View } from './view.ts';

/** What a prompt asks for, sentence by sentence: those that oblige, forbid or restrict, as they are written. Each once. */
export function demandsOf({
  text,
  lines,
  vocabularyOf,
}: Pick<View, 'text' | 'lines' | 'vocabularyOf'>): string[] {
  const demands = new Set<string>();
  for (const line of lines) {
    const vocabulary = line.kind === 'text' ? vocabularyOf(line) : null;
    if (vocabulary === null) continue;
    for (const { start, end } of sentencesOf(text, line)) {
      const said = text.slice(start, end).trim();
      const found = vocabulary.constraints(said).map(({ name }) => name);
      // "and" of two things, or a question of them, asks for nothing by itself
      if (found.some((name) => !loose.has(name))) demands.add(said);
    }
  }
  return [...demands];
}

const loose = new Set([
  'or',
  'oder',
  'ou',
  'o',
  'more',
  'less',
  'any',
  'all',
  'can',
  'will',
  'would',
  'when',
  'but',
]);
