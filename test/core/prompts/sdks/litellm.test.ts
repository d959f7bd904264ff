import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('LiteLLM', () => {
  it('completion', async () => {
    assert.deepEqual(
      await found(
        'shop/label.py',
        `from litellm import completion
completion("gemini/gemini-2.5-flash", [{"role": "user", "content": "Name a bread."}], max_tokens=20)`,
      ),
      ['user litellm gemini/gemini-2.5-flash: Name a bread.'],
    );
  });
});
