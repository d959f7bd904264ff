import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './sdks/found.ts';

describe('lists of which only what is there is joined', () => {
  it('are one prompt in PHP and Ruby', async () => {
    const php = `<?php
$prompt = implode("\\n", array_filter([
  'You bake bread for the whole street.',
  $late ? 'The oven is cold by now.' : null,
]));`;
    assert.deepEqual(await found('bakery/oven.php', php), [
      "template - -: You bake bread for the whole street.{$late ? 'The oven is cold by now.' : null}".replace(
        '{',
        '\n{',
      ),
    ]);
    const ruby = `system_prompt = ["You bake bread for the whole street.", note].compact.join(" ")`;
    assert.deepEqual(await found('bakery/oven.rb', ruby), [
      'system - -: You bake bread for the whole street. {note}',
    ]);
  });
});
