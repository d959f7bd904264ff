import type { Proposal } from '../edited.ts';
import { holeMark } from '../draft.ts';
import type { Line } from '../layout.ts';
import type { Pass, View } from '../view.ts';

/** Beyond this a block is data that somebody should not have put into a prompt by hand. Characters. */
const longest = 1_000_000;

/** Blanks of embedded JSON that parses, unless its form is spoken of. */
export const json: Pass = {
  id: 'json',
  propose: (view) => proposals(view, spoken),
};

/** The same, but for JSON that shows the form of an answer: what a model answers then may have fewer blanks as well. */
export const jsonOfData: Pass = {
  id: 'json',
  propose: (view) => proposals(view, shown),
};

/** What introduces a block whose form matters. To whatever reads JSON its blanks do not: RFC 8259, section 2. */
const spoken = /\b(?:exactly|verbatim|indent\w*|pretty|formatted|as is|like this|looks? like)\b/i;
const shown =
  /\b(?:exactly|verbatim|indent\w*|pretty|formatted|as is|format|output|respond|response|return|reply|answer|example|template|like this|looks? like)\b/i;

function proposals(view: View, form: RegExp): Proposal[] {
  return blocks(view, form).flatMap(({ start, end }) => blanksOf(view.text, start, end));
}

/** Text without end could open brackets without end, each of which is looked for to its end. Characters. */
const mostLookedAt = 8 * longest;

/** Stretches that are one JSON object or array over several lines. */
function blocks(view: View, form: RegExp): { start: number; end: number }[] {
  const { text, lines } = view;
  if (!/[[{]/.test(text)) return [];
  const found: { start: number; end: number }[] = [];
  let lookedAt = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (
      line === undefined ||
      !/^[ \t]*[[{][ \t]*$|^[ \t]*[[{][ \t]*["{[]/.test(text.slice(line.start, line.end))
    )
      continue;
    if (lookedAt > mostLookedAt) break;
    const { last, until } = closing(view, i);
    lookedAt += until - line.start;
    const end = lines[last]?.end;
    if (end === undefined || last === i || form.test(introduction(view, i))) continue;
    const start = line.start + text.slice(line.start, line.end).search(/\S/);
    if (!parses(text.slice(start, end))) continue;
    found.push({ start, end: start + text.slice(start, end).trimEnd().length });
    i = last;
  }
  return found;
}

/** The line on which the brackets opened on line `first` are all closed, −1 where they are not; and how far that was looked for. */
function closing({ text, lines }: View, first: number): { last: number; until: number } {
  let depth = 0;
  let inString = false;
  for (let i = first; i < lines.length; i++) {
    const { start, end } = lines[i] as Line;
    if (end - (lines[first]?.start ?? 0) > longest) return { last: -1, until: start };
    for (let at = start; at < end; at++) {
      const c = text[at];
      if (inString && c === '\\') at++;
      else if (c === '"') inString = !inString;
      else if (!inString && (c === '{' || c === '[')) depth++;
      else if (!inString && (c === '}' || c === ']')) depth--;
    }
    if (inString) return { last: -1, until: end };
    if (depth <= 0) return { last: depth === 0 ? i : -1, until: end };
  }
  return { last: -1, until: text.length };
}

/** The last lines before a block. */
function introduction({ text, lines }: View, first: number): string {
  return lines
    .slice(Math.max(0, first - 6), first)
    .filter(({ kind }) => kind !== 'blank')
    .slice(-3)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

function parses(source: string): boolean {
  try {
    JSON.parse(source.replaceAll(holeMark, '0'));
    return true;
  } catch {
    // not JSON: the block stays as it is
    return false;
  }
}

function blanksOf(text: string, from: number, to: number): Proposal[] {
  const proposals: Proposal[] = [];
  for (const match of text.slice(from, to).matchAll(/"(?:[^"\\]|\\.)*"|\s+/g))
    if (!match[0].startsWith('"'))
      proposals.push({
        start: from + match.index,
        end: from + match.index + match[0].length,
        text: '',
        whole: { start: from, end: to },
      });
  return proposals;
}
