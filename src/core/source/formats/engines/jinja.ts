import { longestTag, Pieces, spaceAfter, spaceBefore, type Engine, type Gap, type Piece } from './engine.ts';

/**
 * Jinja as it renders by default: tags and comments leave nothing, `-` takes the white space beside it, the last line
 * break goes, `{% raw %}` is text. A body is text whatever its condition says: all that can be sent is there.
 * Source: jinja.palletsprojects.com, Template Designer Documentation (read 2026-11).
 */
export const jinja: Engine = (text) => scan(text, { comments: true, lastLineBreak: false });

/**
 * Liquid: the same tags without `{# #}`, comments between `{% comment %}` and `{% endcomment %}`.
 * Source: shopify.github.io/liquid (read 2026-11).
 */
export const liquid: Engine = (text) => scan(text, { comments: false, lastLineBreak: true });

interface Dialect {
  /** `{# … #}` is a comment. */
  readonly comments: boolean;
  /** A line break that ends the text is sent. */
  readonly lastLineBreak: boolean;
}

const closers: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

function scan(text: string, dialect: Dialect): readonly Piece[] {
  const pieces = new Pieces(text);
  const sources = new Map<string, string>();
  const absent = new Set<string>();
  const opener = dialect.comments ? /\{[{%#]/g : /\{[{%]/g;
  let from = 0;
  for (let match = opener.exec(text); match !== null && !pieces.full; match = opener.exec(text)) {
    const tag = tagAt(text, match.index, closers[match[0]] ?? '');
    if (tag === null) {
      pieces.spend(longestTag);
      continue;
    }
    pieces.text(from, tag.eatsBefore ? spaceBefore(text, from, match.index) : match.index);
    const closing = match[0] === '{%' ? closingOf(text, tag, absent) : null;
    if (closing !== null && tag.inner.startsWith('raw')) {
      const start = tag.eatsAfter ? spaceAfter(text, tag.end) : tag.end;
      pieces.text(start, closing.eatsBefore ? spaceBefore(text, start, closing.start) : closing.start);
    }
    const gap = gapOf(match[0], tag, sources);
    if (gap !== null) pieces.hole(gap);
    const last = closing ?? tag;
    from = last.eatsAfter ? spaceAfter(text, last.end) : last.end;
    opener.lastIndex = from;
  }
  const end = dialect.lastLineBreak ? text.length : text.replace(/\r?\n$/, '').length;
  pieces.text(from, end);
  return pieces.list;
}

interface Tag {
  readonly start: number;
  readonly end: number;
  /** What stands between the delimiters, trimmed. */
  readonly inner: string;
  readonly eatsBefore: boolean;
  readonly eatsAfter: boolean;
}

function tagAt(text: string, start: number, closer: string): Tag | null {
  const head = text.slice(start + 2, start + 2 + longestTag);
  const close =
    closer === '#}'
      ? text.slice(start + 2, start + 2 + 10 * longestTag).indexOf('#}')
      : closeOf(head, closer);
  if (close < 0) return null;
  const body = text.slice(start + 2, start + 2 + close);
  const eatsBefore = body.startsWith('-');
  const eatsAfter = body.length > 1 && body.endsWith('-');
  const inner = body.slice(/^[-+]/.test(body) ? 1 : 0, /.[-+]$/s.test(body) ? -1 : undefined).trim();
  return { start, end: start + close + 4, inner, eatsBefore, eatsAfter };
}

/** Where the tag's delimiter stands, strings and nested braces passed over; -1 when it does not come. */
function closeOf(head: string, closer: string): number {
  let depth = 0;
  for (let i = 0; i < head.length; i++) {
    const c = head[i];
    if (depth <= 0 && head.startsWith(closer, i)) return i;
    if (c === '"' || c === "'") {
      const string = /^(["'])(?:(?!\1)[^\\\n]|\\.)*\1/.exec(head.slice(i, i + 300));
      // an apostrophe that opens no string is passed over alone
      if (string !== null) i += string[0].length - 1;
    } else if (c === '{') depth++;
    else if (c === '}') depth--;
  }
  return -1;
}

/**
 * The tag that ends a stretch which is no template: of `raw`, of Liquid's `comment`. Null for any other tag.
 * @param absent the names that were looked for in vain: what is not there is not there further on.
 */
function closingOf(text: string, { inner, end }: Tag, absent: Set<string>): Tag | null {
  const name = /^(raw|comment)\b/.exec(inner)?.[1];
  if (name === undefined || absent.has(name)) return null;
  const closing = new RegExp(`\\{%[-+]?\\s*end${name}\\s*[-+]?%\\}`, 'g');
  closing.lastIndex = end;
  const match = closing.exec(text);
  if (match === null) absent.add(name);
  return match === null ? null : tagAt(text, match.index, '%}');
}

/** What is filled in where a tag stands. Remembers what loops and assignments give their names. */
function gapOf(opener: string, { start, end, inner }: Tag, sources: Map<string, string>): Gap | null {
  if (opener === '{{') {
    if (inner === '') return null;
    const from = sources.get(/^[A-Za-z_]\w*/.exec(inner)?.[0] ?? '');
    return { start, end, expression: inner, ...(from !== undefined && { from }) };
  }
  if (opener !== '{%') return null;
  const naming =
    /^for\s+([\w\s,]+?)\s+in\s+(.+)$/s.exec(inner) ?? /^(?:set|assign)\s+(\w+)\s*=\s*(.+)$/s.exec(inner);
  for (const name of naming?.[1]?.split(',') ?? []) sources.set(name.trim(), naming?.[2] ?? '');
  return /^(?:include|render)\b/.test(inner) ? { start, end, expression: inner, includes: true } : null;
}
