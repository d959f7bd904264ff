import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Merger } from '../../../src/core/tokens/merge.ts';
import { RankTable } from '../../../src/core/tokens/table.ts';
import { counterOf, encodings, loadEncoding } from './counters.ts';
import { Random } from './random.ts';

for (const name of encodings) {
  const table = new RankTable(loadEncoding(name), name);
  const merger = new Merger(table);

  describe(`${name} merges`, () => {
    it('random bytes as the definition says, short and long', () => {
      for (let seed = 1; seed <= 300; seed++) {
        const random = new Random(seed);
        const letters = random.pick(['ab', 'aeiou ', '=-', 'breadflour', '\u0000\u00e4\u00b8\u00ad']);
        const bytes = Uint8Array.from({ length: 1 + random.below(300) }, () =>
          letters.charCodeAt(random.below(letters.length)),
        );
        assert.equal(merger.count(bytes, 0, bytes.length), byDefinition(bytes), `seed ${seed}`);
      }
    });

    it('a part of the bytes alone', () => {
      const bytes = new TextEncoder().encode('zzzunkneadablezzz');
      assert.equal(merger.count(bytes, 3, 14), merger.count(bytes.slice(3, 14), 0, 11));
    });
  });

  /** Byte-pair encoding as one reads it: join the pair of lowest rank, the leftmost of equals, until there is none. */
  function byDefinition(bytes: Uint8Array): number {
    const ends = Array.from(bytes, (_, i) => i + 1);
    for (;;) {
      const ranks = ends.slice(0, -1).map((_, i) => table.rank(bytes, ends[i - 1] ?? 0, ends[i + 1] ?? 0));
      const known = ranks.filter((rank) => rank >= 0);
      if (known.length === 0) return ends.length;
      ends.splice(ranks.indexOf(Math.min(...known)), 1);
    }
  }
}

describe('texts that are quadratic to others', () => {
  const expected: readonly (readonly [text: string, o200k: number, cl100k: number])[] = [
    ['a'.repeat(100_000), 12_500, 12_500],
    [' '.repeat(100_000), 782, 782],
    ['='.repeat(100_000), 1562, 1563],
    ['的'.repeat(33_333), 33_333, 33_333],
    ['\t '.repeat(50_000), 50_000, 50_000],
    ['👨‍👩‍👧‍👦'.repeat(4000), 44_000, 72_000],
    ['a'.repeat(1_000_000), 125_000, 125_000],
  ];

  for (const [i, name] of encodings.entries())
    it(`have their count in ${name}`, () => {
      const counter = counterOf(name);
      for (const [text, ...counts] of expected)
        assert.equal(counter.count(text), counts[i], text.slice(0, 11));
    });

  it('also where one piece is longer than is merged at once', () => {
    assert.equal(counterOf('o200k_base').count('a'.repeat(5 << 20)), (5 << 20) / 8);
  });
});
