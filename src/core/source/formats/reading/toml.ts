import { DecodedBuilder, verbatim, type Decoded } from '../../decoded.ts';
import type { Entries, Entry } from './entries.ts';

/** Keys, dots, quotes: what may stand before a table's bracket or a value. */
const header = /^[ \t]*\[\[?\s*([^\]\n]+?)\s*\]\]?[ \t]*(?:#[^\n]*)?\r?$/;
const assignment =
  /^[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*/;
const quotes: readonly string[] = ['"""', "'''", '"', "'"];

/**
 * The strings that TOML gives to keys (toml.io/en/v1.0.0). Goes line by line and passes over all else, so that no mistake
 * ends it; strings inside lists and inline tables are not told.
 */
export function tomlEntries(text: string): Entries {
  const entries: Entry[] = [];
  let table: string[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, newline < 0 ? text.length : newline);
    const head = header.exec(line);
    const key = head === null ? assignment.exec(line) : null;
    if (head !== null) table = keysOf(head[1] ?? '');
    const string = key === null ? null : stringAt(text, at + key[0].length);
    if (key !== null && string !== null)
      entries.push({ keys: [...table, ...keysOf(key[1] ?? '')], text: string.text });
    at = string === null ? next : Math.max(string.end, at + 1);
    if (string !== null) {
      const rest = text.indexOf('\n', string.end);
      at = rest < 0 ? text.length : rest + 1;
    }
  }
  return { entries, problem: null };
}

function keysOf(path: string): string[] {
  return (path.match(/[\w-]+|"[^"]*"|'[^']*'/g) ?? []).map((key) => key.replace(/^["']|["']$/g, ''));
}

function stringAt(text: string, start: number): { text: Decoded; end: number } | null {
  const quote = quotes.find((mark) => text.startsWith(mark, start));
  if (quote === undefined) return null;
  const from = start + quote.length;
  const multiline = quote.length === 3;
  const escapes = quote.startsWith('"');
  const close = closeOf(text, from, quote, escapes, multiline);
  if (close < 0) return null;
  // a line break right behind the opening quotes is not of the text
  const skip = multiline ? (/^\r?\n/.exec(text.slice(from, from + 2))?.[0].length ?? 0) : 0;
  const inner = from + skip;
  return {
    text: escapes ? decode(text, inner, close) : verbatim(text, inner, close),
    end: close + quote.length,
  };
}

function closeOf(text: string, from: number, quote: string, escapes: boolean, multiline: boolean): number {
  for (let i = from; i < text.length; i++) {
    if (escapes && text[i] === '\\') i++;
    else if (!multiline && text[i] === '\n') return -1;
    else if (text.startsWith(quote, i)) {
      // up to two quotes may stand before the closing ones
      while (multiline && text[i + quote.length] === quote[0]) i++;
      return i;
    }
  }
  return -1;
}

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', e: '\x1b' };

function decode(source: string, start: number, end: number): Decoded {
  const out = new DecodedBuilder();
  let plain = start;
  for (let at = source.indexOf('\\', start); at >= 0 && at < end - 1; at = source.indexOf('\\', at)) {
    const rest = source.slice(at, Math.min(end, at + 1000));
    const code = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
    const broken = /^\\[ \t]*\r?\n\s*/.exec(rest);
    const next = source[at + 1] ?? '';
    out.add(source.slice(plain, at), plain);
    const point = parseInt(code?.[1] ?? code?.[2] ?? '', 16);
    const character = point <= 0x10ffff ? String.fromCodePoint(point) : (simple[next] ?? next);
    out.add(broken === null ? character : '', at);
    at = plain = at + (broken?.[0].length ?? code?.[0].length ?? 2);
  }
  out.add(source.slice(plain, end), plain);
  return out.build({ start, end });
}
