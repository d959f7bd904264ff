import type { Proposal } from '../edited.ts';
import { marginOf, type Line } from '../layout.ts';
import type { Pass, View } from '../view.ts';

/** Blanks that no reader sees: behind lines, between words, more than one empty line, a margin that all lines share. */
export const whitespace: Pass = {
  id: 'whitespace',
  propose(view) {
    const { lines, isWhole } = view;
    const first = isWhole ? lines.findIndex(({ kind }) => kind !== 'blank') : 0;
    const last = isWhole ? lines.findLastIndex(({ kind }) => kind !== 'blank') : lines.length - 1;
    if (first < 0) return [];
    const margin = marginOf(view.text, isWhole);
    const proposals: Proposal[] = [];
    let blanks = 0;
    for (const [i, line] of lines.entries()) {
      // what a part begins with is the rest of a line, and not an empty one
      blanks = line.kind === 'blank' && (isWhole || i > 0) ? blanks + 1 : 0;
      // at its edges a whole prompt needs no empty lines; a part of one may
      if (i > last) proposals.push({ start: line.start - 1, end: line.end, text: '' });
      else if (i < first || (blanks > 1 && i < lines.length - 1))
        proposals.push({ start: line.start, end: line.end + 1, text: '' });
      else proposals.push(...inLine(view, line, margin));
    }
    return proposals;
  },
};

function inLine(view: View, line: Line, margin: number): Proposal[] {
  const { text, isWhole } = view;
  // the blanks at the edges of a part keep its words from those of its neighbours
  const [opens, closes] = [isWhole || line.start > 0, isWhole || line.end < text.length];
  const indent = text.slice(line.start, line.end).search(/[^ \t]|$/);
  // a first line that begins in the middle of a line of source may have less than the others share
  const cut = line.kind === 'blank' ? line.end - line.start : Math.min(margin, indent);
  const last = line.start + text.slice(line.start, line.end).trimEnd().length;
  const proposals: Proposal[] = [];
  if (cut > 0 && opens && (closes || line.kind !== 'blank'))
    proposals.push({ start: line.start, end: line.start + cut, text: '' });
  if (line.kind === 'blank') return proposals;
  if (line.kind === 'text')
    for (const { start, end } of gaps(view, line, last)) proposals.push({ start, end, text: ' ' });
  if (line.kind !== 'code' && last < line.end && closes)
    proposals.push({ start: last, end: line.end, text: '' });
  return proposals;
}

/** Two spaces or more between words. */
function gaps(view: View, line: Line, last: number): { start: number; end: number }[] {
  return Array.from(view.text.slice(line.content, last).matchAll(/[ \t]{2,}/g), (match) => ({
    start: line.content + match.index,
    end: line.content + match.index + match[0].length,
  })).filter(({ start, end }) => start > line.content && !view.protected.touches(start, end));
}
