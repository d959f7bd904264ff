import { decodeEscapes, joinDecoded, verbatim, type Decoded, type Escape } from '../../decoded.ts';
import type { StringPart } from '../../language.ts';
import { withoutMargin } from '../../margin.ts';
import type { SyntaxNode } from '../../syntax.ts';

/** `double` reads escapes, `single` only those of the backslash and of the delimiters, `raw` none. */
type Style = 'double' | 'single' | 'raw';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The parts of a quoted string of any form: `'…'`, `"…"`, `%q(…)`, `%Q{…}`, `%(…)`. */
export function quotedParts(node: SyntaxNode, source: string): StringPart[] {
  const open = /^(?:%[qQ]?[^\w\s]|["'])/.exec(source.slice(node.start, node.start + 4))?.[0] ?? '';
  const delimiter = open.at(-1) ?? '';
  const close = closers[delimiter] ?? delimiter;
  const start = node.start + open.length;
  const closed = close !== '' && node.end > start && source[node.end - 1] === close;
  const style = open === "'" || open.startsWith('%q') ? 'single' : 'double';
  const inside = { start, end: Math.max(start, closed ? node.end - 1 : node.end) };
  return parts(node, inside, ({ start: from, end }) => decode(source, from, end, style, delimiter + close));
}

/** The parts of a heredoc, by the node of its beginning (`<<~TEXT`) and that of its body. */
export function heredocParts(beginning: SyntaxNode, body: SyntaxNode, source: string): StringPart[] {
  const open = source.slice(beginning.start, beginning.end);
  const first = source.indexOf('\n', body.start) + 1;
  const last = body.children.at(-1);
  const end = last?.kind === 'heredoc_end' ? source.lastIndexOf('\n', last.start - 1) + 1 : body.end;
  const inside = { start: Math.max(body.start, first), end: Math.max(first, end) };
  const margin = open.startsWith('<<~') ? marginOf(source, inside, body) : 0;
  const style = open.includes("'") ? 'raw' : 'double';
  return parts(body, inside, (range) => {
    const lineStart = range.start === inside.start;
    const lines = margin === 0 ? [range] : withoutMargin(source, range, margin, lineStart);
    return joinDecoded(
      lines.map((line) => decode(source, line.start, line.end, style, '')),
      range,
    );
  });
}

function parts(
  node: SyntaxNode,
  inside: { start: number; end: number },
  read: (range: { start: number; end: number }) => Decoded,
): StringPart[] {
  const found: StringPart[] = [];
  let at = inside.start;
  const text = (end: number): void => {
    if (end > at) found.push({ kind: 'text', text: read({ start: at, end }) });
  };
  for (const child of node.children) {
    if (child.kind !== 'interpolation') continue;
    text(child.start);
    const range = { start: child.start, end: child.end };
    found.push({ kind: 'hole', node: child.children[0] ?? child, range });
    at = child.end;
  }
  text(inside.end);
  return found;
}

/** The indentation that all lines share; lines of blanks have no say, a tab counts as one. */
function marginOf(source: string, { start, end }: { start: number; end: number }, body: SyntaxNode): number {
  let margin = Infinity;
  for (let at = start; at < end;) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline === -1 || newline > end ? end : newline;
    const line = source.slice(at, lineEnd);
    const inInterpolation = body.children.some(
      (child) => child.kind === 'interpolation' && child.start < at && at < child.end,
    );
    if (line.trim() !== '' && !inInterpolation)
      margin = Math.min(margin, line.length - line.trimStart().length);
    at = lineEnd + 1;
  }
  return margin === Infinity ? 0 : margin;
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  s: ' ',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
};

/** Decodes text inside a string as Ruby's documentation says (doc/syntax/literals.rdoc). */
function decode(source: string, start: number, end: number, style: Style, delimiters: string): Decoded {
  const inside = source.slice(start, end);
  if ((style === 'raw' || !inside.includes('\\')) && !inside.includes('\r'))
    return verbatim(source, start, end);
  return decodeEscapes(source, { start, end }, (at) => readEscape(source, at, end, style, delimiters));
}

function readEscape(
  source: string,
  at: number,
  end: number,
  style: Style,
  delimiters: string,
): Escape | null {
  // a line ends with LF, whatever the file says
  if (source[at] === '\r' && source[at + 1] === '\n' && at + 1 < end) return { text: '\n', end: at + 2 };
  if (source[at] !== '\\' || style === 'raw' || at + 1 >= end) return null;
  const next = source[at + 1] ?? '';
  if (style === 'single') {
    return next === '\\' || delimiters.includes(next) ? { text: next, end: at + 2 } : null;
  }
  if (next === '\n') return { text: '', end: at + 2 };
  if (next === '\r' && source[at + 2] === '\n') return { text: '', end: at + 3 };
  return readNumber(source, at, end) ?? { text: simple[next] ?? next, end: at + 2 };
}

function readNumber(source: string, at: number, end: number): Escape | null {
  const match =
    /^\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|u\{\s*([0-9a-fA-F]{1,6}(?:\s+[0-9a-fA-F]{1,6})*)\s*\})/.exec(
      source.slice(at, Math.min(at + 200, end)),
    );
  if (match === null) return null;
  const [all, octal, hex, unicode, list] = match;
  const points =
    octal === undefined
      ? (hex ?? unicode ?? list ?? '').split(/\s+/).map((digits) => parseInt(digits, 16))
      : [parseInt(octal, 8)];
  if (points.some((point) => !(point <= 0x10ffff))) return null;
  return { text: String.fromCodePoint(...points), end: at + all.length };
}
