import { holeMark } from '../draft.ts';
import { bySentence } from '../sentences.ts';
import type { Pass } from '../view.ts';

/** `their name, which is {name}` → `their name, {name}`: what stands beside a thing is what it is. */
export const appositions: Pass = {
  id: 'appositions',
  propose: (view) =>
    bySentence(view, ({ said, lexicon: { appositions: known } }) =>
      known === null
        ? []
        : Array.from(said.matchAll(known))
            .filter(({ index, 0: whole }) => given.test(said.slice(index + whole.length)))
            .map(({ index, 0: whole }) => ({ start: index + 2, end: index + whole.length, text: '' })),
    ),
};

/** A placeholder, code, a quotation or a number, with nothing behind it but the end of the clause. */
const given = new RegExp(
  `^(?:${holeMark}|\\$?\\{\\{?[^{}\\n]{1,80}\\}\\}?|\`[^\`\\n]{1,80}\`|"[^"\\n]{1,80}"|[€$£+]?\\d[\\d .,/:-]{0,30}\\d[%€]?|<[^<>\\n]{1,80}>|\\[[^\\[\\]\\n]{1,60}\\])(?=[.,;:)]|$)`,
);
