import { sourceOffset } from '../source/decoded.ts';
import type { PlaceholderStyle } from '../source/language.ts';
import { evidenceOfName } from './evidence.ts';
import type { Hole, Segment, Text } from './prompt.ts';
import { sliceText } from './segments.ts';

const patterns = {
  // {name}, {user.name}, {0}, {0,10}, {price:.2f}; doubled braces are braces
  braces: /\{\{|\}\}|\{([A-Za-z_][\w.]*(?:\[[^\]{}]*\])?|\d*)(?:![rsa])?(?:,\s*-?\d+)?(?::[^{}\n]*)?\}/g,
  'double-braces': /\{\{\{?[#/^>&-]?\s*[.$]?([A-Za-z_][\w.\-[\]]*)[^{}\n]*\}?\}\}/g,
  // %s, %(name)s, %<name>s, %{name}, %-5.2f, %2$s, %[2]s; %% is a percent sign, and Java's %n a line end
  percent:
    /%%|%(?:[(<]([A-Za-z_]\w*)[)>])?(?:(\d+)\$|\[(\d+)\])?[-+ #0,]*\d*(?:\.\d+)?[a-zA-Z]|%\{([A-Za-z_]\w*)\}/g,
  // ${name}, where the language itself does not interpolate
  dollar: /\$\{([A-Za-z_]\w*)\}/g,
} satisfies Record<PlaceholderStyle, RegExp>;

/** What a placeholder becomes: by its name, or by its number among those without one. Null to leave it to its name. */
export type Fill = (
  name: string,
  index: number,
) => Pick<Hole, 'expression' | 'varies' | 'because' | 'arms'> | null;

/**
 * Splits the text of a template at its placeholders. A placeholder that nobody fills is a hole known by its name.
 * Doubled braces and `%%` are decoded.
 */
export function splitPlaceholders(
  segments: readonly Segment[],
  style: PlaceholderStyle,
  fill: Fill = () => null,
): Segment[] {
  let index = 0;
  return segments.flatMap((segment) => {
    if (segment.kind === 'hole') return [segment];
    const out: Segment[] = [];
    let from = 0;
    const isTag = tagsIn(segment.text, style);
    for (const match of segment.text.matchAll(patterns[style])) {
      if (isTag(match[0])) {
        out.push(sliceText(segment, from, match.index));
        from = match.index + match[0].length;
        continue;
      }
      const name = match[1] ?? match[4] ?? '';
      const escaped = name === '' && /^(\{\{|\}\}|%%)$/.test(match[0]);
      // of a doubled brace the first half stays
      out.push(sliceText(segment, from, match.index + (escaped ? 1 : 0)));
      from = match.index + match[0].length;
      if (match[0] === '%n') out.push({ ...sliceText(segment, match.index, from), text: '\n' });
      else if (!escaped)
        out.push(hole(segment, match.index, from, name, fill(name, numberOf(match, index++))));
    }
    if (from === 0) return [segment];
    out.push(sliceText(segment, from));
    return out.filter((part) => part.kind === 'hole' || part.text !== '');
  });
}

/** Whether a placeholder is none, but begins or ends a part that is there sometimes: nothing of it is sent. */
function tagsIn(text: string, style: PlaceholderStyle): (tag: string) => boolean {
  if (style !== 'double-braces') return () => false;
  const hasBlocks = /\{\{-?\s*(?:if|range|with|block|define)\s+[^\s}]/.test(text);
  return (tag) =>
    /^\{\{[#/^]/.test(tag) ||
    (hasBlocks && /^\{\{-?\s*(?:if|else|end|range|with|block|define)\b/.test(tag)) ||
    /^\{\{\s*else\b/.test(tag);
}

/** The number of the value that fills a placeholder: its own, counted from 1, or its place among the others. */
function numberOf(match: RegExpExecArray, index: number): number {
  const own = match[2] ?? match[3];
  return own === undefined ? index : Number(own) - 1;
}

function hole(
  text: Text,
  start: number,
  end: number,
  name: string,
  filled: Pick<Hole, 'expression' | 'varies' | 'because' | 'arms'> | null,
): Hole {
  const range = { start: sourceOffset(text, start), end: sourceOffset(text, end - 1) + 1 };
  const guess = evidenceOfName(name) ?? { varies: 'unknown' as const, because: 'placeholder' };
  return { kind: 'hole', path: text.path, range, ...(filled ?? { expression: name, ...guess }) };
}

/** Placeholders that a template of unknown handling seems to have, told by its text alone. `filled`: its holes have other values already. */
export function seemingStyle(text: string, filled: boolean): PlaceholderStyle | null {
  if (!filled && hasBraces(text)) return 'braces';
  if (/(?<![{$])\{\{\{?-?\s*[.$]?[A-Za-z_][\w.]*\s*\}?\}\}(?!\})/.test(text)) return 'double-braces';
  if (!filled && isFilledByDollars(text)) return 'dollar';
  // where a percent sign is one, as in `20% of`, nobody prints the text by a format
  const printed =
    !filled && /(?<![\w%\\])%(?:\(\w+\)s|[sv])(?![A-Za-z])/.test(text) && !/\d%(?!%)/.test(text);
  return printed ? 'percent' : null;
}

const braced = /(?<![{$\\])\{[A-Za-z_]\w*(?:\.\w+|\[\w+\])*\}(?!\})/g;

/** Whether there are braces to fill besides those of examples of code, `f"{a} + {b}"`. */
function hasBraces(text: string): boolean {
  let looked = 0;
  for (const { index } of text.matchAll(braced)) {
    if (++looked > mostBraces) return false;
    const before = text.slice(Math.max(0, index - longestLine), index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    // an odd number of quotes before it: the string that began behind the `f` has not ended
    const opened = /(?:^|[^\w])(?:f|rf|fr|\$)(["'])(?:(?!\1).)*$/.test(line);
    if (!opened) return true;
  }
  return false;
}

/** Where so many of them are code, it all is. */
const mostBraces = 500;

/** Characters of a line of code that are looked at. */
const longestLine = 300;

/** A script of a shell reads its variables so too, and begins or declares them. */
function isFilledByDollars(text: string): boolean {
  return (
    /(?<![\\$])\$\{[A-Za-z_]\w*\}/.test(text) &&
    !/^#!|(?:^|\n)[ \t]*(?:export |[A-Z_]+=|\$ )|`[^`\n]*\$\{/.test(text)
  );
}
