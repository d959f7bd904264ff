import { decodeEscapes, verbatim, type Decoded, type Escape } from '../../decoded.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

export interface PythonString {
  readonly raw: boolean;
  readonly bytes: boolean;
  /** An f-string (or t-string), in whose text `{{` and `}}` are braces. */
  readonly formatted: boolean;
}

/** What the letters before the quotes say. */
export function readPrefix(start: string): PythonString {
  const letters = start.toLowerCase();
  return {
    raw: letters.includes('r'),
    bytes: letters.includes('b'),
    formatted: letters.includes('f') || letters.includes('t'),
  };
}

/** Decodes text inside a Python string (Language Reference 2.4.1). An unknown escape keeps its backslash; CRLF is LF. */
export function decodePython(source: string, start: number, end: number, style: PythonString): Decoded {
  const raw = source.slice(start, end);
  const special =
    (!style.raw && raw.includes('\\')) || raw.includes('\r') || (style.formatted && /[{}]{2}/.test(raw));
  if (!special) return verbatim(source, start, end);
  return decodeEscapes(source, { start, end }, (at) => readEscape(source, at, end, style));
}

function readEscape(source: string, at: number, end: number, style: PythonString): Escape | null {
  const c = source[at];
  if (c === '\r') return { text: '\n', end: source[at + 1] === '\n' && at + 1 < end ? at + 2 : at + 1 };
  if (style.formatted && (c === '{' || c === '}') && source[at + 1] === c && at + 1 < end)
    return { text: c, end: at + 2 };
  if (c !== '\\' || style.raw || at + 1 >= end) return null;
  const next = source[at + 1] ?? '';
  if (next === '\n') return { text: '', end: at + 2 };
  if (next === '\r') return { text: '', end: source[at + 2] === '\n' ? at + 3 : at + 2 };
  const known = simple[next];
  if (known !== undefined) return { text: known, end: at + 2 };
  const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, Math.min(at + 4, end)));
  if (octal !== null)
    return { text: String.fromCharCode(parseInt(octal[0], 8)), end: at + 1 + octal[0].length };
  const digits = { x: 2, u: style.bytes ? 0 : 4, U: style.bytes ? 0 : 8 }[next] ?? 0;
  if (digits === 0) return null;
  const hex = source.slice(at + 2, Math.min(at + 2 + digits, end));
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) return null;
  const point = parseInt(hex, 16);
  return point > 0x10ffff ? null : { text: String.fromCodePoint(point), end: at + 2 + digits };
}
