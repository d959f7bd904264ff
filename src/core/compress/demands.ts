import { sentencesOf } from './layout.ts';
import { words } from './lexicons/lexicon.ts';
import type { View } from './view.ts';
import type { Constraint } from './vocabulary.ts';

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

const loose = new Set(
  words(
    `or oder ou o more less any all can will would when but mehr weniger alle plus moins tout más menos todo
    one two three four five six seven eight nine ten eleven twelve twenty hundred thousand half double
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend deux trois quatre cinq
    six sept huit neuf dix onze douze vingt cent mille dos tres cuatro cinco seis siete ocho nueve diez once
    doce veinte cien mil`,
  ),
);
