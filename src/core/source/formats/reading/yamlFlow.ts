import { DecodedBuilder, type Decoded } from '../../decoded.ts';

const simple: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/**
 * Decodes a plain or quoted scalar that may go over several lines (YAML 1.2.2, chapter 7): a single line break is a
 * space, further ones are line breaks, the white space around them goes.
 * @param quotes `single` for plain text as well: both have no escape but the doubled quote.
 */
export function decodeFlow(source: string, start: number, end: number, quotes: 'single' | 'double'): Decoded {
  const out = new DecodedBuilder();
  let plain = start;
  let at = start;
  const flush = (): void => {
    out.add(source.slice(plain, at), plain);
  };
  while (at < end) {
    const fold = foldAt(source, at, end);
    const escape = fold === null ? escapeAt(source, at, end, quotes) : null;
    if (fold === null && escape === null) {
      at++;
      continue;
    }
    flush();
    if (escape !== null) out.add(escape.text, at);
    else if (fold !== null) {
      if (fold.breaks.length === 1) out.add(' ', fold.breaks[0] ?? at);
      for (const place of fold.breaks.slice(1)) out.add('\n', place);
    }
    at = plain = escape?.end ?? fold?.end ?? end;
  }
  flush();
  return out.build({ start, end });
}

/** White space with at least one line break in it. */
function foldAt(source: string, at: number, end: number): { breaks: number[]; end: number } | null {
  if (!/[ \t\r\n]/.test(source[at] ?? '')) return null;
  const breaks: number[] = [];
  let to = at;
  for (; to < end && /[ \t\r\n]/.test(source[to] ?? ''); to++) if (source[to] === '\n') breaks.push(to);
  return breaks.length === 0 ? null : { breaks, end: to };
}

function escapeAt(
  source: string,
  at: number,
  end: number,
  quotes: 'single' | 'double',
): { text: string; end: number } | null {
  const next = source[at + 1] ?? '';
  if (quotes === 'single') return source[at] === "'" && next === "'" ? { text: "'", end: at + 2 } : null;
  if (source[at] !== '\\' || at + 1 >= end) return null;
  const broken = /^\\\r?\n[ \t]*/.exec(source.slice(at, Math.min(end, at + 1000)));
  if (broken !== null) return { text: '', end: at + broken[0].length };
  const digits = { x: 2, u: 4, U: 8 }[next] ?? 0;
  const code = digits === 0 ? NaN : parseInt(source.slice(at + 2, at + 2 + digits), 16);
  if (code <= 0x10ffff) return { text: String.fromCodePoint(code), end: at + 2 + digits };
  return { text: simple[next] ?? next, end: at + 2 };
}
