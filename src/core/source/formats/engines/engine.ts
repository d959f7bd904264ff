/** Who fills the holes of a text. `guess` leaves it to the text, `none` sends it as it is. */
export type EngineName =
  | 'jinja'
  | 'liquid'
  | 'handlebars'
  | 'mustache'
  | 'go'
  | 'erb'
  | 'blade'
  | 'braces'
  | 'dollar'
  | 'variables'
  | 'arguments'
  | 'imports'
  | 'expressions'
  | 'guess'
  | 'none';

/** A place of a template that is filled, in offsets of its text. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly expression: string;
  /** What the value comes from, where the template says it: the list of a loop, an assignment. */
  readonly from?: string;
  /** The text of another file comes in here. */
  readonly includes?: boolean;
}

/** A stretch of a template: text that is sent, or a place that is filled. What neither covers is not sent. */
export type Piece =
  { readonly kind: 'text'; readonly start: number; readonly end: number } | ({ readonly kind: 'hole' } & Gap);

export type Engine = (text: string) => readonly Piece[];

/** No expression that people write is longer; what opens one and does not end is text. */
export const longestTag = 2000;

/** Holes that are told apart in one text; what follows them is text. */
const mostHoles = 2000;

/** Collects pieces in the order of the text, as long as there is no end of them to fear. */
export class Pieces {
  readonly list: Piece[] = [];
  #holes = 0;
  #steps: number;

  constructor(text: string) {
    // tags that end are walked once; only text full of tags that do not end can use this up
    this.#steps = 10 * text.length + 10 * longestTag;
  }

  text(start: number, end: number): void {
    if (start < end) this.list.push({ kind: 'text', start, end });
  }

  hole(gap: Gap): void {
    this.list.push({ kind: 'hole', ...gap });
    this.#holes++;
  }

  /** Counts characters that were walked in vain. */
  spend(steps: number): void {
    this.#steps -= steps;
  }

  get full(): boolean {
    return this.#holes >= mostHoles || this.#steps <= 0;
  }
}

/** Pieces of a text whose holes are all that a pattern matches; its first group that took part is the expression. */
export function bySight(text: string, pattern: RegExp): readonly Piece[] {
  const pieces = new Pieces(text);
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (pieces.full) break;
    const expression = match.slice(1).find((group) => group !== undefined);
    const end = match.index + match[0].length;
    // an escape: the first of two equal characters stays
    if (expression === undefined) pieces.text(from, match.index + 1);
    else {
      pieces.text(from, match.index);
      pieces.hole({ start: match.index, end, expression: expression.trim() });
    }
    from = end;
  }
  pieces.text(from, text.length);
  return pieces.list;
}

/** Where the white space before `end` begins, not before `from`. */
export function spaceBefore(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Where the white space after `from` ends. */
export function spaceAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}
