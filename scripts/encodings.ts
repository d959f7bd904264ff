// Makes the rank tables that the counter reads: node scripts/encodings.ts [DIR], dist/encodings by default.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EncodingName } from '../src/core/host.ts';
import {
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER_LETTER,
  pageCount,
  SPACE,
  SYMBOL,
  UPPER,
} from '../src/core/tokens/kinds.ts';
import * as format from '../src/core/tokens/table.ts';

/** js-tiktoken's data: lines of `! FIRST_RANK BASE64 BASE64 …`. */
interface Ranks {
  readonly bpe_ranks: string;
}

const require = createRequire(import.meta.url);

/** Writes `<encoding>.bin` of every encoding into `dir`, unless what is there was made from the same data. */
export function writeEncodings(dir: string): void {
  mkdirSync(dir, { recursive: true });
  let characters: Characters | null = null;
  for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
    const path = join(dir, `${encoding}.bin`);
    const ranks = readFileSync(require.resolve(`js-tiktoken/ranks/${encoding}`));
    const digest = createHash('sha256')
      .update(`${format.version} ${process.versions.unicode} `)
      .update(readFileSync(new URL(import.meta.url)))
      .update(ranks)
      .digest();
    if (isCurrent(path, digest)) continue;
    characters ??= characterPages();
    const table = makeTable(
      encoding,
      tokensOf(require(`js-tiktoken/ranks/${encoding}`) as Ranks),
      characters,
      digest,
    );
    // Renamed when whole, so that a build that was stopped leaves no half table that looks current.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, table);
    renameSync(unfinished, path);
  }
}

/** Whole, and made from the same data. */
function isCurrent(path: string, digest: Buffer): boolean {
  if (!existsSync(path)) return false;
  const file = readFileSync(path);
  if (file.length < format.headerBytes || format.statedLayout(file).size !== file.length) return false;
  return digest.equals(file.subarray(format.digestOffset, format.headerBytes));
}

/** The tokens' bytes, in the order of their ranks from 0. */
function tokensOf({ bpe_ranks }: Ranks): Buffer[] {
  const tokens: Buffer[] = [];
  for (const line of bpe_ranks.split('\n')) {
    const [, first, ...words] = line.split(' ');
    if (first === undefined) continue;
    if (Number(first) !== tokens.length) throw new Error(`rank ${first} where ${tokens.length} was expected`);
    for (const word of words) tokens.push(Buffer.from(word, 'base64'));
  }
  return tokens;
}

function makeTable(
  encoding: EncodingName,
  tokens: readonly Buffer[],
  { pageOf, pages }: Characters,
  digest: Buffer,
): Buffer {
  const slotCount = 2 ** Math.ceil(Math.log2(tokens.length * 2));
  if (tokens.length >= format.rankMask)
    throw new Error(`${tokens.length} tokens do not fit ${format.rankBits} bits`);
  const blob = Buffer.concat(tokens);
  const at = format.layout(tokens.length, slotCount, pages.length, blob.length);
  const file = Buffer.alloc(at.size);

  const words = { ...format.header };
  file.writeUInt32LE(format.magic, 4 * words.magic);
  file.writeUInt32LE(format.version, 4 * words.version);
  file.writeUInt32LE(format.encodingNumber[encoding], 4 * words.encoding);
  file.writeUInt32LE(tokens.length, 4 * words.tokens);
  file.writeUInt32LE(slotCount, 4 * words.slots);
  file.writeUInt32LE(blob.length, 4 * words.blob);
  file.writeUInt32LE(pages.length, 4 * words.pages);
  file.writeUInt32LE(
    tokens.reduce((longest, token) => Math.max(longest, token.length), 0),
    4 * words.longest,
  );
  digest.copy(file, format.digestOffset);

  let offset = 0;
  const slots = new Uint32Array(slotCount);
  tokens.forEach((token, rank) => {
    file.writeUInt32LE(offset, at.offsets + 4 * rank);
    offset += token.length;
    const hash = format.hash(token, 0, token.length);
    let slot = hash & (slotCount - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
    slots[slot] = (hash & ~format.rankMask) | (rank + 1);
  });
  file.writeUInt32LE(offset, at.offsets + 4 * tokens.length);
  slots.forEach((slot, i) => file.writeUInt32LE(slot, at.slots + 4 * i));
  pageOf.forEach((page, i) => file.writeUInt16LE(page, at.pageOf + 2 * i));
  pages.forEach((page, i) => page.copy(file, at.pages + 256 * i));
  blob.copy(file, at.blob);
  return file;
}

/** The kinds of all code points in pages of 256, each different page once. */
interface Characters {
  readonly pageOf: readonly number[];
  readonly pages: readonly Buffer[];
}

function characterPages(): Characters {
  const pages: Buffer[] = [];
  const seen = new Map<string, number>();
  const pageOf = Array.from({ length: pageCount }, (_, high) => {
    const page = Buffer.from(Array.from({ length: 256 }, (_, low) => kindOf(high * 256 + low)));
    const key = page.toString('latin1');
    const known = seen.get(key) ?? pages.length;
    if (known === pages.length) {
      pages.push(page);
      seen.set(key, known);
    }
    return known;
  });
  return { pageOf, pages };
}

const kinds: readonly [RegExp, number][] = [
  [/[\r\n]/u, NEWLINE],
  [/\p{White_Space}/u, SPACE],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/\p{L}/u, OTHER_LETTER],
  [/\p{M}/u, MARK],
  [/\p{N}/u, NUMBER],
];

/**
 * Letters, marks and digits of Unicode 17, hexadecimal. tiktoken's regular expressions know Unicode 16 and take them for
 * symbols; so must we. The test of every code point finds what a later Unicode adds.
 */
const unknownToTiktoken = ranges(`
  88f c5c cdc 1acf-1add 1ae0-1aeb a7ce-a7cf a7d2 a7d4 a7f1 10940-10959 10ec5-10ec7 10efa-10efb 11b60-11b67 11db0-11ddb
  11de0-11de9 16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 187f8-187ff 18d09-18d1e 18d80-18df2 1e6c0-1e6de 1e6e0-1e6f5
  1e6fe-1e6ff 2b73a-2b73f 2cea2-2cead 323b0-33479`);

function kindOf(point: number): number {
  const character = String.fromCodePoint(point);
  const kind = kinds.find(([pattern]) => pattern.test(character))?.[1] ?? SYMBOL;
  const unknown =
    kind !== SYMBOL && unknownToTiktoken.some(([first, last]) => first <= point && point <= last);
  return unknown ? SYMBOL : kind;
}

function ranges(text: string): (readonly [first: number, last: number])[] {
  return text
    .trim()
    .split(/\s+/)
    .map((range) => {
      const [first = '', last = first] = range.split('-');
      return [parseInt(first, 16), parseInt(last, 16)];
    });
}

if (import.meta.main) writeEncodings(process.argv[2] ?? join('dist', 'encodings'));
