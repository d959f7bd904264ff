import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moneyIn } from '../../../src/core/prices/money.ts';
import { decimal, inDollars, times, usd, usdPerToken } from '../../../src/core/prices/usd.ts';

const formatUsd = moneyIn(null);

describe('an amount of money', () => {
  const amounts: readonly (readonly [dollars: number, said: string])[] = [
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
    [0.995, '$1.00'],
    [0.996, '$1.00'],
    [1.24, '$1.24'],
    [1.005, '$1.01'],
    [999.999, '$1,000.00'],
    [1204.5, '$1,204.50'],
    [1234567.891, '$1,234,567.89'],
    [-0.5, '-$0.50'],
  ];
  for (const [dollars, said] of amounts)
    it(`of ${dollars} is said as ${said}`, () => assert.equal(formatUsd(usd(dollars)), said));

  it('is said in a currency that a person has set, at their rate', () => {
    const euros = moneyIn({ code: 'EUR', perUsd: 0.86, date: '2026-11-01' });
    const won = moneyIn({ code: 'KRW', perUsd: 1380, date: '2026-11-01' });
    assert.deepEqual(
      [euros(usd(500)), euros(usd(0.0031)), euros(0n), won(usd(0.000012)), won(usd(1204.5))],
      ['EUR 430.00', 'EUR 0.0027', 'EUR 0', 'KRW 0.017', 'KRW 1,662,210.00'],
    );
  });

  it('above nothing is never said as nothing', () => {
    for (let exponent = -24; exponent <= 15; exponent++)
      for (const digit of ['1', '4.9', '9.99'])
        assert.match(formatUsd(usd(`${digit}e${exponent}`)), /[1-9]/, `${digit}e${exponent}`);
  });

  it('is read as it is written', () => {
    assert.equal(usd('0.1') + usd('0.2'), usd('0.3'));
    assert.equal(usd(1e-7), 10n ** 17n);
    assert.equal(usd('1.5e+3'), usd(1500));
    assert.equal(usd('-2.50'), -usd(2.5));
    for (const wrong of ['', 'free', '1,5', '$3', Number.NaN, Infinity, '1e9999999'])
      assert.throws(() => usd(wrong), RangeError, String(wrong));
  });

  it('of one token is exact down to the longest price that is listed', () => {
    assert.equal(times(usdPerToken('0.18000000000000002'), 1_000_000), usd('0.18000000000000002'));
    assert.equal(inDollars(times(usdPerToken(0.0028), 3)), 0.0000000084);
    assert.equal(inDollars(times(usdPerToken(3), 1_000_000_000_000)), 3_000_000);
  });

  it('is multiplied in decimals', () => {
    assert.equal(times(usd(4), 1.25), usd(5));
    assert.equal(times(usd('0.07'), 0.1), usd('0.007'));
    assert.equal(times(usd(-1), 0.5), usd('-0.5'));
  });

  it('is rounded once, a half away from zero', () => {
    const shown: readonly (readonly [string, number, string])[] = [
      ['1.005', 2, '1.01'],
      ['-1.005', 2, '-1.01'],
      ['1.00499999999999999999', 2, '1.00'],
      ['2.5', 0, '3'],
      ['0.05', 2, '0.05'],
    ];
    for (const [dollars, digits, said] of shown) assert.equal(decimal(usd(dollars), digits), said);
  });
});
