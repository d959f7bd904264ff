import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Config } from '../../../src/core/config.ts';
import { inDollars } from '../../../src/core/prices/usd.ts';
import { reportOf } from '../../hostile/memory.ts';

const rules = 'Answer as the baker of this shop, and never sell yesterday’s bread as fresh. '.repeat(100);
const chat = (more: string) => `
import OpenAI from 'openai';
const RULES = ${JSON.stringify(rules)};
export const ask = (question: string) =>
  new OpenAI().chat.completions.create({
    model: 'gpt-4o', ${more}
    messages: [{ role: 'system', content: RULES }, { role: 'user', content: question }],
  });`;

async function billOf(more: string, config: Partial<Config> = {}) {
  const report = await reportOf({ 'shop.ts': chat(more) }, config);
  const [call] = report.calls;
  assert.ok(call?.bill && call.cost && call.inputTokens && call.map);
  return {
    bill: call.bill,
    cost: call.cost,
    tokens: call.inputTokens.count,
    map: call.map,
    ids: call.prompts,
  };
}

describe('the bill of a call', () => {
  it('is that of its input, cold and warm, where nobody limits the answer', async () => {
    const { bill, tokens, map } = await billOf('');
    assert.equal(inDollars(bill.cold), Number(((tokens * 2.5) / 1e6).toFixed(12)));
    const read = map.cachedTokens;
    assert.ok(read >= 1024);
    assert.equal(
      inDollars(bill.warm ?? 0n),
      Number((((tokens - read) * 2.5 + read * 1.25) / 1e6).toFixed(12)),
    );
    assert.deepEqual([bill.output, bill.month, bill.coldMost], [null, null, null]);
  });

  it('has an answer up to its limit', async () => {
    const { bill } = await billOf('max_tokens: 300,');
    assert.deepEqual(bill.output, { tokens: 300, usd: 3n * 10n ** 21n, from: 'limit' });
  });

  it('has a month only of a volume that somebody stated', async () => {
    const volumes = { 'shop.ts#RULES': { callsPerDay: 2000, outputTokens: 100, cacheHitRate: 0.6 } };
    const { bill } = await billOf('max_tokens: 300,', { volumes });
    const calls = 2000 * 30;
    const [cold, warm] = [inDollars(bill.cold), inDollars(bill.warm ?? 0n)];
    const expected = calls * (0.6 * warm + 0.4 * cold + (100 * 10) / 1e6);
    assert.ok(Math.abs(inDollars(bill.month?.usd ?? 0n) - expected) < 1e-9);
    assert.deepEqual(
      { ...bill.month, usd: 0n },
      {
        ...{ usd: 0n, callsPerDay: 2000, volume: { calls: 2000, per: 'day', from: 'configuration' } },
        ...{ cache: { hitRate: 0.6, from: 'volume' }, output: bill.output },
      },
    );
  });

  it('takes nothing from the cache, and no answer for granted, where nobody says so', async () => {
    const volumes = { 'shop.ts': { callsPerDay: 10 } };
    const { bill, cost } = await billOf('', { volumes });
    assert.equal(bill.month?.usd, cost.usdPerCall * 300n);
    assert.deepEqual([bill.month?.cache, bill.month?.output], [null, null]);
  });

  it('prefers what is said of a prompt to what is said of many', async () => {
    const volumes = { '**': { callsPerDay: 10 }, 'shop.ts#RULES': { callsPerDay: 20 } };
    assert.equal((await billOf('', { volumes })).bill.month?.callsPerDay, 20);
    const elsewhere = { 'harbour/**': { callsPerDay: 10 } };
    assert.equal((await billOf('', { volumes: elsewhere })).bill.month, null);
  });

  it('is at the price of the service that the call asks for', async () => {
    const standard = await billOf('');
    const priority = await billOf(`service_tier: 'priority',`);
    assert.equal(priority.cost.price.service, 'priority');
    assert.equal(priority.bill.cold * 10n, standard.bill.cold * 17n);
    for (const same of ['auto', 'default'])
      assert.equal((await billOf(`service_tier: '${same}',`)).bill.cold, standard.bill.cold);
    assert.equal((await billOf('service_tier: process.env.TIER,')).bill.cold, standard.bill.cold);
  });

  it('is unknown where the price of that service is', async () => {
    for (const tier of ['flex', 'scale', 'constructor']) {
      const report = await reportOf({ 'shop.ts': chat(`service_tier: '${tier}',`) });
      assert.deepEqual([report.calls[0]?.cost, report.calls[0]?.bill], [null, null], tier);
    }
  });

  it('reads the service where other clients name it', async () => {
    const python = `from openai import OpenAI
RULES = "You are the baker of this shop, and never sell old bread."
OpenAI().responses.create(model="gpt-5", service_tier="flex", instructions=RULES, input="Hello, what is fresh?")`;
    const vercel = `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
export const ask = () => generateText({ model: openai('gpt-5'), prompt: 'What is fresh today, baker?',
  providerOptions: { openai: { serviceTier: 'flex' } } });`;
    const report = await reportOf({ 'shop.py': python, 'shop.ts': vercel });
    assert.deepEqual(
      report.calls.map(({ cost }) => cost?.price.service),
      ['flex', 'flex'],
    );
  });
});
