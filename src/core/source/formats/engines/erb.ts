import { longestTag, Pieces, type Engine } from './engine.ts';

/**
 * Ruby's ERB, as Rails renders it: `<%= … %>` is filled in, other tags leave nothing, `<%-` takes the indentation before
 * it and `-%>` the line break after it, `<%%` is `<%`.
 * Source: docs.ruby-lang.org/en/master/ERB.html (read 2026-11).
 */
export const erb: Engine = (text) => {
  const pieces = new Pieces(text);
  let from = 0;
  for (let start = text.indexOf('<%'); start >= 0 && !pieces.full; start = text.indexOf('<%', start)) {
    if (text[start + 2] === '%') {
      pieces.text(from, start + 2);
      from = start = start + 3;
      continue;
    }
    const close = text.slice(start, start + longestTag).indexOf('%>');
    if (close < 0) {
      pieces.spend(longestTag);
      start += 2;
      continue;
    }
    const tag = text.slice(start + 2, start + close);
    pieces.text(from, tag.startsWith('-') ? indentationBefore(text, from, start) : start);
    const end = start + close + 2;
    const expression = tag.replace(/^=+|-$/g, '').trim();
    if (tag.startsWith('=') && expression !== '')
      pieces.hole({ start, end, expression, ...(/^render\b/.test(expression) && { includes: true }) });
    from = start = tag.endsWith('-') ? lineBreakAfter(text, end) : end;
  }
  pieces.text(from, text.length);
  return pieces.list;
};

function indentationBefore(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function lineBreakAfter(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return text[end] === '\n' ? end + 1 : end;
}
