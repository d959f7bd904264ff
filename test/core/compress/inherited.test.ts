import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compress } from '../../../src/core/compress/compress.ts';
import { levels, type Level } from '../../../src/core/compress/lexicons/lexicon.ts';
import { vocabularies } from './counting.ts';

/** Names that every object of JavaScript has, and that a text may have as words. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

/** A word at each place where a pass looks one up. */
const sentences: readonly ((word: string) => string)[] = [
  (word) => `You are responsible for ${word} here. Your task is ${word} of the bread for the guests.`,
  (word) => `Make sure that you ${word} the captain. Ensure you ${word} the boats at the quay.`,
  (word) => `Answer the guests in a ${word} manner. Answer them in a clear and ${word} way.`,
  (word) => `Write a letter that ${word} the fee. List the boats which ${word} a crew.`,
  (word) => `If you are ${word}, ask. Before you ${word} the letter, wait. When you ${word}, stop.`,
  (word) => `After you have ${word} the letter, wait for the captain. Ask once you are ${word}.`,
  (word) => `Sell the ${word} to the guest, a ${word} at a time, as the ${word} of the bakery.`,
  (word) => `Note the ${word} of the guest and the name of the ${word}. Ensure that the ${word} is clean.`,
  (word) => `You are a ${word} of the bakery. As a ${word}, you greet the guests in order to be polite.`,
  (word) => `${word} the bread in order to sell it. Name breads such as ${word}, rye, etc. to the guests.`,
];

/** One token each, so that no word is dearer than another one. */
const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const shorten = (text: string, level: Level): string =>
  compress(text, { level, count: countWords, isWhole: true }, vocabularies).text;

describe('words that objects of JavaScript inherit', () => {
  for (const name of inherited)
    it(`takes ${name} for a word like any other`, () => {
      const other = name.replace(/[a-z]+/, 'marzipan');
      for (const level of levels)
        for (const sentence of sentences) {
          const expected = shorten(sentence(other), level).replaceAll(other, name);
          const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
          assert.equal(shorten(sentence(name), level), expected.replaceAll(capital(other), capital(name)));
        }
    });
});
