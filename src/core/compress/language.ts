import { lexicons } from './lexicons/index.ts';
import type { Lexicon } from './lexicons/lexicon.ts';

/** Word → the languages in which it is one of the small ones. */
const commonIn: ReadonlyMap<string, readonly Lexicon[]> = byWord();

function byWord(): Map<string, Lexicon[]> {
  const known = new Map<string, Lexicon[]>();
  for (const lexicon of lexicons)
    for (const word of lexicon.common) {
      const others = known.get(word);
      if (others === undefined) known.set(word, [lexicon]);
      else others.push(lexicon);
    }
  return known;
}

/** Text beyond this does not change what language it is in. Characters. */
const enoughToTell = 20_000;

/**
 * The language of a text, by its small words; null where no language has enough of them to be sure.
 * One word in eight must be one of them, and the runner-up must have half as many at most.
 */
export function lexiconOf(text: string): Lexicon | null {
  const words =
    text
      .slice(0, enoughToTell)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = new Map(lexicons.map((lexicon) => [lexicon, 0]));
  for (const word of words)
    for (const lexicon of commonIn.get(word) ?? []) counts.set(lexicon, (counts.get(lexicon) ?? 0) + 1);
  const scores = [...counts].map(([lexicon, hits]) => ({ lexicon, hits })).sort((a, b) => b.hits - a.hits);
  const [first, second] = scores;
  if (first === undefined || first.hits < 2 || first.hits * 8 < words.length) return null;
  return second !== undefined && second.hits * 2 > first.hits ? null : first.lexicon;
}
