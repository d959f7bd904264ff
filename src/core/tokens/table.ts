import { DamagedInstall } from '../damagedInstall.ts';
import type { EncodingName } from '../host.ts';
import { Kinds, pageCount } from './kinds.ts';

/** The header's words, little-endian and unsigned, then the SHA-256 of what the table was made from. */
export const header = {
  magic: 0,
  version: 1,
  encoding: 2,
  tokens: 3,
  slots: 4,
  blob: 5,
  pages: 6,
  longest: 7,
} as const;
export const headerBytes = 64;
export const digestOffset = 32;
export const magic = 0x4c424d50; // "PMBL"
export const version = 1;
export const encodingNumber = { o200k_base: 0, cl100k_base: 1 } satisfies Record<EncodingName, number>;

/** A slot holds the token's rank + 1 in its low bits and the high bits of the hash above them; 0 is empty. */
export const rankBits = 18;
export const rankMask = (1 << rankBits) - 1;

/** FNV-1a with a finish that spreads the high bits. A 32-bit integer, signed. */
export function hash(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/**
 * The vocabulary of an encoding: byte strings and their ranks, in an open-addressing hash table.
 * After the header: offset of each token and the end (u32), slots (u32), page of each 256 code points (u16),
 * kinds of the characters in the pages (u8), the tokens' bytes in the order of their ranks.
 */
export class RankTable {
  readonly kinds: Kinds;
  /** Bytes of the longest token. */
  readonly longest: number;
  readonly #offsets: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #blob: Uint8Array;

  /**
   * Views into `file`, nothing is copied as long as it begins at a multiple of four in its buffer.
   * @throws Error when the file is not a table of this encoding, whole, and of this version.
   */
  constructor(file: Uint8Array, encoding: EncodingName) {
    const at = checkedLayout(file, encoding);
    const aligned = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
    const { buffer, byteOffset } = aligned;
    this.longest = at.longest;
    this.#offsets = new Uint32Array(buffer, byteOffset + at.offsets, at.tokens + 1);
    this.#slots = new Uint32Array(buffer, byteOffset + at.slots, at.slotCount);
    this.kinds = new Kinds(
      new Uint16Array(buffer, byteOffset + at.pageOf, pageCount),
      new Uint8Array(buffer, byteOffset + at.pages, at.blob - at.pages),
    );
    this.#blob = new Uint8Array(buffer, byteOffset + at.blob, at.size - at.blob);
  }

  /** The rank of `bytes[start, end)`, or -1 when it is no token. */
  rank(bytes: Uint8Array, start: number, end: number): number {
    return this.find(hash(bytes, start, end), bytes, start, end);
  }

  /** As `rank`, for a hash already known. */
  find(hashed: number, bytes: Uint8Array, start: number, end: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const mark = hashed & ~rankMask;
    for (let i = hashed & mask; ; i = (i + 1) & mask) {
      const slot = slots[i] ?? 0;
      if (slot === 0) return -1;
      const rank = (slot & rankMask) - 1;
      if ((slot & ~rankMask) === mark && this.#is(rank, bytes, start, end)) return rank;
    }
  }

  #is(rank: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offsets = this.#offsets;
    const blob = this.#blob;
    const back = (offsets[rank] ?? 0) - start;
    if ((offsets[rank + 1] ?? 0) !== end + back) return false;
    for (let i = start; i < end; i++) if (blob[back + i] !== bytes[i]) return false;
    return true;
  }
}

/** Where each part of a table begins, and how many bytes there are in all. */
export function layout(tokens: number, slotCount: number, pages: number, blobBytes: number) {
  const offsets = headerBytes;
  const slots = offsets + 4 * (tokens + 1);
  const pageOf = slots + 4 * slotCount;
  const kinds = pageOf + 2 * pageCount;
  const blob = kinds + 256 * pages;
  return { tokens, slotCount, offsets, slots, pageOf, pages: kinds, blob, size: blob + blobBytes };
}

/** The parts that the header of a file states; it may be wrong. @param file no shorter than a header. */
export function statedLayout(file: Uint8Array) {
  const word = headerWords(file);
  const at = layout(word('tokens'), word('slots'), word('pages'), word('blob'));
  return { ...at, longest: word('longest') };
}

function headerWords(file: Uint8Array): (name: keyof typeof header) => number {
  const view = new DataView(file.buffer, file.byteOffset, headerBytes);
  return (name) => view.getUint32(4 * header[name], true);
}

function checkedLayout(file: Uint8Array, encoding: EncodingName) {
  const refuse = (why: string) => new DamagedInstall(`the rank table ${encoding} is damaged (${why})`);
  if (file.byteLength < headerBytes) throw refuse(`${file.byteLength} bytes are no rank table`);
  const word = headerWords(file);
  if (word('magic') !== magic) throw refuse('not a rank table');
  if (word('version') !== version)
    throw refuse(`rank table of version ${word('version')}, this program reads ${version}`);
  if (word('encoding') !== encodingNumber[encoding]) throw refuse("the rank table is another encoding's");
  const at = statedLayout(file);
  if (at.size !== file.byteLength)
    throw refuse(`the rank table has ${file.byteLength} bytes instead of ${at.size}`);
  return at;
}
