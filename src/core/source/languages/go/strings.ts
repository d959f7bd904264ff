import { DecodedBuilder, decodeEscapes, verbatim, type Decoded, type Escape } from '../../decoded.ts';
import type { SyntaxNode } from '../../syntax.ts';

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const decoder = new TextDecoder();

/** Decodes a Go string literal (The Go Programming Language Specification, "String literals"). A wrong escape stands for itself. */
export function decodeGo(node: SyntaxNode, source: string): Decoded {
  const raw = node.kind === 'raw_string_literal';
  const quote = raw ? '`' : '"';
  const start = node.start + 1;
  const closed = node.end > start && source[node.end - 1] === quote;
  const end = Math.max(start, closed ? node.end - 1 : node.end);
  return raw ? withoutReturns(source, start, end) : interpreted(source, start, end);
}

/** "Carriage return characters inside raw string literals are discarded from the raw string value." */
function withoutReturns(source: string, start: number, end: number): Decoded {
  if (!source.slice(start, end).includes('\r')) return verbatim(source, start, end);
  const out = new DecodedBuilder();
  let at = start;
  for (let i = source.indexOf('\r', at); i !== -1 && i < end; i = source.indexOf('\r', at)) {
    out.add(source.slice(at, i), at);
    at = i + 1;
  }
  out.add(source.slice(at, end), at);
  return out.build({ start, end });
}

function interpreted(source: string, start: number, end: number): Decoded {
  if (!source.slice(start, end).includes('\\')) return verbatim(source, start, end);
  return decodeEscapes(source, { start, end }, (at) =>
    source[at] === '\\' && at < end - 1 ? (readBytes(source, at, end) ?? readEscape(source, at, end)) : null,
  );
}

function readEscape(source: string, at: number, end: number): Escape | null {
  const next = source[at + 1] ?? '';
  const known = simple[next];
  if (known !== undefined) return { text: known, end: at + 2 };
  const digits = { u: 4, U: 8 }[next] ?? 0;
  const hex = source.slice(at + 2, Math.min(at + 2 + digits, end));
  if (digits === 0 || hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) return null;
  const point = parseInt(hex, 16);
  return point > 0x10ffff ? null : { text: String.fromCodePoint(point), end: at + 2 + digits };
}

/** `\xff` and `\377` are bytes; those that follow one another are read as the UTF-8 that they spell. */
function readBytes(source: string, at: number, end: number): Escape | null {
  const bytes: number[] = [];
  let next = at;
  for (;;) {
    const match = /^\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2}))/.exec(
      source.slice(next, Math.min(next + 4, end)),
    );
    if (match === null) break;
    bytes.push(match[1] === undefined ? parseInt(match[2] ?? '0', 8) : parseInt(match[1], 16));
    next += match[0].length;
  }
  return bytes.length === 0 ? null : { text: decoder.decode(new Uint8Array(bytes)), end: next };
}
