import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig, type Config } from '../../../src/core/config.ts';
import { memoryHost } from '../../hostile/memory.ts';

const send = (model: string) =>
  `import OpenAI from 'openai';\nnew OpenAI().chat.completions.create({ ${model} messages: [{ role: 'user', content: 'Which loaf is fresh?' }] });`;

/** How often the price list is read while the text is analyzed, twice. */
async function loads(text: string, config: Partial<Config> = {}): Promise<number> {
  let count = 0;
  const host = memoryHost(new Map([['shop.ts', text]]));
  const counting = {
    ...host,
    loadPrices: () => {
      count++;
      return host.loadPrices();
    },
  };
  const analyzer = new Analyzer(counting, { ...defaultConfig, ...config });
  await analyzer.analyze(['shop.ts']);
  await analyzer.analyze(['shop.ts']);
  return count;
}

describe('the price list is loaded', () => {
  it('not for a file without prompts', async () => assert.equal(await loads('export const ovens = 3;'), 0));
  it('not for a prompt whose model nobody knows', async () => assert.equal(await loads(send('')), 0));
  it('once, for the first model', async () => assert.equal(await loads(send(`model: 'gpt-4o',`)), 1));
  it('for a model that is assumed', async () =>
    assert.equal(await loads(send(''), { defaultModel: 'gpt-4o' }), 1));
});
