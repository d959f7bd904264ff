import type { Proposal } from '../edited.ts';
import { isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `each of the replacements` → `each replacement`, where nothing but the noun follows. */
export const distributives: Pass = {
  id: 'distributives',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? view.sentences.flatMap((sentence) => {
          const { clauses } = sentence.lexicon;
          const places = clauses === null ? [] : sentence.reading.placesOf([clauses.each]);
          return places.flatMap((i) => {
            const found = ofEach(sentence, i + 1);
            if (found === null) return [];
            const [start, end] = [sentence.offset + found.start, sentence.offset + found.end];
            return view.protected.touches(start, end) ? [] : [{ start, end, text: found.text }];
          });
        })
      : [],
};

/** @param i of "of". */
function ofEach(
  { said, reading: { words, constraints, fixed }, lexicon }: Sentence,
  i: number,
): Proposal | null {
  const { clauses, relatives, common } = lexicon;
  const [each, of, all, noun, next] = [words[i - 1], words[i], words[i + 1], words[i + 2], words[i + 3]];
  if (clauses === null || relatives === null || of === undefined || noun === undefined) return null;
  const { each: known, ofAll, singular } = clauses;
  if (each?.normal !== known || !ofAll.includes(all?.normal ?? '') || !isPlain(said, each, noun)) return null;
  if (all?.normal !== clauses.article && said.endsWith(':')) return null;
  const one = singular(noun.normal);
  // of "each of the sales reports" the first is no plural; "each of these:" points at what follows
  const isNoun =
    next === undefined ||
    /^[.,;!?)]/.test(next.normal) ||
    [common, relatives.subjects, relatives.determiners, relatives.prepositions].some((list) =>
      list.includes(next.normal),
    ) ||
    constraints.some(({ start }) => start === next.start);
  // "each of the" constrains as "each" does
  const isFree = fixed.every(({ start, end }) => start <= each.start || end <= of.start || start >= noun.end);
  return one === null || !isNoun || !isFree ? null : { start: of.start, end: noun.end, text: one };
}
