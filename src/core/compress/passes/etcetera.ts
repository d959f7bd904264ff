import { bySentence } from '../sentences.ts';
import type { Pass } from '../view.ts';

/** `such as rye, spelt, etc.` → `such as rye, spelt`: what begins as examples need not end as such. */
export const etcetera: Pass = {
  id: 'etcetera',
  propose: (view) =>
    bySentence(view, ({ said, offset, line, lexicon: { openLists } }) => {
      // "etc." in the midst of a sentence looks like its end
      if (openLists === null || !openLists.signs.some((sign) => said.includes(sign))) return [];
      if (/^\s+\p{Ll}/u.test(view.text.slice(offset + said.length, line.end))) return [];
      const lead = view.text.slice(line.start, offset);
      const { opens, closes } = openLists;
      return Array.from(said.matchAll(closes)).flatMap((match) => {
        const before = lead + said.slice(0, match.index);
        const opened = Math.max(...opens.map((one) => before.toLowerCase().lastIndexOf(one)));
        // what opens the list stands in the same bracket and the same sentence
        if (opened < 0 || /[()[\].!?;]\s/.test(before.slice(opened).replace(/\be\.g\./g, ''))) return [];
        return [{ start: match.index, end: match.index + match[0].length, text: '' }];
      });
    }),
};
