import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('Vercel AI SDK', () => {
  it('the model inside a provider, the prompt from a function of the file', async () => {
    assert.deepEqual(
      await found(
        'shop/suggest.ts',
        `import { generateText, tool } from 'ai';
import { openai } from '@ai-sdk/openai';
function ask(guest: string) { return \`What would \${guest} like?\`; }
await generateText({ model: openai('gpt-4.1-nano'), system: 'You suggest cakes.', prompt: ask(guest),
  tools: { cakes: tool({ description: 'Lists the cakes of the day.', inputSchema: schema }) } });`,
      ),
      [
        'user vercel-ai gpt-4.1-nano: What would {guest} like?',
        'system vercel-ai gpt-4.1-nano: You suggest cakes.',
        'tool-description vercel-ai gpt-4.1-nano: Lists the cakes of the day.',
      ],
    );
  });

  it('is not a function of the same name from elsewhere', async () => {
    const own = `import { generateText } from './lorem';
generateText({ paragraphs: 3, model: 'lorem', text: 'You will see this text on the page.' });`;
    assert.deepEqual(await found('shop/lorem.ts', own), []);
  });
});
