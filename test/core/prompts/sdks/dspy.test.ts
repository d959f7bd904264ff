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

  it('the instructions of a signature that is written as a call', async () => {
    const source = `import dspy
name = dspy.Signature("bread -> name", "Give the bread a short name.")`;
    assert.deepEqual(await found('shop/short.py', source), ['system dspy -: Give the bread a short name.']);
  });

  it('is not a signature of another library', async () => {
    const source = `from celery.canvas import Signature
class Chunks(Signature):
    """Bake the loaves of the day in parts of equal size."""`;
    assert.deepEqual(await found('shop/chunks.py', source), []);
  });
});
