import { sentencesOf } from './layout.ts';
import { lexicons } from './lexicons/index.ts';
import type { View } from './view.ts';
import type { Constraint } from './reading.ts';

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
      if (binds(vocabulary.constraints(said))) demands.add(said);
    }
  }
  return [...demands];
}

/** Whether constraints ask for something: "or" of two things, and how many there are, do not by themselves. */
export function binds(constraints: readonly Constraint[]): boolean {
  return constraints.some(({ name }) => !loose.has(name));
}

const loose = new Set(lexicons.flatMap((lexicon) => lexicon.loose));
