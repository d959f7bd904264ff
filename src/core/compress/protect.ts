import type { Range } from '../text.ts';
import { holeMark } from './draft.ts';
import { keptBy } from './keep.ts';
import type { Line } from './layout.ts';

export const protections = [
  'placeholder',
  'keep',
  'code',
  'example',
  'tag',
  'url',
  'path',
  'quotation',
  'heading',
  'number',
  'identifier',
  'capitals',
  'symbol',
  'pattern',
] as const;

/** Why a stretch of text stays as it is, byte for byte. */
export type Protection = (typeof protections)[number];

export interface ProtectedSpan extends Range {
  readonly kind: Protection;
}

/**
 * What is told by its own form, and a sign without which a text has none of it: most texts lack most signs. Each pattern
 * is linear: no repetition within a repetition, and one that another must follow is bounded, so that a long run of what
 * begins like it is not read again from each of its characters.
 */
const forms: readonly (readonly [Protection, form: RegExp, sign: RegExp])[] = [
  ['placeholder', new RegExp(holeMark, 'g'), new RegExp(holeMark)],
  [
    'placeholder',
    /\$\{[^{}\n]{0,200}\}|\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,300}%\}|\{[\p{L}_][^{}\s]{0,80}\}/gu,
    /\{/,
  ],
  // what stands in brackets is filled in, or written just so, as the sign for words that are left out is; the text of a
  // link is not
  ['placeholder', /%\(\w{1,60}\)[sdif]|%[sdif]\b|\[(?:\p{L}[^\[\]\n]{0,60}|\.{3}|…)\](?!\()/gu, /[%[]/],
  ['code', /`[^`\n]{1,400}`|`{3}[\w+-]{0,20}/g, /`/],
  // a formula between dollar signs: none of its ends is a blank, and no digit follows, else it is two sums of money
  ['code', /\$(?=\S)[^$\n]{1,200}(?<=\S)\$(?!\d)/g, /\$/],
  ['tag', /<\/?[\p{L}_][^<>\n]{0,300}>/gu, /</],
  ['url', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"')\]]{1,2000}/gi, /:\/\//],
  ['url', /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}\w/g, /@/],
  [
    'path',
    /(?:\.{1,2}|~|\b[A-Za-z]:)?[\\/][\w.-]+(?:[\\/][\w.-]+)*|\b\w[\w-]{0,200}(?:\/[\w.-]+)+/g,
    /[\\/]/,
  ],
  ['quotation', /"[^"\n]{1,400}"|“[^”\n]{1,400}”|«[^»\n]{1,400}»|„[^“”\n]{1,400}[“”]/g, /["“«„]/],
  ['quotation', /(?<![\p{L}\p{N}])['‘][^'’\n]{1,200}['’](?![\p{L}\p{N}])/gu, /['‘]/],
  ['number', /[$€£¥#]?\d(?:[\d.,:/–-]*\d)?(?:\s?[%‰°]|[ \t]*\p{L}{1,20})?/gu, /\d/],
  [
    'identifier',
    /\b\w*[a-z0-9][A-Z]\w*|\b\w*[^\W_]_\w+|\b_\w+|(?<=\s)--?[a-z][\w-]+|(?<!\w)[@#]\w+|\b\w+(?:\.\w+)+(?:\(\))?/g,
    /[A-Z_\-@#.]/,
  ],
  // a filter or a field with its value: `audience:juvenile`
  ['identifier', /(?<![\w:])[a-z_][\w-]{0,60}:[a-z_][\w-]{0,60}(?![\w:])/gi, /:/],
  ['capitals', /\b\p{Lu}[\p{Lu}\p{N}_-]{0,200}\p{Lu}[\p{Lu}\p{N}]{0,200}\b/gu, /\p{Lu}/u],
  ['symbol', /(?![\p{N}#*])\p{Emoji}\uFE0F?/gu, /[^ -~\s]/],
];

/**
 * The spans of a text that stay byte for byte, in order.
 * @param patterns of the user, see `keptBy`. @param formsOf `formsIn`, or what remembers its answers.
 */
export function protect(
  text: string,
  lines: readonly Line[],
  patterns: readonly string[],
  formsOf: (line: string) => readonly ProtectedSpan[],
): readonly ProtectedSpan[] {
  const spans: ProtectedSpan[] = lines.flatMap((line) => ofLine(text, line));
  for (const line of lines)
    for (const { kind, start, end } of formsOf(text.slice(line.start, line.end)))
      spans.push({ kind, start: line.start + start, end: line.start + end });
  for (const pattern of patterns)
    for (const { start, end } of keptBy(pattern, text)) spans.push({ kind: 'pattern', start, end });
  for (const span of kept(text)) spans.push(span);
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What of a line is told by its own form: none of them goes on in the next one. */
export function formsIn(line: string): readonly ProtectedSpan[] {
  // a blank before it, as the line break is: a flag is one also where a line begins with it
  const text = ` ${line}`;
  const spans: ProtectedSpan[] = [];
  for (const [kind, form, sign] of forms) {
    if (!sign.test(line)) continue;
    for (const match of text.matchAll(form))
      spans.push({ kind, start: match.index - 1, end: match.index - 1 + match[0].length });
  }
  return spans;
}

function ofLine(text: string, { start, end, kind, content }: Line): ProtectedSpan[] {
  if (kind === 'code' || kind === 'example' || kind === 'heading') return [{ kind, start, end }];
  // list markers and block quotes are the structure of a line; how far it is indented is not
  const marker = start + (/\S/.exec(text.slice(start, content))?.index ?? content - start);
  return content > marker ? [{ kind: 'heading', start: marker, end: content }] : [];
}

/** What stands between `<keep>` and `</keep>`, the marks included. */
function kept(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = [];
  for (let at = text.indexOf('<keep>'); at !== -1; at = text.indexOf('<keep>', at)) {
    const close = text.indexOf('</keep>', at);
    const end = close === -1 ? text.length : close + '</keep>'.length;
    spans.push({ kind: 'keep', start: at, end });
    at = end;
  }
  return spans;
}

/** Answers whether a stretch touches something protected. */
export class Protected {
  readonly spans: readonly ProtectedSpan[];
  /** Starts and ends of the union of all spans, in order. */
  readonly #union: Range[] = [];

  constructor(spans: readonly ProtectedSpan[]) {
    this.spans = spans;
    let open: { start: number; end: number } | null = null;
    for (const { start, end } of spans) {
      if (open !== null && start <= open.end) open.end = Math.max(open.end, end);
      else this.#union.push((open = { start, end }));
    }
  }

  touches(start: number, end: number): boolean {
    let low = 0;
    let high = this.#union.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#union[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const next = this.#union[low];
    return next !== undefined && next.start < end;
  }
}
