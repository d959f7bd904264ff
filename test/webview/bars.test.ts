import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastOf, ledTo, piecesOf } from '../../src/webview/bars.ts';
import type { Bar, Chart } from '../../src/webview/protocol.ts';

function bar(parts: readonly number[], isPartial = false): Bar {
  return { name: 'Monday', tick: null, parts, text: '', isPartial };
}

function chart(...bars: Bar[]): Chart {
  return { id: 'spend', name: 'Spend', parts: ['Spend'], top: 10, lines: [], bars };
}

describe('a bar', () => {
  it('has its parts one on the other, as high as they are much', () => {
    assert.deepEqual(piecesOf(bar([2, 0, 3]), 10), [
      { part: 0, from: 0, height: 20 },
      { part: 2, from: 20, height: 30 },
    ]);
  });

  it('shows what is little, and never stands out above', () => {
    assert.deepEqual(piecesOf(bar([0.001]), 10), [{ part: 0, from: 0, height: 1.5 }]);
    const pieces = piecesOf(bar([9.99, 0.01, 0.0001]), 10);
    assert.ok(pieces.every(({ from, height }) => from + height <= 100));
  });
});

describe('the keys', () => {
  it('lead from bar to bar, and no further than there are any', () => {
    const led = (key: string, at: number | null) => ledTo(key, at, 7);
    assert.deepEqual([led('ArrowLeft', 3), led('ArrowRight', 3)], [2, 4]);
    assert.deepEqual([led('ArrowLeft', 0), led('ArrowRight', 6)], [0, 6]);
    assert.deepEqual([led('Home', 3), led('End', null), led('ArrowLeft', null)], [0, 6, 6]);
    assert.deepEqual([led('Tab', 3), ledTo('Home', null, 0)], [null, null]);
  });

  it('begin at the last bar in which there is anything', () => {
    assert.equal(lastOf(chart(bar([1]), bar([0], true), bar([]))), 1);
    assert.equal(lastOf(chart(bar([]), bar([0]))), null);
  });
});
