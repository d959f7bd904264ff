import type { Lexicon } from '../../../src/core/compress/lexicons/lexicon.ts';
import type { Phrase, Place } from '../../../src/core/compress/lexicons/phrase.ts';

/** All phrases of a lexicon, those of its families written out one by one. */
export function phrasesOf(lexicon: Pick<Lexicon, 'phrases' | 'families'>): Phrase[] {
  const ofFamilies = lexicon
    .families()
    .flatMap(({ places, ...how }) => waysOf(places).map(([from, to]) => ({ ...how, from, to })));
  return [...lexicon.phrases(), ...ofFamilies];
}

/** Every spelling of every constraint. */
export function spellingsOf({ constraints }: Lexicon): string[] {
  return Object.values(constraints)
    .flatMap((table) => Object.values(table).flat())
    .flatMap((spelling) =>
      typeof spelling === 'string' ? [spelling] : waysOf(spelling).map(([written]) => written),
    );
}

function waysOf(places: readonly Place[]): Place {
  return places.reduce<Place>(
    (ways, place) =>
      ways.flatMap(([written, said]) =>
        place.map(([behind, stays]) => [joined(written, behind), joined(said, stays)] as const),
      ),
    [['', '']],
  );
}

function joined(one: string, other: string): string {
  return [one, other].filter((part) => part !== '').join(' ');
}
