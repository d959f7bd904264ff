import type { Pass } from '../view.ts';

const ruler = /^[ \t]*([-=*_~+#])\1{3,}[ \t]*$/;

/** Lines of dashes: three say what forty say. One that the text speaks about stays as it is. */
export const rulers: Pass = {
  id: 'rulers',
  propose: ({ text, lines }) =>
    lines.flatMap(({ start, end, kind }) => {
      const line = text.slice(start, end);
      const found = kind === 'text' ? ruler.exec(line) : null;
      if (found === null) return [];
      const run = line.trim();
      const at = start + line.indexOf(run);
      const elsewhere = lines.some(
        (other) =>
          text.slice(other.start, other.end).includes(run) &&
          text.slice(other.start, other.end).trim() !== run,
      );
      return elsewhere ? [] : [{ start: at + 3, end: at + run.length, text: '' }];
    }),
};
