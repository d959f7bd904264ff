import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Instructor', () => {
  it('a client that it patched, and one that it made', async () => {
    const source = `import instructor
from openai import OpenAI
patched = instructor.from_openai(OpenAI())
patched.chat.completions.create(model="gpt-4o-mini", response_model=Ship, max_tokens=60,
    messages=[{"role": "user", "content": f"Read the papers: {papers}"}])
made = instructor.from_provider("anthropic/claude-haiku-4-5")
made.create(response_model=Ship, messages=[{"role": "system", "content": "You read ship's papers."}])`;
    assert.deepEqual(await found('harbour/papers.py', source), [
      'user instructor gpt-4o-mini: Read the papers: {papers}',
      "system instructor anthropic/claude-haiku-4-5: You read ship's papers.",
    ]);
    assert.deepEqual(await calls('harbour/papers.py', source), [
      'instructor gpt-4o-mini 60: user',
      'instructor anthropic/claude-haiku-4-5 -: system',
    ]);
  });

  it('in TypeScript', async () => {
    assert.deepEqual(
      await found(
        'harbour/papers.ts',
        `import Instructor from '@instructor-ai/instructor';
import OpenAI from 'openai';
const client = Instructor({ client: new OpenAI(), mode: 'TOOLS' });
await client.chat.completions.create({ model: 'gpt-4o', response_model: { schema, name: 'Ship' }, messages: [{ role: 'user', content: 'Read the papers.' }] });`,
      ),
      ['user instructor gpt-4o: Read the papers.'],
    );
  });

  it('is not every create', async () => {
    const source = `from harbour.store import client
client.create(text="The papers of the ferry are complete", messages=3)`;
    assert.deepEqual(await found('harbour/store.py', source), []);
  });
});
