import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineStarts, onItsOwn } from '../../src/core/text.ts';

test('a part of a text reads on its own as it did in the whole', () => {
  const parts = [
    '',
    'pier',
    'unloadTheShipsOfTheNorthernQuay',
    'löscheDieSchiffeDesNordkais',
    '荷物を北の岸壁から降ろしてください、お願いします',
    '__defineGetter__',
    '12345678901234567890',
    '4294967294',
    'half a ship \uD83D at the quay',
  ];
  const whole = parts.join('\n');
  let start = 0;
  for (const part of parts) {
    assert.equal(onItsOwn(whole.slice(start, start + part.length)), part);
    start += part.length + 1;
  }
});

test('lines begin behind each way to end one', () => {
  assert.deepEqual(lineStarts(''), [0]);
  assert.deepEqual(lineStarts('pier\n\nquay\n'), [0, 5, 6, 11]);
  assert.deepEqual(lineStarts('pier\rquay\r\ntug\n\r'), [0, 5, 11, 15, 16]);
});
