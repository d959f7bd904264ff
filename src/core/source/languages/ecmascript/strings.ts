import { DecodedBuilder, verbatim, type Decoded, type Escape } from '../../decoded.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/**
 * Decodes the inside of a string or template, `[start, end)` of `source`, as ECMA-262 (12.9.4, 12.9.6) says.
 * A wrong escape stands for itself. In a template CRLF is LF.
 */
export function decodeEcmascript(source: string, start: number, end: number, template: boolean): Decoded {
  const raw = source.slice(start, end);
  if (!raw.includes('\\') && !(template && raw.includes('\r'))) return verbatim(source, start, end);
  const out = new DecodedBuilder();
  let plain = start;
  let at = start;
  while (at < end) {
    const c = source[at];
    if (c === '\r' && template) {
      out.add(source.slice(plain, at), plain);
      out.add('\n', at);
      at += source[at + 1] === '\n' && at + 1 < end ? 2 : 1;
      plain = at;
      continue;
    }
    if (c !== '\\' || at + 1 >= end) {
      at++;
      continue;
    }
    out.add(source.slice(plain, at), plain);
    const escape = readEscape(source, at, end);
    out.add(escape.text, at);
    at = plain = escape.end;
  }
  out.add(source.slice(plain, end), plain);
  return out.build({ start, end });
}

function readEscape(source: string, at: number, end: number): Escape {
  const c = source[at + 1] ?? '';
  if (c === '\r' && source[at + 2] === '\n') return { text: '', end: at + 3 };
  if (c === '\n' || c === '\r' || c === '\u2028' || c === '\u2029') return { text: '', end: at + 2 };
  if (c === 'x') return numbered(source, at + 2, at + 4, end) ?? { text: 'x', end: at + 2 };
  if (c === 'u' && source[at + 2] === '{') {
    const close = source.indexOf('}', at + 3);
    const braced =
      close === -1 || close >= end || close - at >= 12 ? null : numbered(source, at + 3, close, end);
    return braced === null ? { text: 'u', end: at + 2 } : { text: braced.text, end: close + 1 };
  }
  if (c === 'u') return numbered(source, at + 2, at + 6, end) ?? { text: 'u', end: at + 2 };
  if (c === '0' && /[0-7]/.test(source[at + 2] ?? '')) return { text: '\0', end: at + 2 };
  return { text: simple[c] ?? c, end: at + 2 };
}

/** The character whose hexadecimal number is `[start, stop)`; null when it is none. @param end of the whole text. */
function numbered(source: string, start: number, stop: number, end: number): Escape | null {
  if (stop > end) return null;
  const hex = source.slice(start, stop);
  if (!/^[0-9a-fA-F]+$/.test(hex)) return null;
  const point = parseInt(hex, 16);
  return point > 0x10ffff ? null : { text: String.fromCodePoint(point), end: stop };
}
