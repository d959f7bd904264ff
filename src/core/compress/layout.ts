import type { Range } from '../text.ts';

export type LineKind = 'blank' | 'text' | 'heading' | 'code' | 'table' | 'example';

/** A line of a prompt without its line break. */
export interface Line extends Range {
  readonly kind: LineKind;
  /** Where its words begin, behind indentation, list marker and block quote. */
  readonly content: number;
}

const fence = /^[ \t]*(```|~~~)/;
const heading =
  /^[ \t]*(?:#{1,6}[ \t]+\S|[*_]{2}[^*_\n]{1,120}[*_]{2}:?[ \t]*$|[\p{Lu}\d][\p{Lu}\d /&-]{2,60}:?[ \t]*$)/u;
const table = /^[ \t]*\|.*\|[ \t]*$/;
const marker = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+•–]|\(?(?:\d{1,3}|[a-zA-Z])[.)]|\[[ xX]?\])[ \t]+)?/;
const exampleOpens =
  /^[ \t]*(?:#+[ \t]*|[*_]{2}|[-*][ \t]+|\d+[.)][ \t]+)?(?:few[- ]?shot[ \t]+)?(?:examples?|beispiele?|exemples?|ejemplos?)\b[^.!?\n]{0,40}[:*_]*[ \t]*$/i;
const exampleTag =
  /^[ \t]*<(\/?)(?:few[-_]?shot[\w-]*|[\w-]*examples?[\w-]*)(?:[ \t][^<>\n]{0,200})?>[ \t]*$/i;
const turn =
  /^[ \t]*(?:[-*][ \t]+)?[*_]{0,2}(?:input|output|q|a|question|answer|user|assistant|human|ai|query|response|customer|agent)[ \t]*\d*[*_]{0,2}:[*_]{0,2}(?:[ \t]|$)/i;

/** Lines and what they are, told in one pass from their forms. */
export function layOutLines(text: string): Line[] {
  const lines: Line[] = [];
  const state: State = { fence: null, tag: false, example: false, blank: false, margin: marginOf(text) };
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    const kind = kindOf(line, state, lines.at(-1)?.kind ?? 'blank');
    const content = kind === 'text' ? start + (marker.exec(line)?.[0].length ?? 0) : start;
    lines.push({ start, end, kind, content });
    if (found === -1) break;
    start = end + 1;
  }
  return lines;
}

interface State {
  fence: string | null;
  tag: boolean;
  example: boolean;
  blank: boolean;
  /** Characters of indentation that all lines share. */
  readonly margin: number;
}

function kindOf(line: string, state: State, before: LineKind): LineKind {
  const mark = fence.exec(line)?.[1] ?? null;
  if (state.fence !== null || mark !== null) {
    if (state.fence === null) state.fence = mark;
    else if (mark === state.fence) state.fence = null;
    return 'code';
  }
  const tag = exampleTag.exec(line);
  if (tag !== null) state.tag = tag[1] === '';
  if (tag !== null || state.tag) return 'example';
  if (line.trim() === '') {
    state.blank = true;
    return 'blank';
  }
  const kind = ofForm(line, state, before);
  state.blank = false;
  return kind;
}

function ofForm(line: string, state: State, before: LineKind): LineKind {
  if (exampleOpens.test(line)) {
    state.example = true;
    return 'example';
  }
  if (heading.test(line)) {
    state.example = false;
    return 'heading';
  }
  // an example goes on over blank lines only while turns follow
  if (turn.test(line)) return 'example';
  if (before === 'example' && !state.blank) return 'example';
  if (state.example && state.blank) state.example = false;
  if (table.test(line)) return 'table';
  return indentedCode(line.slice(state.margin), before) ? 'code' : 'text';
}

const statement = /^\s*(?:def|class|return|if|for|import|const|let|var|function)\b.*[:({;]/;

/** Four spaces more than prose needs, and signs that people do not write. */
function indentedCode(line: string, before: LineKind): boolean {
  if (before === 'text' || !/^(?: {4}|\t)/.test(line) || !/[\p{L}\p{N}]/u.test(line)) return false;
  return /[{}();=<>]\s*$/.test(line) || statement.test(line);
}

/** Sentences of a line: its words up to a mark that ends one. */
export function sentencesOf(text: string, line: Line): Range[] {
  const sentences: Range[] = [];
  let start = line.content;
  for (const match of text.slice(line.content, line.end).matchAll(/[.!?:;]["')\]”’]*(?=\s)/g)) {
    const end = line.content + match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
    while (start < line.end && /\s/.test(text[start] ?? '')) start++;
  }
  if (start < line.end) sentences.push({ start, end: line.end });
  return sentences;
}

/**
 * The indentation that all lines of a text share, in characters. A first line that begins in the middle of a line of
 * source has none and no say.
 * @param isWhole whether the first line begins where the prompt does; that of a part never has a say.
 */
export function marginOf(text: string, isWhole = true): number {
  let shared: string | null = null;
  for (const [i, line] of text.split('\n').entries()) {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (indent.length === line.length || (i === 0 && (indent === '' || !isWhole))) continue;
    // tabs and spaces that differ share only what they have in common
    let common: number = Math.min(indent.length, shared?.length ?? indent.length);
    while (shared !== null && common > 0 && indent.slice(0, common) !== shared.slice(0, common)) common--;
    shared = indent.slice(0, common);
  }
  return shared?.length ?? 0;
}
