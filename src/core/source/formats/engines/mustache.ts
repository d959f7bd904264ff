import { longestTag, Pieces, spaceAfter, spaceBefore, type Engine, type Gap } from './engine.ts';

/**
 * Mustache and Handlebars: sections, their ends, `else` and comments leave nothing, and take their whole line where they
 * stand alone on it; `~` takes the white space beside it; a partial is a hole. A body is text whatever its condition says.
 * Sources: the specification at github.com/mustache/spec; handlebarsjs.com/guide (read 2026-11).
 */
export const mustache: Engine = (text) => {
  const pieces = new Pieces(text);
  const sections: string[] = [];
  const opener = /\\?\{\{/g;
  let from = 0;
  for (let match = opener.exec(text); match !== null && !pieces.full; match = opener.exec(text)) {
    const start = match.index;
    if (match[0].startsWith('\\')) {
      // an escaped tag is text without its backslash
      pieces.text(from, start);
      from = start + 1;
      continue;
    }
    const tag = tagAt(text, start);
    if (tag === null) {
      pieces.spend(text.startsWith('{{{{', start) ? text.length - start : longestTag);
      continue;
    }
    const alone = tag.kind === 'value' ? null : lineOf(text, tag);
    const before = tag.eatsBefore ? spaceBefore(text, from, start) : start;
    pieces.text(from, Math.max(from, alone?.start ?? before));
    if (tag.body !== undefined) pieces.text(tag.body.start, tag.body.end);
    if (tag.kind === 'open') sections.push(tag.inner);
    if (tag.kind === 'close') sections.pop();
    if (tag.kind === 'value' || tag.kind === 'partial') pieces.hole(gapOf(tag, sections));
    from = tag.eatsAfter ? spaceAfter(text, tag.end) : (alone?.end ?? tag.end);
    opener.lastIndex = from;
  }
  pieces.text(from, text.length);
  return pieces.list;
};

interface Tag {
  readonly kind: 'value' | 'open' | 'close' | 'silent' | 'partial';
  readonly start: number;
  readonly end: number;
  readonly inner: string;
  readonly eatsBefore: boolean;
  readonly eatsAfter: boolean;
  /** Text inside it that is sent as it stands. */
  readonly body?: { readonly start: number; readonly end: number };
}

const shapes: readonly RegExp[] = [
  /^\{\{~?!--[^]*?--~?\}\}/,
  /^\{\{~?![^]*?\}\}/,
  /^\{\{\{[^{}]*\}\}\}/,
  /^\{\{(?:[^{}"']|"[^"\n]*"|'[^'\n]*'|["'])*\}\}/,
];

function tagAt(text: string, start: number): Tag | null {
  if (text.startsWith('{{{{', start)) return rawBlock(text, start);
  const head = text.slice(start, start + longestTag);
  const whole = shapes.map((shape) => shape.exec(head)?.[0]).find((match) => match !== undefined);
  if (whole === undefined) return null;
  const bare = whole.replace(/^\{+~?/, '').replace(/~?\}+$/, '');
  const sign = /^\s*([#/^>!&*=])?/.exec(bare)?.[1] ?? '';
  const inner = bare.replace(/^\s*[#/^>!&*=]*\s*/, '').trim();
  return {
    kind: kindOf(sign, inner),
    start,
    end: start + whole.length,
    inner,
    eatsBefore: /^\{+~/.test(whole),
    eatsAfter: /~\}+$/.test(whole),
  };
}

function kindOf(sign: string, inner: string): Tag['kind'] {
  if (sign === '#') return 'open';
  if (sign === '/') return 'close';
  if (inner === '' || sign === '!' || sign === '=' || sign === '*' || /^else\b/.test(inner)) return 'silent';
  if (sign === '>') return 'partial';
  return sign === '^' ? 'open' : 'value';
}

/** `{{{{raw}}}} … {{{{/raw}}}}`, whose body is text. */
function rawBlock(text: string, start: number): Tag | null {
  const open = /^\{\{\{\{\s*([\w-]+)[^{}]*\}\}\}\}/.exec(text.slice(start, start + longestTag));
  if (open === null) return null;
  const closing = `{{{{/${open[1] ?? ''}}}}}`;
  const body = { start: start + open[0].length, end: text.indexOf(closing, start) };
  if (body.end < 0) return null;
  const end = body.end + closing.length;
  return { kind: 'silent', start, end, inner: '', eatsBefore: false, eatsAfter: false, body };
}

/** The whole line of a tag that has nothing but white space beside it; null for any other. */
function lineOf(text: string, { start, end }: Tag): { start: number; end: number } | null {
  let left = start;
  while (left > 0 && (text[left - 1] === ' ' || text[left - 1] === '\t')) left--;
  if (left > 0 && text[left - 1] !== '\n') return null;
  let right = end;
  while (text[right] === ' ' || text[right] === '\t') right++;
  if (right === text.length) return { start: left, end: right };
  if (text[right] === '\r' && text[right + 1] === '\n') right++;
  return text[right] === '\n' ? { start: left, end: right + 1 } : null;
}

function gapOf({ kind, inner, start, end }: Tag, sections: readonly string[]): Gap {
  if (kind === 'partial') return { start, end, expression: `> ${inner}`, includes: true };
  // `this` is what the section around goes through
  const list = sections.findLast((open) => /^(?:each|with)\s/.test(open) || /^\S+$/.test(open));
  const from = /^(?:this\b|\.|@)/.test(inner) ? list?.replace(/^(?:each|with)\s+/, '') : undefined;
  return { start, end, expression: inner, ...(from !== undefined && { from }) };
}
