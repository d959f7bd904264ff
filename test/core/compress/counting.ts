import { Assets } from '../../../src/host/assets.ts';
import { compress } from '../../../src/core/compress/compress.ts';
import type { Compression } from '../../../src/core/compress/engine.ts';
import type { Level } from '../../../src/core/compress/lexicons/lexicon.ts';
import { Vocabularies } from '../../../src/core/compress/vocabulary.ts';
import { TokenCounter } from '../../../src/core/tokens/count.ts';

const counter = new TokenCounter(new Assets());

export const vocabularies = new Vocabularies();

/** Tokens of o200k. */
export function count(text: string): number {
  return counter.compare(text, 'gpt-4o');
}

/** A whole prompt, shortened. */
export function shorten(text: string, level: Level): Compression {
  return compress(text, { level, count, isWhole: true }, vocabularies);
}
