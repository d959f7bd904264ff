import type { Tokenizer as Library } from '@huggingface/tokenizers';
import { hostilePattern } from './hostilePattern.ts';

/** What a person's own `tokenizer.json` counts. */
export interface Vocabulary {
  /** As the configuration names it. */
  readonly path: string;
  /** Text that looks like a special token is plain text, as in a provider's messages. */
  count(text: string): number;
}

export type VocabularyReading =
  | { readonly kind: 'vocabulary'; readonly vocabulary: Vocabulary }
  /** `why` completes "it could not be used: …". */
  | { readonly kind: 'problem'; readonly why: string };

/** The library's time grows faster than the text; in pieces it does not. Characters. */
const longestPiece = 16_384;
/** What a vocabulary has to survive before it is believed. */
const trials = [
  'Hello',
  ' \n\t',
  '0123456789',
  'Brötchen, パン, 面包 👩‍🍳',
  '\u0000\ud800<|endoftext|>{"a":[1]}',
];
const models: readonly unknown[] = ['BPE', 'Unigram', 'WordPiece'];

/**
 * @param text of a `tokenizer.json`, in Hugging Face's format.
 * @param settings of the `tokenizer_config.json` beside it; `{}` where there is none.
 * @param library loaded by the caller, on first use.
 */
export function readVocabulary(
  path: string,
  text: string,
  settings: string,
  library: typeof Library,
): VocabularyReading {
  const file = parsed(text);
  const config = parsed(settings);
  if (file === null) return problem('it is no JSON object');
  if (config === null) return problem('the tokenizer_config.json beside it is no JSON object');
  const { model } = file;
  if (!isObject(model) || !models.includes(model['type']) || !isFilled(model['vocab']))
    return problem(
      'it has no "model" with a "vocab": it must be a tokenizer.json in the format of Hugging Face',
    );
  const hostile = hostilePattern(file['pre_tokenizer']) ?? hostilePattern(file['normalizer']);
  if (hostile !== null) return problem(`its pattern ${hostile} could take for ever on a long text`);
  try {
    const tokenizer = new library(withoutSpecialTokens(file), config);
    const count = (piece: string): number =>
      tokenizer.encode(piece, { add_special_tokens: false }).ids.length;
    if (!trials.every((trial) => count(trial) <= 4 * trial.length)) return problem('it counts absurdly');
    return { kind: 'vocabulary', vocabulary: { path, count: (whole) => countPieces(whole, count) } };
  } catch (error) {
    // The library says what it misses by whatever comes to pass: TypeError, SyntaxError, Error.
    return problem(
      `the library that runs it says "${error instanceof Error ? firstLine(error.message) : String(error)}"`,
    );
  }
}

/** The library would read `<|endoftext|>` in a prompt as the end of it. */
function withoutSpecialTokens(file: Readonly<Record<string, unknown>>): object {
  const added: unknown = file['added_tokens'] ?? [];
  if (!Array.isArray(added)) return file;
  return { ...file, added_tokens: added.filter((token) => !isObject(token) || token['special'] !== true) };
}

/** No vocabulary has a token that goes from the end of a line to the first letter of the next. */
function countPieces(text: string, count: (piece: string) => number): number {
  let tokens = 0;
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    tokens += count(text.slice(start, end));
    start = end;
  }
  return tokens;
}

function pieceEnd(text: string, start: number): number {
  const furthest = start + longestPiece;
  if (text.length <= furthest) return text.length;
  for (let line = text.lastIndexOf('\n', furthest - 1); line > start; line = text.lastIndexOf('\n', line - 1))
    if (/\S/.test(text.charAt(line + 1))) return line + 1;
  return isLowSurrogate(text.charCodeAt(furthest)) ? furthest - 1 : furthest;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(vocabulary: unknown): boolean {
  if (Array.isArray(vocabulary)) return vocabulary.length > 0;
  return isObject(vocabulary) && Object.keys(vocabulary).length > 0;
}

function problem(why: string): VocabularyReading {
  return { kind: 'problem', why };
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('').slice(0, 200);
}
