import type { TextKind } from '../calibration.ts';

/** Of what a text consists: shares of its tokens, which add up to 1. */
export type Mixture = Readonly<Partial<Record<TextKind, number>>>;

/** Texts are judged in blocks of whole lines of about this many characters, so that code inside prose counts as code. */
const blockLength = 400;
/** Of a longer text, a third of this from its beginning, its middle and its end are judged. */
const sampleLength = 24_000;

/** Tokens of o200k_base per character that is no white space; measured on 4 MB of documents, programs and data. */
const tokensPerCharacter = {
  english: 0.25,
  latin: 0.3,
  code: 0.29,
  data: 0.4,
  chinese: 0.7,
  japanese: 0.7,
  korean: 0.65,
  cyrillic: 0.28,
  arabic: 0.33,
  other: 0.4,
} as const satisfies Record<TextKind, number>;

/** Tells what a text consists of. An empty one is English. */
export function mixtureOf(text: string): Mixture {
  const tokens: Partial<Record<TextKind, number>> = {};
  let all = 0;
  for (const block of blocksOf(sampleOf(text)))
    for (const [kind, characters] of kindsOf(block)) {
      const weight = characters * tokensPerCharacter[kind];
      tokens[kind] = (tokens[kind] ?? 0) + weight;
      all += weight;
    }
  if (all === 0) return { english: 1 };
  return Object.fromEntries(Object.entries(tokens).map(([kind, weight]) => [kind, weight / all]));
}

function sampleOf(text: string): string {
  if (text.length <= sampleLength) return text;
  const third = sampleLength / 3;
  const middle = Math.floor((text.length - third) / 2);
  return [text.slice(0, third), text.slice(middle, middle + third), text.slice(-third)].join('\n');
}

function* blocksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const line = text.indexOf('\n', start + blockLength);
    const end = line < 0 || line > start + 4 * blockLength ? start + 2 * blockLength : line + 1;
    yield text.slice(start, end);
    start = end;
  }
}

const han = /\p{Script=Han}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const hangul = /\p{Script=Hangul}/gu;
const cyrillicLetter = /\p{Script=Cyrillic}/gu;
const arabicLetter = /\p{Script=Arabic}/gu;
const otherLetter =
  /[^\P{L}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const notBlank = /\S/g;
const beyondAscii = /[^\0-\x7f]/;
const foreignLetter = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const digit = /[0-9]/g;
const word = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+/g;
/** Characters that programs and data are full of and prose is not. */
const sign = /[{}()[\]<>;=_\\|&$#`*+/":,@]/g;
const smallWordBeforeSmallWord = /\b[a-z\u00df-\u024f]{2,},? (?=[a-z\u00df-\u024f]{2})/g;
const longRun = /[A-Za-z0-9+/=_-]{60}/g;
/** Words that every English text is made of, other languages and programs hardly. */
const english =
  /\b(?:the|of|and|to|you|that|it|are|have|what|your|can|will|which|their|when|use|should|must|any|only|about|than|be|they|we|each|into|more)\b/gi;

/** Kind → characters of a block, white space left out. */
function kindsOf(block: string): [TextKind, number][] {
  const all = count(block, notBlank);
  if (!beyondAscii.test(block)) return [[latinKind(block, all), all]];
  const kanas = count(block, kana);
  const hans = count(block, han);
  const hanguls = count(block, hangul);
  const cyrillics = count(block, cyrillicLetter);
  const arabics = count(block, arabicLetter);
  const others = count(block, otherLetter);
  // Japanese writes with Han as well; a kana in a Chinese text is an ornament.
  const japanese = kanas * 20 > hans ? kanas + hans : 0;
  const rest = all - kanas - hans - hanguls - cyrillics - arabics - others;
  const kinds: [TextKind, number][] = [
    ['japanese', japanese],
    ['chinese', japanese > 0 ? 0 : hans + kanas],
    ['korean', hanguls],
    ['cyrillic', cyrillics],
    ['arabic', arabics],
    ['other', others],
    [latinKind(block, rest), rest],
  ];
  return kinds.filter(([, characters]) => characters > 0);
}

/** What the part of a block is that is not written in another script. @param size its characters without white space. */
function latinKind(block: string, size: number): TextKind {
  const shareOf = (pattern: RegExp) => count(block, pattern) / Math.max(size, 1);
  if (shareOf(digit) > 0.18 || isUnbroken(block)) return 'data';
  const words = count(block, word);
  const common = count(block, english) / Math.max(words, 1);
  const signs = shareOf(sign);
  if (common < 0.06 && shareOf(foreignLetter) > 0.01 && signs < 0.15) return 'latin';
  if (common < 0.08 && signs < 0.08 && words > 8 && isSentence(block)) return 'latin';
  if (signs < 0.06 || (common > 0.13 && signs < 0.16)) return 'english';
  return signs > 0.11 || common < 0.05 ? 'code' : 'english';
}

/** Languages that write without accents still have words of small letters with spaces between them. */
function isSentence(block: string): boolean {
  return count(block, smallWordBeforeSmallWord) > 3;
}

/** Base64, hashes, lists of identifiers: hardly a space in them. */
function isUnbroken(block: string): boolean {
  return block.length > 60 && count(block, longRun) * 60 > block.length / 2;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
