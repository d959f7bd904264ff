import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatUsd, fromUsdPerMillionTokens, toUsd } from '../../../src/core/prices/usd.ts';

describe('an amount of money', () => {
  const amounts: readonly (readonly [usd: number, said: string])[] = [
    [0, '$0'],
    [0.000000001, '$0.000000001'],
    [0.000012, '$0.000012'],
    [0.0000125, '$0.000013'],
    [0.0031, '$0.0031'],
    [0.005, '$0.005'],
    [0.00999, '$0.01'],
    [0.1, '$0.10'],
    [0.25, '$0.25'],
    [0.994, '$0.99'],
    [0.996, '$1.00'],
    [1.24, '$1.24'],
    [999.999, '$1,000.00'],
    [1204.5, '$1,204.50'],
    [1234567.891, '$1,234,567.89'],
    [-0.5, '-$0.50'],
  ];
  for (const [usd, said] of amounts)
    it(`of ${usd} is said as ${said}`, () => assert.equal(formatUsd(usd), said));

  it('above nothing is never said as nothing', () => {
    for (let exponent = -15; exponent <= 6; exponent++)
      for (const digit of [1, 4.9, 9.99]) assert.match(formatUsd(digit * 10 ** exponent), /[1-9]/);
  });

  it('adds up without dust', () => {
    const price = fromUsdPerMillionTokens(0.0028);
    assert.equal(toUsd(price * 3), 0.0000000084);
    assert.equal(toUsd(fromUsdPerMillionTokens(0.1) * 1e6 + fromUsdPerMillionTokens(0.2) * 1e6), 0.3);
  });
});
