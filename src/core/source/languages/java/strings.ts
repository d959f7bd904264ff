import { DecodedBuilder, verbatim, type Decoded, type Escape } from '../../decoded.ts';
import type { Range } from '../../../text.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  s: ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** Decodes a string, a text block or a character, quotes included in `literal`. A literal without an end ends where its node does. */
export function decodeJava(source: string, literal: Range): Decoded {
  const raw = source.slice(literal.start, literal.end);
  const opening = /^"""[ \t\f]*(?:\r\n|\r|\n)/.exec(raw)?.[0];
  if (opening !== undefined) {
    const closed = raw.length > opening.length + 2 && raw.endsWith('"""');
    return decodeTextBlock(source, literal.start + opening.length, literal.end - (closed ? 3 : 0));
  }
  const start = literal.start + 1;
  const end = raw.length > 1 && raw.endsWith(raw[0] ?? '"') ? literal.end - 1 : literal.end;
  if (!source.slice(start, end).includes('\\')) return verbatim(source, start, end);
  const out = new DecodedBuilder();
  addEscaped(out, source, start, end);
  return out.build({ start, end });
}

interface Line extends Range {
  /** Where the next line begins. */
  readonly next: number;
}

/**
 * A text block without the indentation that its lines share and without the blanks at their ends; only then are its
 * escapes read. Java Language Specification (SE 21) 3.10.6.
 */
function decodeTextBlock(source: string, start: number, end: number): Decoded {
  const lines = linesOf(source, start, end);
  const indents = lines.flatMap((line, i) => {
    const text = source.slice(line.start, line.end);
    const indent = text.length - text.trimStart().length;
    return indent < text.length || i === lines.length - 1 ? [indent] : [];
  });
  const margin = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  const out = new DecodedBuilder();
  lines.forEach((line, i) => {
    const text = source.slice(line.start, line.end).trimEnd();
    const from = line.start + Math.min(margin, text.length);
    const to = line.start + text.length;
    const joined = addEscaped(out, source, from, to, true);
    if (!joined && i < lines.length - 1) out.add('\n', line.end);
  });
  return out.build({ start, end });
}

function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let at = start;
  for (const match of source.slice(start, end).matchAll(/\r\n|\r|\n/g)) {
    const next = start + match.index + match[0].length;
    lines.push({ start: at, end: start + match.index, next });
    at = next;
  }
  lines.push({ start: at, end, next: end });
  return lines;
}

/**
 * Adds `[from, to)` with its escapes decoded (3.3, 3.10.7); a wrong escape stands for itself.
 * @param line whether a backslash at the end joins this line with the next one.
 * @returns whether it does.
 */
function addEscaped(out: DecodedBuilder, source: string, from: number, to: number, line = false): boolean {
  let plain = from;
  let at = source.indexOf('\\', from);
  while (at !== -1 && at < to) {
    out.add(source.slice(plain, at), plain);
    if (line && at + 1 === to) return true;
    const escape = readEscape(source, at, to);
    out.add(escape.text, at);
    plain = escape.end;
    at = source.indexOf('\\', plain);
  }
  out.add(source.slice(plain, to), plain);
  return false;
}

function readEscape(source: string, at: number, to: number): Escape {
  const rest = source.slice(at, Math.min(to, at + 16));
  const unicode = /^\\u+([0-9a-fA-F]{4})/.exec(rest);
  if (unicode?.[1] !== undefined)
    return { text: String.fromCharCode(parseInt(unicode[1], 16)), end: at + unicode[0].length };
  const octal = /^\\(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(rest)?.[0];
  if (octal !== undefined)
    return { text: String.fromCharCode(parseInt(octal.slice(1), 8)), end: at + octal.length };
  const known = simple[rest[1] ?? ''];
  return known === undefined ? { text: '\\', end: at + 1 } : { text: known, end: at + 2 };
}
