import { words } from '../lexicon.ts';
import { goes, stays, type Place } from '../phrase.ts';

/** Words that oblige or forbid by themselves. */
export const strongWords = ['do not', "don't", 'never', 'always', 'only'] as const;

/** Ways to say that what follows matters; a word that obliges or forbids by itself says as much. */
const emphasis: readonly Place[] = [
  goes('', 'very', 'really', 'also', 'extremely', 'absolutely', 'also very'),
  goes(...words('important essential crucial vital critical')),
  goes('that you', 'to'),
];

/** `it is important that you never`: what counts as `never`. @param it how it begins. */
export function emphasized(
  strong: readonly (typeof strongWords)[number][],
  it: readonly string[] = ['it is', "it's"],
): readonly Place[] {
  return [goes(...it), ...emphasis, stays(...strong)];
}
