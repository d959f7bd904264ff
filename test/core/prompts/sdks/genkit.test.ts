import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Genkit', () => {
  it('what is generated, by the call’s model or by the default', async () => {
    const source = `import { genkit } from 'genkit';
import { googleAI } from '@genkit-ai/googleai';
const ai = genkit({ plugins: [googleAI()], model: googleAI.model('gemini-2.5-flash') });
await ai.generate(\`Name a bread with \${grain}.\`);
await ai.generate({ model: 'googleai/gemini-2.5-pro', system: 'You name breads.', prompt: 'Name the rye.', config: { maxOutputTokens: 20 } });`;
    assert.deepEqual(await found('shop/names.ts', source), [
      'user genkit gemini-2.5-flash: Name a bread with {grain}.',
      'system genkit googleai/gemini-2.5-pro: You name breads.',
      'user genkit googleai/gemini-2.5-pro: Name the rye.',
    ]);
    assert.deepEqual(await calls('shop/names.ts', source), [
      'genkit gemini-2.5-flash -: user',
      'genkit googleai/gemini-2.5-pro 20: system user',
    ]);
  });

  it('prompts and tools that are defined', async () => {
    assert.deepEqual(
      await found(
        'shop/prompts.ts',
        `import { genkit } from 'genkit';
const ai = genkit({ plugins });
const hello = ai.definePrompt({ name: 'hello', system: 'You greet guests.', prompt: 'Greet {{name}}.' });
const shelf = ai.defineTool({ name: 'shelf', description: 'Counts the loaves.', inputSchema }, async () => 3);`,
      ),
      [
        'system genkit -: You greet guests.',
        'template genkit -: Greet {name}.',
        'tool-description genkit -: Counts the loaves.',
      ],
    );
  });

  it('is not a generator of names', async () => {
    const source = `import { generator } from './names';
const names = generator();
names.generate('The breads that we baked in the morning');
names.defineTool({ description: 'The breads that we baked in the morning' });`;
    assert.deepEqual(await found('shop/generator.ts', source), []);
  });
});
