import { Tiktoken } from 'js-tiktoken/lite';
import ranks from 'js-tiktoken/ranks/o200k_base';

/** Tokens of a text by another counter than ours, written as the editor writes them. */
export function tokensOf(text: string): string {
  return new Tiktoken(ranks).encode(text, [], []).length.toLocaleString('en-US');
}
