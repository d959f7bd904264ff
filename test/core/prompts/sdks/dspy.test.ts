import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('DSPy', () => {
  it('the docstring of a signature', async () => {
    const source = `import dspy
class Name(dspy.Signature):
    """Give the bread a name."""
    bread: str = dspy.InputField()`;
    assert.deepEqual(await found('shop/name.py', source), ['system dspy -: Give the bread a name.']);
  });
});
