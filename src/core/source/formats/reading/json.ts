import { DecodedBuilder, verbatim, type Decoded } from '../../decoded.ts';
import type { Entries, Entry, Key } from './entries.ts';

/** What can begin something that matters; strings are then read by hand, since no pattern should hold one of megabytes. */
const token = /[{}[\]:,"']|\/\/[^\n]*|\/\*[^]*?\*\/|[A-Za-z_$][\w$]*/g;

interface Level {
  key: Key;
  readonly list: boolean;
}

/**
 * The strings of a JSON text; comments, trailing commas and the keys of JSON5 are allowed. Reads on behind mistakes, and
 * needs no stack, however deep the nesting.
 */
export function jsonEntries(text: string): Entries {
  const entries: Entry[] = [];
  const path: Level[] = [];
  const scan = new RegExp(token);
  let pending: string | null = null;
  let seen = false;
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [mark] = match;
    const top = path.at(-1);
    if (mark === '{' || mark === '[') path.push({ key: mark === '[' ? 0 : '', list: mark === '[' });
    else if (mark === '}' || mark === ']') path.pop();
    else if (mark === ',' && top !== undefined) top.key = top.list ? Number(top.key) + 1 : '';
    else if (mark === ':' && top !== undefined && pending !== null) top.key = pending;
    else if (mark === '"' || mark === "'") {
      const start = match.index + 1;
      const end = endOfString(text, start, mark);
      scan.lastIndex = end.next;
      if (!end.closed) continue;
      pending = text.slice(start, end.at);
      // a string before a colon is the key; levels too deep to be named are passed over
      if (top !== undefined && (top.list || top.key !== '') && path.length <= deepest)
        entries.push({ keys: path.map(({ key }) => key), text: decodeJson(text, start, end.at) });
    } else if (/^[A-Za-z_$]/.test(mark)) pending = mark;
    seen ||= mark === '{' || mark === '[';
  }
  return { entries, problem: seen ? null : 'it is not JSON' };
}

/** Nobody names a prompt further in; each level costs a copy of the keys. */
const deepest = 100;

/** A string ends at its quote; one that is not closed, at the end of its line. */
function endOfString(
  text: string,
  start: number,
  quote: string,
): { at: number; next: number; closed: boolean } {
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === quote) return { at: i, next: i + 1, closed: true };
    else if (c === '\n') return { at: i, next: i, closed: false };
  }
  return { at: text.length, next: text.length, closed: false };
}

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Decodes the inside of a JSON string (RFC 8259, section 7). A broken escape stays as it is. */
export function decodeJson(source: string, start: number, end: number): Decoded {
  if (!source.slice(start, end).includes('\\')) return verbatim(source, start, end);
  const out = new DecodedBuilder();
  let plain = start;
  for (let at = source.indexOf('\\', start); at >= 0 && at < end - 1; at = source.indexOf('\\', at)) {
    const code = /^u([0-9a-fA-F]{4})/.exec(source.slice(at + 1, Math.min(at + 6, end)))?.[1];
    const next = source[at + 1] ?? '';
    out.add(source.slice(plain, at), plain);
    out.add(code === undefined ? (simple[next] ?? next) : String.fromCharCode(parseInt(code, 16)), at);
    at = plain = at + (code === undefined ? 2 : 6);
  }
  out.add(source.slice(plain, end), plain);
  return out.build({ start, end });
}
