import { sentencesOf } from '../layout.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `do not` → `don't`, from the balanced level on: it asks for the same, in a less formal tone. */
export const contractions: Pass = {
  id: 'contractions',
  propose(view) {
    if (!reaches(view.level, 'balanced')) return [];
    return view.lines.flatMap((line) => {
      const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
      if (vocabulary === null) return [];
      return sentencesOf(view.text, line).flatMap(({ start, end }) => {
        const said = view.text.slice(start, end);
        return vocabulary
          .contractions(said)
          .map((one) => ({
            start: start + one.start,
            end: start + one.end,
            // what is short keeps the capital of what was long
            text: /^\p{Lu}/u.test(said.slice(one.start)) ? capital(one.value) : one.value,
          }))
          .filter((one) => !view.protected.touches(one.start, one.end));
      });
    });
  },
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
