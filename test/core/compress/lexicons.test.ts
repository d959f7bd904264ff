import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lexicons } from '../../../src/core/compress/lexicons/index.ts';
import type { Lexicon } from '../../../src/core/compress/lexicons/lexicon.ts';
import { LanguageTeller } from '../../../src/core/compress/language.ts';
import { Vocabulary } from '../../../src/core/compress/vocabulary.ts';
import { phrasesOf, spellingsOf } from './expanded.ts';
import { normal } from '../../../src/core/compress/wording.ts';

for (const lexicon of lexicons)
  describe(`the ${lexicon.id} lexicon`, () => {
    it('has no phrase whose short form asks for more or less than the long one', () => {
      const constraints = new Vocabulary(withoutFillers(lexicon));
      const names = (text: string): string[] => namesOf(constraints, text);
      const changing = phrasesOf(lexicon)
        .filter(({ from, to }) => to !== '' && names(to).join() !== names(from).join())
        // `and it will be your job to` → `and you`: what joins two clauses, and what could be left out where one begins
        .filter(({ from }) => !isFiller(lexicon, from.replace(/^(?:and|so|then|where) /, '')))
        .map(({ from, to }) => `${from} (${names(from).join()}) → ${to} (${names(to).join()})`);
      assert.deepEqual(changing, []);
    });

    it('leaves out only words that ask for nothing', () => {
      const constraints = new Vocabulary(withoutFillers(lexicon));
      const bound = phrasesOf(lexicon)
        .filter(({ from, to }) => to === '' && namesOf(constraints, from).length > 0)
        .map(({ from }) => from)
        .filter((from) => !isFiller(lexicon, from));
      assert.deepEqual(bound, []);
    });

    it('writes every phrase as it is looked for', () => {
      for (const { from, to } of phrasesOf(lexicon)) {
        assert.equal(from, normal(from).replace(/\s+/g, ' ').trim());
        assert.doesNotMatch(to, /[^\p{L}' ]/u, `${to} would need quoting in a source`);
      }
    });

    it('names each constraint once', () => {
      const spellings = spellingsOf(lexicon);
      assert.deepEqual(
        spellings.filter((one, i) => spellings.indexOf(one) !== i),
        [],
      );
    });
  });

describe('the language of a text', () => {
  const lexiconOf = (text: string) => new LanguageTeller(1000).of(text.split('\n'));
  const texts: Readonly<Record<string, string>> = {
    en: 'You are the harbour office. Answer the question of the captain in a short letter.',
    de: 'Du bist das Hafenbüro. Antworte dem Kapitän mit einem kurzen Brief und nenne die Gebühren nicht.',
    fr: 'Vous êtes le bureau du port. Répondez à la question du capitaine dans une lettre qui est courte.',
    es: 'Usted es la oficina del puerto. Responda a la pregunta del capitán en una carta que no sea larga.',
  };
  for (const [id, text] of Object.entries(texts))
    it(`knows ${id}`, () => assert.equal(lexiconOf(text)?.id, id));

  it('is not guessed', () => {
    assert.equal(lexiconOf('港湾事務所です。船長の質問に短い手紙で答えてください。'), null);
    assert.equal(lexiconOf('Ferry Berth Quay Pier Jetty'), null);
    assert.equal(lexiconOf(''), null);
  });
});

function isFiller(lexicon: Lexicon, text: string): boolean {
  return (boundFillers[lexicon.id] ?? []).some((known) => known.test(text));
}

/** "It should be noted that" asks for nothing though it says "should": each of these was looked at. */
const boundFillers: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^it (?:should|must)(?: also)? be noted that$/,
    /^you should (?:note|know|be aware|remember|keep in mind) that$/,
    /^it(?: is|'s) (?:also )?(?:important|essential|crucial) to [a-z ]+ that$/,
    /^(?:your [a-z ]+|it|you) will be (?:[a-z ]+ )?to$/,
    /^it'll be your [a-z ]+ to$/,
    /^(?:which|that) (?:can be|you can|you will|you'll) (?:found|find|seen|see)$/,
    /^(?:what )?(?:i|we) (?:would like|need|would appreciate it|would really appreciate it|would be grateful) [a-z ]+$/,
    /^as (?:mentioned (?:above|before)|you may know|you can see),$/,
    /^always remember that$/,
    /^as best (?:as )?you can$/,
    /^(?:don't|do not) forget to$/,
    /^besides that,$/,
    /^it goes without saying that$/,
    /^(?:could|can) you please$/,
  ],
  fr: [/^(?:il est important de|il faut) noter que$/, /^n'oublie[z]? pas (?:que|de)$/],
  es: [/^(?:hay que|es importante) (?:tener en cuenta|señalar) que$/, /^no olvide[s]? que$/],
};

/** What a text constrains by. What leads up to an order may go: the order binds as well. */
function namesOf(vocabulary: Vocabulary, text: string): string[] {
  return vocabulary
    .constraints(text)
    .filter(({ leads }) => leads !== true)
    .map(({ name }) => name);
}

function withoutFillers(lexicon: Lexicon): Lexicon {
  return { ...lexicon, phrases: () => [], families: () => [] };
}
