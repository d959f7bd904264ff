import type { Range } from '../text.ts';

/** One change of a draft, in offsets of the original text. */
export interface CompressionEdit extends Range {
  readonly text: string;
  /** Which passes made it, in the order in which they did. */
  readonly passes: readonly string[];
  /** Edits of one number belong together: a person takes all of them or none. */
  readonly group: number;
}

/** A change that a pass proposes, in offsets of the text as it is by then. */
export interface Proposal extends Range {
  readonly text: string;
  /** Where set, all proposals of this stretch are made or none: half of a minified block is no block. */
  readonly whole?: Range;
}

/**
 * A text with its edits, which are in order and apart from each other.
 * @param within only this stretch; what is edited across its border counts with its first character.
 */
export function applyAll(
  text: string,
  edits: readonly Proposal[],
  within: Range = { start: 0, end: text.length },
): string {
  let out = '';
  let at = within.start;
  for (const edit of edits) {
    if (edit.end < within.start || edit.start > within.end) continue;
    if (edit.end === within.start && edit.start < edit.end) continue;
    if (edit.start === within.end && within.end < text.length) continue;
    out += text.slice(at, Math.max(edit.start, at));
    if (edit.start >= within.start) out += edit.text;
    at = Math.max(at, Math.min(edit.end, within.end));
  }
  return out + text.slice(at, within.end);
}

/** A text that is edited again and again and still knows where each of its characters came from. */
export class EditedText {
  readonly original: string;
  #text: string;
  /** For each character its offset in the original, −1 for what was put in. */
  #origins: Int32Array;
  readonly #made: Deed[] = [];

  constructor(original: string) {
    this.original = original;
    this.#text = original;
    this.#origins = new Int32Array(original.length);
    for (let i = 0; i < original.length; i++) this.#origins[i] = i;
  }

  get text(): string {
    return this.#text;
  }

  /** @param proposals in order, without overlaps. @throws RangeError when they are not. */
  apply(pass: string, proposals: readonly Proposal[]): void {
    if (proposals.length === 0) return;
    const texts: string[] = [];
    const growth = proposals.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
    // overlaps are refused before they are written, but counted here
    const origins = new Int32Array(Math.max(0, this.#text.length + growth)).fill(-1);
    let at = 0;
    let written = 0;
    const keep = (end: number): void => {
      texts.push(this.#text.slice(at, end));
      origins.set(this.#origins.subarray(at, end), written);
      written += end - at;
    };
    for (const { start, end, text, whole } of proposals) {
      if (start < at || end < start || end > this.#text.length)
        throw new RangeError(`proposal [${start}, ${end}) does not follow offset ${at}`);
      keep(start);
      texts.push(text);
      written += text.length;
      this.#made.push({
        ...this.#originOf(start, end),
        pass,
        isLine: text === '' && this.#text[end - 1] === '\n',
        whole: whole === undefined ? null : this.#originOf(whole.start, whole.end),
      });
      at = end;
    }
    keep(this.#text.length);
    this.#text = texts.join('');
    this.#origins = origins;
  }

  /** All that was done, as edits of the original: in order, apart from each other. */
  edits(): CompressionEdit[] {
    const edits: CompressionEdit[] = [];
    const made = new Made(this.#made);
    let expected = 0;
    let inserted = '';
    let group = 0;
    let whole: Range | null = null;
    const close = (next: number): void => {
      if (next > expected || inserted !== '') {
        const touching = made.touching(expected, next);
        const around = touching.find((one) => one.whole !== null)?.whole ?? null;
        if (around === null || whole === null || around.start >= whole.end) group++;
        whole = around;
        const passes = [...new Set(touching.map(({ pass }) => pass))];
        const start = inserted === '' ? expected : behindLine(touching, { start: expected, end: next });
        if (start > expected) edits.push({ start: expected, end: start, text: '', passes, group });
        edits.push({ start, end: next, text: inserted, passes, group });
      }
      inserted = '';
    };
    for (let i = 0; i < this.#text.length; i++) {
      const origin = this.#origins[i] ?? -1;
      if (origin < 0) {
        inserted += this.#text[i] ?? '';
        continue;
      }
      if (origin > expected || inserted !== '') close(origin);
      expected = origin + 1;
    }
    close(this.original.length);
    return edits;
  }

  /** The stretch of the original that a stretch of the present text stands in for. */
  #originOf(start: number, end: number): Range {
    let from = start - 1;
    while (from >= 0 && (this.#origins[from] ?? -1) < 0) from--;
    let to = end;
    while (to < this.#text.length && (this.#origins[to] ?? -1) < 0) to++;
    return {
      start: from < 0 ? 0 : (this.#origins[from] ?? 0) + 1,
      end: to >= this.#text.length ? this.original.length : (this.#origins[to] ?? 0),
    };
  }
}

/** Where what was done goes on behind a line that went as a whole: the line is an edit of its own. */
function behindLine(deeds: readonly Deed[], { start, end }: Range): number {
  const line = deeds.find((one) => one.isLine && one.start === start && one.end < end);
  if (line === undefined) return start;
  // what was done later to the words behind it counts from where the line was
  const isApart = deeds.every((one) => one.end <= line.end || one.start >= start);
  return isApart ? line.end : start;
}

/** What one pass did to one stretch of the original. */
interface Deed extends Range {
  readonly pass: string;
  /** A line, or several, went with the line break behind it. */
  readonly isLine: boolean;
  readonly whole: Range | null;
}

/** What was done, asked for stretch by stretch from the beginning to the end of the text. */
class Made {
  readonly #sorted: readonly Deed[];
  #next = 0;
  #open: Deed[] = [];

  constructor(deeds: readonly Deed[]) {
    this.#sorted = [...deeds].sort((a, b) => a.start - b.start);
  }

  touching(start: number, end: number): readonly Deed[] {
    for (let deed = this.#sorted[this.#next]; deed !== undefined && deed.start <= end;) {
      this.#open.push(deed);
      deed = this.#sorted[++this.#next];
    }
    this.#open = this.#open.filter((deed) => deed.end >= start);
    return this.#open;
  }
}
