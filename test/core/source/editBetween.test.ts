import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editBetween } from '../../../src/core/source/editBetween.ts';
import { Random } from '../tokens/random.ts';

/** As long as the common start and end, told character by character. */
function plainEdit(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { startIndex: start, oldEndIndex: before.length - tail, newEndIndex: after.length - tail };
}

/** Lines, and the characters behind the last of them. */
function pointOf(text: string, offset: number) {
  const above = text.slice(0, offset).split('\n');
  return { row: above.length - 1, column: above.at(-1)?.length ?? 0 };
}

test('an edit is all between what two texts begin and end with, however long and alike they are', () => {
  const random = new Random(4);
  const sea = Array.from({ length: 900 }, () => random.pick(['tide\n', 'fog ', 'berth 7\n'])).join('');
  for (const whole of ['', 'tug', 'tug\n'.repeat(700), 'a'.repeat(2048), sea])
    for (let run = 0; run < 80; run++) {
      const at = random.below(2) === 0 ? random.below(whole.length + 1) : 512 * random.below(4);
      const cut = random.pick([0, 0, 1, 4, 511, 512, 513, 1300]);
      const put = random.pick(['', 'x', 'tug\n', whole.slice(0, 512), whole.slice(at, at + 513)]);
      const after = whole.slice(0, at) + put + whole.slice(at + cut);
      const { startPosition, oldEndPosition, newEndPosition, ...edit } = editBetween(whole, after);
      assert.deepEqual(edit, plainEdit(whole, after), `run ${run}, ${cut} characters at ${at}`);
      assert.deepEqual(startPosition, pointOf(whole, edit.startIndex));
      assert.deepEqual(oldEndPosition, pointOf(whole, edit.oldEndIndex));
      assert.deepEqual(newEndPosition, pointOf(after, edit.newEndIndex));
    }
});
