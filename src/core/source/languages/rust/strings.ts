import { decodeEscapes, joinDecoded, slice, verbatim, type Decoded, type Escape } from '../../decoded.ts';
import type { SyntaxNode } from '../../syntax.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  '0': '\0',
  "'": "'",
  '"': '"',
};

/** Decodes a Rust string literal of any form (The Rust Reference, "Tokens"). A wrong escape stands for itself. */
export function decodeRust(node: SyntaxNode, source: string): Decoded {
  const open = /^[bc]?(r?)(#*)["']/.exec(source.slice(node.start, Math.min(node.end, node.start + 300)));
  const raw = open?.[1] === 'r';
  const start = node.start + (open?.[0].length ?? 0);
  const close = (source[start - 1] ?? '"') + (open?.[2] ?? '');
  const closed = node.end - close.length >= start && source.startsWith(close, node.end - close.length);
  return decode(source, start, Math.max(start, closed ? node.end - close.length : node.end), raw);
}

function decode(source: string, start: number, end: number, raw: boolean): Decoded {
  const inside = source.slice(start, end);
  if ((raw || !inside.includes('\\')) && !inside.includes('\r')) return verbatim(source, start, end);
  return decodeEscapes(source, { start, end }, (at) => readEscape(source, at, end, raw));
}

function readEscape(source: string, at: number, end: number, raw: boolean): Escape | null {
  // a source file's CRLF is LF
  if (source[at] === '\r' && source[at + 1] === '\n' && at + 1 < end) return { text: '\n', end: at + 2 };
  if (source[at] !== '\\' || raw || at + 1 >= end) return null;
  const next = source[at + 1] ?? '';
  const known = simple[next];
  if (known !== undefined) return { text: known, end: at + 2 };
  if (next === '\n' || next === '\r') return { text: '', end: afterBlank(source, at + 1, end) };
  const hex = /^\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F_]{1,12})\})/.exec(
    source.slice(at, Math.min(at + 16, end)),
  );
  const digits = hex?.[1] ?? hex?.[2]?.replaceAll('_', '');
  if (hex === null || digits === undefined || digits === '') return null;
  const point = parseInt(digits, 16);
  return point > 0x10ffff ? null : { text: String.fromCodePoint(point), end: at + hex[0].length };
}

/** A backslash at the end of a line takes away all blanks and lines up to the next character. */
function afterBlank(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && ' \t\r\n'.includes(source[at] ?? '.')) at++;
  return at;
}

/** What `indoc!` makes of a text: without an empty first line, and without the indentation that all lines share. */
export function withoutIndent(decoded: Decoded): Decoded {
  const lines: [start: number, end: number][] = [];
  let at = 0;
  for (let newline = decoded.text.indexOf('\n'); newline !== -1; newline = decoded.text.indexOf('\n', at)) {
    lines.push([at, newline + 1]);
    at = newline + 1;
  }
  lines.push([at, decoded.text.length]);
  const indents = lines.slice(1).flatMap(([start, end]) => indentOf(decoded.text.slice(start, end)) ?? []);
  const margin = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
  const kept = lines.map(([start, end], i) => {
    if (i === 0) return decoded.text.slice(start, end).trim() === '' ? [end, end] : [start, end];
    const blank = decoded.text.slice(start, end).trim() === '';
    const line = end - start - (decoded.text[end - 1] === '\n' ? 1 : 0);
    return [start + (blank ? Math.min(margin, line) : margin), end];
  });
  const parts = kept.flatMap(([start = 0, end = 0]) => (end > start ? [slice(decoded, start, end)] : []));
  return joinDecoded(parts, decoded.range);
}

function indentOf(line: string): number | null {
  return line.trim() === '' ? null : line.length - line.trimStart().length;
}
