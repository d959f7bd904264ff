import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Counter } from '../../../src/core/tokens/bpe.ts';
import { loadEncoding } from './counters.ts';

const table = loadEncoding('cl100k_base');
const changed = (at: number, byte: number) => {
  const copy = new Uint8Array(table);
  copy[at] = byte;
  return copy;
};

describe('a rank table', () => {
  it('is refused when it is cut off, foreign, old or of another encoding', () => {
    const refused = (file: Uint8Array, why: RegExp) =>
      assert.throws(() => new Counter(file, 'cl100k_base'), why);
    refused(table.subarray(0, 20), /the rank table cl100k_base is damaged \(20 bytes are no rank table\)/);
    refused(
      table.subarray(0, table.length - 1),
      new RegExp(`has ${table.length - 1} bytes instead of ${table.length}`),
    );
    refused(new Uint8Array(1000), /not a rank table/);
    refused(changed(4, 99), /of version 99/);
    refused(loadEncoding('o200k_base'), /another encoding's/);
  });

  it('is refused when its numbers do not fit together', () => {
    assert.throws(() => new Counter(changed(16, 1), 'cl100k_base'), /bytes instead of/);
  });

  it('is read wherever it begins in its buffer', () => {
    const shifted = new Uint8Array(table.length + 3);
    shifted.set(table, 3);
    assert.equal(new Counter(shifted.subarray(3), 'cl100k_base').count('Proof the dough overnight.'), 5);
  });
});

describe('a counter', () => {
  const counter = new Counter(table, 'cl100k_base');

  it('takes a lone surrogate for U+FFFD', () => {
    assert.equal(counter.count('oven \ud800 door'), counter.count('oven \ufffd door'));
  });

  it('takes the text of a special token for plain text', () => {
    assert.ok(counter.count('<|endoftext|>') > 1);
  });

  it('counts nothing in nothing', () => {
    assert.equal(counter.count(''), 0);
  });

  it('says the same the second time, and after a hundred thousand other words', () => {
    const menu = 'Roggenvollkornbrot, Zwiebelkuchen und Käsestangen';
    const first = counter.count(menu);
    for (let i = 0; i < 100_000; i++) counter.count(`qz${i.toString(36)}xj`);
    assert.equal(counter.count(menu), first);
  });

  it('never counts more tokens than bytes, nor fewer for more of the same words', () => {
    const sentence = 'Die Öfen laufen seit vier Uhr — 焼きたて。';
    let before = 0;
    for (let times = 1; times <= 50; times++) {
      const text = sentence.repeat(times);
      const count = counter.count(text);
      assert.ok(count <= Buffer.byteLength(text) && count > before, `${count} after ${before}`);
      before = count;
    }
  });
});
