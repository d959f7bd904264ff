import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf, texts } from '../../hostile/memory.ts';

const order = (module: string): string => `import OpenAI from 'openai';
import { SYSTEM } from '${module}';
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`\${SYSTEM} Be brief.\` }] });`;

const system = `export const SYSTEM = 'You are the baker of this shop.';`;

const manifests: readonly (readonly [string, string, object, string])[] = [
  [
    'its exports',
    '@bakery/prompts',
    { exports: { '.': { types: './dist/texts.d.ts', import: './dist/texts.js' } } },
    'src/texts.ts',
  ],
  [
    'a path of its exports',
    '@bakery/prompts/baker',
    { exports: { './baker': './dist/people/baker.mjs' } },
    'src/people/baker.ts',
  ],
  ['its main file', '@bakery/prompts', { main: 'lib/main.js' }, 'src/main.ts'],
  ['its usual source', '@bakery/prompts', {}, 'src/index.ts'],
  ['a path in it', '@bakery/prompts/baker', {}, 'src/baker.ts'],
];

describe('another package of the repository', () => {
  for (const [how, module, manifest, file] of manifests)
    it(`is found by ${how}`, async () => {
      const report = await reportOf({
        'apps/shop/src/order.ts': order(module),
        'packages/prompts/package.json': JSON.stringify({ name: '@bakery/prompts', ...manifest }),
        [`packages/prompts/${file}`]: system,
      });
      assert.ok(texts(report).includes('You are the baker of this shop. Be brief.'));
    });

  it('is none that has another name', async () => {
    const report = await reportOf({
      'apps/shop/src/order.ts': order('@mill/prompts'),
      'packages/prompts/package.json': JSON.stringify({ name: '@bakery/prompts' }),
      'packages/prompts/src/index.ts': system,
    });
    assert.ok(texts(report).includes('{} Be brief.'));
  });
});
