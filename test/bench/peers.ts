import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type Count = (text: string) => number;

/** How each counter is loaded for o200k_base, from nothing to ready: modules, data, construction. */
export const peers = {
  async promptmeter(): Promise<Count> {
    const { Counter } = (await import(
      pathToFileURL(ownBundle).href
    )) as typeof import('../../src/core/tokens/bpe.ts');
    const counter = new Counter(readFileSync('dist/encodings/o200k_base.bin'), 'o200k_base');
    return (text) => counter.count(text);
  },
  async 'js-tiktoken'(): Promise<Count> {
    const { Tiktoken } = await import('js-tiktoken/lite');
    const { default: ranks } = await import('js-tiktoken/ranks/o200k_base');
    const encoding = new Tiktoken(ranks);
    return (text) => encoding.encode(text, [], []).length;
  },
  async 'tiktoken (WASM)'(): Promise<Count> {
    const { get_encoding } = await import('tiktoken');
    const encoding = get_encoding('o200k_base');
    return (text) => encoding.encode_ordinary(text).length;
  },
  async 'gpt-tokenizer'(): Promise<Count> {
    const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
    const options = { disallowedSpecial: new Set<string>() };
    return (text) => countTokens(text, options);
  },
} satisfies Record<string, () => Promise<Count>>;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as PeerName[];

/** Our counter as it ships: bundled and minified. The benchmark makes it before it begins. */
export const ownBundle = resolve('out/bench/counter.mjs');
