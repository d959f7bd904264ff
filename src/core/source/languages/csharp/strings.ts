import { DecodedBuilder, decodeEscapes, verbatim, type Decoded, type Escape } from '../../decoded.ts';
import type { StringPart } from '../../language.ts';
import type { SyntaxNode } from '../../syntax.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** How a literal is written, by what stands before its text. */
interface Style {
  readonly kind: 'regular' | 'verbatim' | 'raw';
  readonly interpolated: boolean;
}

/** Text of a literal, `[start, end)`, and what is done to it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  /** Blanks that every line of a raw literal begins with, and whether this stretch begins a line. */
  readonly indent: number;
  readonly lineStart: boolean;
}

/** The parts of a string, a character, or an interpolated string, as the C# specification (6.4.5, 12.8.3) says. */
export function stringParts(
  node: SyntaxNode,
  source: string,
): { readonly interpolated: boolean; readonly parts: readonly StringPart[] } {
  const raw = source.slice(node.start, node.end);
  const [opening = '', prefix = '', quotes = ''] = /^([$@]*)("{3,}|"|')/.exec(raw) ?? [];
  const closing = /["']+(?:[uU]8)?$/.exec(raw.slice(opening.length))?.[0] ?? '';
  const closed = closing.replace(/u8$/i, '').length >= quotes.length;
  const style: Style = { kind: kindOf(prefix, quotes), interpolated: prefix.includes('$') };
  const suffix = closed ? quotes.length + (/u8$/i.test(closing) ? 2 : 0) : 0;
  const { start, end, indent } = body(source, node.start + opening.length, node.end - suffix, style);
  const parts: StringPart[] = [];
  let at = start;
  const text = (until: number): void => {
    if (until <= at) return;
    const lineStart = at === start && indent > 0;
    parts.push({ kind: 'text', text: decode(source, { start: at, end: until, style, indent, lineStart }) });
  };
  for (const child of node.children) {
    if (child.kind !== 'interpolation') continue;
    text(child.start);
    const inner = child.children.find(({ kind }) => !kind.startsWith('interpolation_') && kind !== 'comment');
    parts.push({ kind: 'hole', node: inner ?? child, range: { start: child.start, end: child.end } });
    at = Math.max(at, child.end);
  }
  text(end);
  return { interpolated: style.interpolated, parts };
}

function kindOf(prefix: string, quotes: string): Style['kind'] {
  if (quotes.length >= 3) return 'raw';
  return prefix.includes('@') ? 'verbatim' : 'regular';
}

/** Of a raw literal in several lines, the lines between its quotes, and the blanks before the closing ones. */
function body(
  source: string,
  start: number,
  end: number,
  { kind }: Style,
): { start: number; end: number; indent: number } {
  const whole = source.slice(start, end);
  const first = kind === 'raw' ? /^[ \t]*(?:\r\n|\r|\n)/.exec(whole)?.[0] : undefined;
  if (first === undefined) return { start, end: Math.max(start, end), indent: 0 };
  const last = /(?:\r\n|\r|\n)([ \t]*)$/.exec(whole);
  const from = start + first.length;
  if (last === null) return { start: from, end, indent: 0 };
  return { start: from, end: Math.max(from, start + last.index), indent: last[1]?.length ?? 0 };
}

function decode(source: string, stretch: Stretch): Decoded {
  const { start, end, style, indent } = stretch;
  if (style.kind === 'raw') return indent === 0 ? verbatim(source, start, end) : decodeRaw(source, stretch);
  const text = source.slice(start, end);
  const special = style.kind === 'verbatim' ? text.includes('""') : text.includes('\\');
  if (!special && !(style.interpolated && /[{}]/.test(text))) return verbatim(source, start, end);
  return decodeEscapes(source, { start, end }, (at) => readEscape(source, at, end, style));
}

function decodeRaw(source: string, { start, end, indent, lineStart }: Stretch): Decoded {
  const out = new DecodedBuilder();
  let at = start;
  let begins = lineStart;
  while (at < end) {
    const newline = source.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const blanks = begins
      ? (/^[ \t]*/.exec(source.slice(at, Math.min(next, at + indent)))?.[0].length ?? 0)
      : 0;
    out.add(source.slice(at + blanks, next), at + blanks);
    at = next;
    begins = true;
  }
  return out.build({ start, end });
}

function readEscape(source: string, at: number, end: number, style: Style): Escape | null {
  const c = source[at] ?? '';
  const doubled = source[at + 1] === c && at + 1 < end;
  if (style.interpolated && doubled && (c === '{' || c === '}')) return { text: c, end: at + 2 };
  if (style.kind === 'verbatim') return c === '"' && doubled ? { text: c, end: at + 2 } : null;
  if (c !== '\\' || at + 1 >= end) return null;
  const rest = source.slice(at, Math.min(end, at + 10));
  const hex = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{1,4}))/.exec(rest);
  if (hex !== null) {
    const point = parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
    return point > 0x10ffff ? null : { text: String.fromCodePoint(point), end: at + hex[0].length };
  }
  const known = simple[rest[1] ?? ''];
  return known === undefined ? null : { text: known, end: at + 2 };
}
