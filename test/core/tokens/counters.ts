import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get_encoding } from 'tiktoken';
import { writeEncodings } from '../../../scripts/encodings.ts';
import type { EncodingName } from '../../../src/core/host.ts';
import { Counter } from '../../../src/core/tokens/bpe.ts';

export const encodings: readonly EncodingName[] = ['o200k_base', 'cl100k_base'];

/** A table as the build makes it; made here when it is missing or stale. */
export function loadEncoding(name: EncodingName): Uint8Array {
  writeEncodings('dist/encodings');
  return readFileSync(join('dist/encodings', `${name}.bin`));
}

export function counterOf(name: EncodingName): Counter {
  return new Counter(loadEncoding(name), name);
}

/** OpenAI's own tokenizer, compiled to WebAssembly; call `free` when done. */
export function tiktoken(name: EncodingName): { count: (text: string) => number; free: () => void } {
  const encoding = get_encoding(name);
  return { count: (text) => encoding.encode_ordinary(text).length, free: () => encoding.free() };
}
