import type { Pass } from '../view.ts';

/** A typographic apostrophe within a word, and a blank that breaks no line: most tokenizers know them only by themselves. */
const signs = /(?<=\p{L})’(?=\p{L})|(?<=[\p{L},;])[\u00a0\u202f](?=\p{L})/gu;

/** One of them, in whatever place: most lines have none. */
const sign = /[’\u00a0\u202f]/;

/** `don’t` → `don't` */
export const typography: Pass = {
  id: 'typography',
  propose: (view) =>
    view.lines.flatMap(({ start, end, kind }) => {
      if (kind !== 'text') return [];
      const line = view.text.slice(start, end);
      if (!sign.test(line)) return [];
      return Array.from(line.matchAll(signs), (match) => ({
        start: start + match.index,
        end: start + match.index + 1,
        text: match[0] === '’' ? "'" : ' ',
        // a line is written in one way
        whole: { start, end },
      })).filter((edit) => !view.protected.touches(edit.start, edit.end));
    }),
};
