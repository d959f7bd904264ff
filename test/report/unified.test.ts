import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unifiedDiff } from '../../src/report/unified.ts';

/** Edits that put `by` in the place of every `word`. */
function replacing(text: string, word: string, by: string) {
  return Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => ({
    range: { start: index, end: index + word.length },
    text: by,
  }));
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `loaf ${i + 1}\n`).join('');

describe('a unified diff', () => {
  it('shows three lines around a change', () => {
    assert.equal(
      unifiedDiff('bread.txt', lines(9), replacing(lines(9), 'loaf 5', 'roll 5')),
      '--- a/bread.txt\n+++ b/bread.txt\n@@ -2,7 +2,7 @@\n loaf 2\n loaf 3\n loaf 4\n-loaf 5\n+roll 5\n loaf 6\n loaf 7\n loaf 8\n',
    );
  });

  it('puts changes together whose surroundings touch, and counts on where lines went', () => {
    const text = lines(30);
    const edits = [
      ...replacing(text, 'loaf 2\n', ''),
      ...replacing(text, 'loaf 9\n', ''),
      ...replacing(text, 'loaf 25', 'x'),
    ];
    const heads = unifiedDiff('bread.txt', text, edits).match(/^@@.*$/gm);
    assert.deepEqual(heads, ['@@ -1,12 +1,10 @@', '@@ -22,7 +20,7 @@']);
  });

  it('takes a lone carriage return for a character, as patch does', () => {
    const text = 'rye\rwheat\nspelt  \n';
    assert.equal(
      unifiedDiff('a', text, replacing(text, '  ', '')),
      '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n rye\rwheat\n-spelt  \n+spelt\n',
    );
  });

  it('says where a file has no line break at its end', () => {
    assert.equal(
      unifiedDiff('a', 'rye', replacing('rye', 'rye', 'spelt')),
      '--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-rye\n\\ No newline at end of file\n+spelt\n\\ No newline at end of file\n',
    );
    assert.match(unifiedDiff('a', 'rye\n', replacing('rye\n', 'rye\n', '')), /^@@ -1,1 \+0,0 @@\n-rye\n$/m);
  });

  it('says nothing where nothing changes', () => {
    assert.equal(unifiedDiff('a', 'rye\n', []), '');
    assert.equal(unifiedDiff('a', 'rye\n', replacing('rye\n', 'rye', 'rye')), '');
  });

  it('is made in one pass of a text of which every line changes', () => {
    const text = lines(40_000);
    const diff = unifiedDiff('bread.txt', text, replacing(text, 'loaf', 'roll'));
    assert.equal(diff.split('\n').length, 3 + 80_000 + 1);
  });
});
