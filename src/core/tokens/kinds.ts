/** What the split patterns ask of a character: one bit each, one bit per character. */
export const UPPER = 1; // \p{Lu} \p{Lt}
export const LOWER = 2; // \p{Ll}
export const OTHER_LETTER = 4; // \p{Lm} \p{Lo}
export const MARK = 8; // \p{M}
export const NUMBER = 16; // \p{N}
export const NEWLINE = 32; // CR and LF
export const SPACE = 64; // the rest of \p{White_Space}
export const SYMBOL = 128; // everything else

/** Pages of 256 code points in Unicode. */
export const pageCount = 0x1100;

/** Bytes of the UTF-8 character that begins with `lead`. */
export function width(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Tells the kind of a character in valid UTF-8. Pages that are alike are stored once. */
export class Kinds {
  /** Lead byte → kind of the character that is this byte alone, as most are; 0 where more bytes follow, for `at` to tell. */
  readonly single = new Uint8Array(256);
  readonly #pageOf: Uint16Array;
  readonly #pages: Uint8Array;

  /**
   * @param pageOf for each page of 256 code points, which of `pages` describes it; page 0 comes first in `pages`.
   * @param pages 256 kinds per page.
   */
  constructor(pageOf: Uint16Array, pages: Uint8Array) {
    this.#pageOf = pageOf;
    this.#pages = pages;
    this.single.set(pages.subarray(0, 0x80));
  }

  /** The kind of the character that begins at `at`. */
  at(bytes: Uint8Array, at: number): number {
    const lead = bytes[at] ?? 0;
    return lead < 0x80 ? (this.#pages[lead] ?? SYMBOL) : this.#ofPoint(codePoint(bytes, at, lead));
  }

  #ofPoint(point: number): number {
    return this.#pages[((this.#pageOf[point >> 8] ?? 0) << 8) | (point & 0xff)] ?? SYMBOL;
  }
}

function codePoint(bytes: Uint8Array, at: number, lead: number): number {
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third;
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}
