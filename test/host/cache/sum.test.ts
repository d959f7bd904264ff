import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as zlib from 'node:zlib';
import { crc32, sumOf } from '../../../src/host/cache/sum.ts';
import { Random } from '../../core/tokens/random.ts';

it('a sum is the same for a text and its bytes, and another where a byte is', () => {
  assert.equal(sumOf('a bakery by the sea'), sumOf(Buffer.from('a bakery by the sea')));
  const sums = ['', 'rye', 'rye ', 'Rye', 'eyr'].map(sumOf);
  assert.equal(new Set(sums).size, sums.length);
});

it('without the one of Node it is added up as there', () => {
  const random = new Random(32);
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256)));
    assert.equal(crc32(bytes), zlib.crc32(bytes));
  }
});
