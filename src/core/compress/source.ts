import { sourceOffset } from '../source/decoded.ts';
import type { Text } from '../prompts/prompt.ts';
import type { Edit, Range } from '../text.ts';
import type { Draft } from './draft.ts';
import type { CompressionEdit } from './edited.ts';

/** Edits of a file, or why there are none. */
export type SourceEdits =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Edits of a decoded text as edits of the source that it is written in. What is taken out is taken out character by
 * character, so that quotes and line margins between stay; of what is put in, only an apostrophe may need an escape.
 * Whether the edited source decodes to the edited text is for the caller to see, by reading it again.
 * @param source the prompt's own file. Text from other files belongs to other prompts too, and stays as it is.
 */
export function sourceEdits(
  source: { readonly path: string; readonly text: string },
  draft: Draft,
  edits: readonly CompressionEdit[],
): SourceEdits {
  const out: Edit[] = [];
  for (const edit of edits) {
    if (/[\p{Cc}\\]/u.test(edit.text))
      return { kind: 'refused', why: `"${edit.text}" would need quoting that this file may not have` };
    const pieces = piecesOf(source, draft, edit);
    if (pieces === null) return { kind: 'refused', why: 'an edit reaches into text of another file' };
    // behind whole lines that go, what comes belongs to the last line
    const isLineStart = edit.start === 0 || draft.text[edit.start - 1] === '\n';
    const at = isLineStart ? pieces.length - 1 : 0;
    const text = edit.text.replaceAll("'", apostropheIn(source, draft, edit));
    pieces.forEach((range, i) => out.push({ range, text: i === at ? text : '' }));
  }
  return { kind: 'edits', edits: out };
}

/** An apostrophe as the source writes it where an edit is: in a text between apostrophes it needs an escape. */
function apostropheIn(
  source: { readonly path: string; readonly text: string },
  draft: Draft,
  { start }: Range,
): string {
  const part = draft.parts.find((one) => one.start <= start && start < one.end);
  if (part?.segment.kind !== 'text') return "'";
  const first = part.segment.range.start;
  if (source.text[first - 1] !== "'" && source.text[first] !== "'") return "'";
  return /\.ya?ml$/.test(source.path) ? "''" : "\\'";
}

/** The stretches of source that hold a stretch of the draft, apart where quotes stand between; null where another file does. */
function piecesOf(
  source: { readonly path: string; readonly text: string },
  draft: Draft,
  { start, end }: Range,
): Range[] | null {
  const pieces: Range[] = [];
  for (const part of draft.parts) {
    if (part.end <= start || part.start >= end) continue;
    const { segment } = part;
    if (segment.kind === 'hole' || segment.path !== source.path) return null;
    const last = Math.min(end, part.end) - part.start;
    for (let at = Math.max(start - part.start, 0); at < last; at++) {
      const from = sourceOffset(segment, at);
      const margin = takesMargin(draft.text, { start, end }, part.start + at);
      const piece = {
        start: margin ? marginBefore(source.text, segment, from) : from,
        end: endOf(source.text, segment, at, from),
      };
      const before = pieces.at(-1);
      if (before !== undefined && piece.start <= before.end)
        pieces[pieces.length - 1] = { start: before.start, end: Math.max(before.end, piece.end) };
      else pieces.push(piece);
    }
  }
  return pieces;
}

/**
 * Whether the margin of a line, which the language takes out of the text, goes with the line's first character: where
 * the whole line goes, or where what is left of it joins the line before.
 */
function takesMargin(text: string, { start, end }: Range, at: number): boolean {
  if (at > 0 && text[at - 1] !== '\n') return false;
  const joins = start > 0 && text[start - 1] !== '\n';
  const lineEnd = text.indexOf('\n', at);
  return joins || (lineEnd !== -1 && lineEnd < end);
}

function marginBefore(source: string, text: Text, from: number): number {
  let start = from;
  while (source[start - 1] === ' ' || source[start - 1] === '\t') start--;
  const isLineStart = start === 0 || source[start - 1] === '\n' || source[start - 1] === '\r';
  return isLineStart && start >= text.range.start ? start : from;
}

/** Where the source of a decoded character ends. An escape is a run of the map of its own. */
function endOf(source: string, text: Text, at: number, from: number): number {
  const next = at + 1 < text.text.length ? sourceOffset(text, at + 1) : text.range.end;
  if (next === from + 1) return next;
  const c = text.text[at];
  if (source[from] === c) return source[from + 1] === c && next === from + 2 ? next : from + 1;
  if (source[from] === '\r') return source[from + 1] === '\n' ? from + 2 : from + 1;
  const escape = /\\(?:x[\da-fA-F]{1,2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|\r\n|[^])/y;
  escape.lastIndex = from;
  return Math.max(
    Math.min(from + (escape.exec(source)?.[0].length ?? 1), Math.max(next, from + 1)),
    from + 1,
  );
}
