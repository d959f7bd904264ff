import type { Range } from '../text.ts';

/**
 * A text as the model would see it, and where each part of it stands in the source.
 * `map` is a flat list of pairs `decoded offset, source offset`, each the start of a run in which both go up together.
 * An escape sequence is a run of its own.
 */
export interface Decoded {
  readonly text: string;
  readonly map: readonly number[];
  readonly range: Range;
}

/** A stretch of source that stands for itself. */
export function verbatim(source: string, start: number, end: number): Decoded {
  return { text: source.slice(start, end), map: [0, start], range: { start, end } };
}

/** Where the character at `offset` of the decoded text begins in the source. */
export function sourceOffset(decoded: Pick<Decoded, 'map'>, offset: number): number {
  const { map } = decoded;
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (map[low * 2 + 1] ?? 0) + offset - (map[low * 2] ?? 0);
}

/** Part of a decoded text, by decoded offsets. */
export function slice(decoded: Decoded, start: number, end: number = decoded.text.length): Decoded {
  if (start <= 0 && end >= decoded.text.length) return decoded;
  const sourceStart = sourceOffset(decoded, start);
  const map = [0, sourceStart];
  for (let i = 0; i < decoded.map.length; i += 2) {
    const at = decoded.map[i] ?? 0;
    if (at > start && at < end) map.push(at - start, decoded.map[i + 1] ?? 0);
  }
  // What follows may have no place of its own (a line break that YAML adds), and then stands on the last character here.
  const sourceEnd =
    end >= decoded.text.length
      ? decoded.range.end
      : Math.max(sourceOffset(decoded, end), end > start ? sourceOffset(decoded, end - 1) + 1 : sourceStart);
  return { text: decoded.text.slice(start, end), map, range: { start: sourceStart, end: sourceEnd } };
}

/** Parts of the same file as one text. */
export function joinDecoded(parts: readonly Decoded[], range: Range): Decoded {
  let text = '';
  const map: number[] = [];
  for (const part of parts) {
    for (let i = 0; i < part.map.length; i += 2)
      map.push(text.length + (part.map[i] ?? 0), part.map[i + 1] ?? 0);
    text += part.text;
  }
  return { text, map: map.length === 0 ? [0, range.start] : map, range };
}

/** Joins decoded runs that follow one another in the same file. */
export class DecodedBuilder {
  #text = '';
  readonly #map: number[] = [];

  /** Appends `text`, whose first character stands at `source`; the rest follows one to one. */
  add(text: string, source: number): void {
    if (text === '') return;
    this.#map.push(this.#text.length, source);
    this.#text += text;
  }

  build(range: Range): Decoded {
    return { text: this.#text, map: this.#map.length === 0 ? [0, range.start] : this.#map, range };
  }
}

/** What an escape sequence stands for, and where its source ends. */
export interface Escape {
  readonly text: string;
  readonly end: number;
}

/**
 * Text in which some characters are the beginning of an escape sequence and all others stand for themselves.
 * @param escapeAt the escape that begins at an offset of the source; `null` where none does.
 */
export function decodeEscapes(
  source: string,
  { start, end }: Range,
  escapeAt: (at: number) => Escape | null,
): Decoded {
  const out = new DecodedBuilder();
  let plain = start;
  let at = start;
  while (at < end) {
    const escape = escapeAt(at);
    if (escape === null) {
      at++;
      continue;
    }
    out.add(source.slice(plain, at), plain);
    out.add(escape.text, at);
    at = plain = escape.end;
  }
  out.add(source.slice(plain, end), plain);
  return out.build({ start, end });
}
