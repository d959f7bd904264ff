import { DecodedBuilder, verbatim, type Decoded } from '../../decoded.ts';
import type { Entries, Entry, Key } from './entries.ts';

/** What can begin something that matters; strings are then read by hand, since no pattern should hold one of megabytes. */
const token = /[{}[\]:,"']|\/\/[^\n]*|\/\*[^]*?\*\/|[A-Za-z_$][\w$]*/g;

/**
 * The strings of a JSON text; comments, trailing commas and the keys of JSON5 are allowed. Reads on behind mistakes, and
 * needs no stack, however deep the nesting.
 */
export function jsonEntries(text: string): Entries {
  const entries: Entry[] = [];
  const place = new Place();
  const scan = new RegExp(token);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [mark] = match;
    if (mark === ':') {
      // behind a string that was not closed, a key looks like a value until its colon comes
      if (place.turnsIntoKey) entries.pop();
      place.colon();
    } else if (mark === '"' || mark === "'") {
      const start = match.index + 1;
      const end = endOfString(text, start, mark);
      scan.lastIndex = end.next;
      if (!end.closed) continue;
      const keys = place.string(text.slice(start, end.at));
      if (keys !== null) entries.push({ keys, text: decodeJson(text, start, end.at) });
    } else place.mark(mark);
  }
  return { entries, problem: place.seen ? null : 'it is not JSON' };
}

/** Where in a JSON text a reader stands. */
class Place {
  readonly #levels: { key: Key; readonly list: boolean }[] = [];
  #last: string | null = null;
  /** The last string was taken for a value although it would have to be a key, if a colon came. */
  turnsIntoKey = false;
  /** There was an object or a list. */
  seen = false;

  mark(mark: string): void {
    this.turnsIntoKey = false;
    const top = this.#levels.at(-1);
    if (mark === '{' || mark === '[') {
      this.#levels.push(mark === '[' ? { key: 0, list: true } : { key: '', list: false });
      this.seen = true;
    } else if (mark === '}' || mark === ']') this.#levels.pop();
    else if (mark !== ',') this.#last = /^[A-Za-z_$]/.test(mark) ? mark : this.#last;
    else if (top !== undefined) top.key = top.list ? Number(top.key) + 1 : '';
  }

  colon(): void {
    this.turnsIntoKey = false;
    const top = this.#levels.at(-1);
    if (top !== undefined && this.#last !== null) top.key = this.#last;
  }

  /** The keys of a string that is a value; null for one that is a key, or stands too deep to be named. */
  string(text: string): readonly Key[] | null {
    this.#last = text;
    const top = this.#levels.at(-1);
    const value = top !== undefined && (top.list || top.key !== '') && this.#levels.length <= deepest;
    this.turnsIntoKey = value && !top.list;
    return value ? this.#levels.map(({ key }) => key) : null;
  }
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
