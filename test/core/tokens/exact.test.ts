import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { getEncoding } from 'js-tiktoken';
import { counterOf, encodings, tiktoken } from './counters.ts';
import { Random, randomText } from './random.ts';

const realTexts = [
  'js-tiktoken/README.md',
  'typescript/lib/lib.es5.d.ts',
  'playwright-core/README.md',
  'yaml/dist/compose/composer.js',
];

for (const name of encodings)
  describe(`${name} counts as tiktoken does`, () => {
    const counter = counterOf(name);
    const oracle = tiktoken(name);
    after(() => oracle.free());

    it('on 5,000 random texts', () => {
      for (let seed = 1; seed <= 5000; seed++) {
        const text = randomText(new Random(seed));
        const [ours, theirs] = [counter.count(text), oracle.count(text)];
        if (ours !== theirs)
          assert.fail(`seed ${seed}: ${ours} instead of ${theirs} for ${JSON.stringify(text)}`);
      }
    });

    it('on every character, among letters, digits, signs and contractions', () => {
      const different: string[] = [];
      for (let point = 0; point < 0x110000; point++) {
        // Lone surrogates have their own test; planes 4 to 13 are empty, and so are the ends of 3, 15 and 16.
        if ((point >= 0xd800 && point < 0xe000) || (point >= 0x33480 && point < 0xe0000) || point >= 0xe0200)
          continue;
        const character = String.fromCodePoint(point);
        const text = `the${character}'s the${character}${character}the!!${character} ${character}\nTHE${character}the1${character}2`;
        if (counter.count(text) !== oracle.count(text)) different.push(point.toString(16));
      }
      assert.deepEqual(different, []);
    });

    it('on real documents and programs', () => {
      for (const path of realTexts) {
        const text = readFileSync(`node_modules/${path}`, 'utf8');
        assert.equal(counter.count(text), oracle.count(text), path);
      }
    });

    it('and as js-tiktoken where their notions of white space agree', () => {
      const peer = getEncoding(name);
      for (let seed = 10_001; seed <= 10_400; seed++) {
        const text = randomText(new Random(seed)).replace(/[\ufeff\u0085ſ]/g, '');
        if (unicode17.test(text)) continue;
        assert.equal(
          counter.count(text),
          peer.encode(text, [], []).length,
          `seed ${seed}: ${JSON.stringify(text)}`,
        );
      }
    });
  });

/** Characters that V8 knows and tiktoken does not, among those that random texts are made of. */
const unicode17 =
  /[\u{10940}-\u{10959}\u{10ec5}-\u{10efb}\u{11b60}-\u{11b67}\u{11db0}-\u{11de9}\u{16ea0}-\u{16ed3}\u{16ff2}-\u{16ff6}\u{187f8}-\u{187ff}\u{18d09}-\u{18d1e}\u{18d80}-\u{18df2}\u{1e6c0}-\u{1e6ff}\u088f\u0c5c\u0cdc\u1acf-\u1add\u1ae0-\u1aeb\u{2b73a}-\u{2b73f}\u{2cea2}-\u{2cead}\u{323b0}-\u{33479}]/u;
