import type { Proposal } from '../edited.ts';
import type { Pass } from '../view.ts';

/** The padding of Markdown tables: it lines up columns for eyes that a model does not have. */
export const tables: Pass = {
  id: 'tables',
  propose: ({ text, lines }) =>
    lines.flatMap((line) => (line.kind === 'table' ? inRow(text, line.start, line.end) : [])),
};

function inRow(text: string, start: number, end: number): Proposal[] {
  const row = text.slice(start, end);
  const proposals: Proposal[] = [];
  // blanks at a cell's edge, and the dashes of the row below the head beyond three
  for (const match of row.matchAll(/(?<=\|)[ \t]+|(?<=[^ \t|])[ \t]+(?=\|)|(?<=\|[ \t]*:?---)-+/g)) {
    const at = start + match.index;
    const blank = match[0].trim() === '';
    if (blank && match[0].length === 1) continue;
    proposals.push({ start: at, end: at + match[0].length, text: blank ? ' ' : '', whole: { start, end } });
  }
  return proposals;
}
