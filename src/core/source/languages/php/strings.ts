import { decodeEscapes, joinDecoded, verbatim, type Decoded, type Escape } from '../../decoded.ts';
import type { StringPart } from '../../language.ts';
import { withoutMargin } from '../../margin.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import type { Range } from '../../../text.ts';

/** `quoted` and `heredoc` read escapes and differ in that of the quote; `single` has two of them; `nowdoc` none. */
type Style = 'quoted' | 'heredoc' | 'single' | 'nowdoc';

/** The parts of `'…'` and `"…"`. */
export function quotedParts(node: SyntaxNode, source: string): StringPart[] {
  const quote = source[node.start] === 'b' || source[node.start] === 'B' ? node.start + 1 : node.start;
  const closed = node.end - 1 > quote && source[node.end - 1] === source[quote];
  const inside = { start: quote + 1, end: Math.max(quote + 1, closed ? node.end - 1 : node.end) };
  const style = source[quote] === "'" ? 'single' : 'quoted';
  return parts(node, inside, source, ({ start, end }) => decode(source, start, end, style));
}

/** The parts of a heredoc or nowdoc. Its lines lose the indentation that stands before its end (PHP Manual, "Strings"). */
export function heredocParts(node: SyntaxNode, source: string): StringPart[] {
  const first = source.indexOf('\n', childOf(node, 'identifier')?.end ?? node.start) + 1;
  const tag = childOf(node, 'end_tag');
  if (first === 0) return [];
  const lastLine = tag === null ? node.end : source.lastIndexOf('\n', tag.start - 1) + 1;
  const margin = tag === null ? 0 : (/[ \t]*/.exec(source.slice(lastLine, tag.end))?.[0].length ?? 0);
  const newline = source[lastLine - 2] === '\r' ? 2 : 1;
  const inside = { start: first, end: Math.max(first, tag === null ? lastLine : lastLine - newline) };
  const style = node.kind === 'nowdoc' ? 'nowdoc' : 'heredoc';
  return parts(childOf(node, 'value') ?? node, inside, source, (range) => {
    const lines = margin === 0 ? [range] : withoutMargin(source, range, margin, range.start === first);
    return joinDecoded(
      lines.map(({ start, end }) => decode(source, start, end, style)),
      range,
    );
  });
}

const texts = new Set(['string_content', 'escape_sequence', 'nowdoc_string', 'heredoc_start', 'heredoc_end']);

function parts(
  node: SyntaxNode,
  inside: Range,
  source: string,
  read: (range: Range) => Decoded,
): StringPart[] {
  const found: StringPart[] = [];
  let at = inside.start;
  for (const child of node.children) {
    if (texts.has(child.kind) || child.start < at || child.end > inside.end) continue;
    const braces = source[child.start - 1] === '{' && source[child.end] === '}';
    const range = { start: child.start - (braces ? 1 : 0), end: child.end + (braces ? 1 : 0) };
    if (range.start > at) found.push({ kind: 'text', text: read({ start: at, end: range.start }) });
    found.push({ kind: 'hole', node: child, range });
    at = range.end;
  }
  if (inside.end > at) found.push({ kind: 'text', text: read({ start: at, end: inside.end }) });
  return found;
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\x1b',
  f: '\f',
  '\\': '\\',
  $: '$',
};

/** An unknown escape keeps its backslash. */
function decode(source: string, start: number, end: number, style: Style): Decoded {
  const inside = source.slice(start, end);
  if (style === 'nowdoc' || !inside.includes('\\')) return verbatim(source, start, end);
  return decodeEscapes(source, { start, end }, (at) =>
    source[at] === '\\' && at < end - 1 ? readEscape(source, at, end, style) : null,
  );
}

function readEscape(source: string, at: number, end: number, style: Style): Escape | null {
  const next = source[at + 1] ?? '';
  if (style === 'single') return next === '\\' || next === "'" ? { text: next, end: at + 2 } : null;
  const known = simple[next] ?? (next === '"' && style === 'quoted' ? '"' : undefined);
  if (known !== undefined) return { text: known, end: at + 2 };
  const match = /^\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u\{([0-9a-fA-F]{1,8})\})/.exec(
    source.slice(at, Math.min(at + 14, end)),
  );
  if (match === null) return null;
  const point =
    match[1] === undefined ? parseInt(match[2] ?? match[3] ?? '0', 16) : parseInt(match[1], 8) & 0xff;
  return point > 0x10ffff ? null : { text: String.fromCodePoint(point), end: at + match[0].length };
}
