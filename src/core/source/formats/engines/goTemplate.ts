import { longestTag, Pieces, spaceAfter, spaceBefore, type Engine, type Gap } from './engine.ts';

/**
 * Go's text/template: actions that steer and comments leave nothing, `{{-` and `-}}` take the white space beside them,
 * `{{template "x" .}}` brings another template in. A body is text whatever its condition says.
 * Source: pkg.go.dev/text/template (read 2026-11).
 */
export const goTemplate: Engine = (text) => {
  const pieces = new Pieces(text);
  const lists: (string | null)[] = [];
  let from = 0;
  for (let start = text.indexOf('{{'); start >= 0 && !pieces.full; start = text.indexOf('{{', start)) {
    const action = actionAt(text, start);
    if (action === null) {
      pieces.spend(longestTag);
      start += 2;
      continue;
    }
    const { end, inner, eatsBefore, eatsAfter } = action;
    pieces.text(from, eatsBefore ? spaceBefore(text, from, start) : start);
    const gap = gapOf(inner, lists, start, end);
    if (gap !== null) pieces.hole(gap);
    from = eatsAfter ? spaceAfter(text, end) : end;
    start = from;
  }
  pieces.text(from, text.length);
  return pieces.list;
};

interface Action {
  readonly end: number;
  /** What stands between the delimiters, trimmed. */
  readonly inner: string;
  readonly eatsBefore: boolean;
  readonly eatsAfter: boolean;
}

const shape =
  /^\{\{(- )?(\s*\/\*[^]*?\*\/\s*?|(?:[^{}"`']|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'[^'\n]*')*?)( -)?\}\}/;

function actionAt(text: string, start: number): Action | null {
  const match = shape.exec(text.slice(start, start + longestTag));
  if (match === null) return null;
  return {
    end: start + match[0].length,
    inner: (match[2] ?? '').trim(),
    eatsBefore: match[1] !== undefined,
    eatsAfter: match[3] !== undefined,
  };
}

/** @param lists what the loops and `with`s that are open go through; null for an `if`, which keeps the dot. */
function gapOf(inner: string, lists: (string | null)[], start: number, end: number): Gap | null {
  const [, keyword = '', rest = ''] = /^(\w+)\b\s*([^]*)$/.exec(inner) ?? [];
  if (keyword === 'template') return { start, end, expression: inner, includes: true };
  if (keyword === 'end') lists.pop();
  else if (keyword === 'range' || keyword === 'with')
    lists.push(rest.replace(/^\$\w+(?:\s*,\s*\$\w+)?\s*:=\s*/, ''));
  else if (opens.has(keyword)) lists.push(null);
  // assignments give nothing out
  if (inner === '' || silent.has(keyword) || inner.startsWith('/*') || /^\$\w+\s*:?=/.test(inner))
    return null;
  const list = lists.findLast((open) => open !== null);
  return { start, end, expression: inner, ...(list !== undefined && list !== null && { from: list }) };
}

const opens: ReadonlySet<string> = new Set(['if', 'define', 'block']);
const silent: ReadonlySet<string> = new Set([
  ...['if', 'else', 'end', 'range', 'with'],
  ...['define', 'block', 'break', 'continue'],
]);
