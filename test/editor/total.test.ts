import assert from 'node:assert/strict';
import { test } from 'node:test';
import { total } from '../../src/editor/total.ts';

const exact = { count: 300, certainty: 'exact', band: 0, encoding: 'o200k_base' } as const;

test('a sum is as sure as the least sure of its parts', () => {
  const calibrated = { ...exact, count: 100, certainty: 'calibrated', band: 0.08 } as const;
  const approximate = { ...exact, count: 100, certainty: 'approximate', band: 0.3 } as const;
  assert.deepEqual(total([exact, calibrated]), { ...calibrated, count: 400, band: 0.02 });
  assert.equal(total([approximate, exact, calibrated]).certainty, 'approximate');
});

test('a range stays a range', () => {
  assert.deepEqual(total([exact, { ...exact, count: 10, most: 30 }]), { ...exact, count: 310, most: 330 });
});

test('nothing adds up to nothing, exactly', () => {
  assert.deepEqual(total([]), { count: 0, certainty: 'exact', band: 0, encoding: '' });
});
