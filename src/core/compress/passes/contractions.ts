import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `do not` → `don't`, from the balanced level on: it asks for the same, in a less formal tone. */
export const contractions: Pass = {
  id: 'contractions',
  propose(view) {
    if (!reaches(view.level, 'balanced')) return [];
    return view.sentences.flatMap(({ said, offset, reading }) =>
      reading.contractions
        .map(({ start, end, value }) => ({
          start: offset + start,
          end: offset + end,
          // what is short keeps the capital of what was long
          text: /^\p{Lu}/u.test(said.slice(start)) ? capital(value) : value,
        }))
        .filter(({ start, end }) => !view.protected.touches(start, end)),
    );
  },
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
