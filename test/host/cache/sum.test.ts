import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashOf, sumOf } from '../../../src/host/cache/sum.ts';

it('a sum is the same for a text and its bytes, and another where a byte is', () => {
  assert.equal(sumOf('a bakery by the sea'), sumOf(Buffer.from('a bakery by the sea')));
  const sums = ['', 'rye', 'rye ', 'Rye', 'eyr'].map(sumOf);
  assert.equal(new Set(sums).size, sums.length);
});

it('where Node has no such sum, another tells the same', () => {
  assert.equal(hashOf('a bakery by the sea'), hashOf(Buffer.from('a bakery by the sea')));
  assert.equal(new Set(['', 'rye', 'rye ', 'Rye', 'eyr'].map(hashOf)).size, 5);
});
