import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widthOf, wrapped } from '../../src/report/columns.ts';

describe('a sentence in so many columns', () => {
  const tide = 'The tide turns at noon, and the ferry waits for 港湾 until it has.';

  it('is broken between its words, and keeps all of them', () => {
    for (const width of [12, 20, 33]) {
      const lines = wrapped(tide, width);
      assert.equal(lines.join(' '), tide);
      for (const line of lines) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
    }
  });

  it('leaves a word whole that is wider', () => {
    assert.deepEqual(wrapped('See harbour.example/tides today', 10), [
      'See',
      'harbour.example/tides',
      'today',
    ]);
  });

  it('stays on one line that it fits on', () => {
    assert.deepEqual(wrapped(tide, widthOf(tide)), [tide]);
    assert.deepEqual(wrapped('', 10), ['']);
  });
});
