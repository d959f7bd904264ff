import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig, type Config } from '../../../src/core/config.ts';
import { moneyIn } from '../../../src/core/prices/money.ts';
import type { MeasuredUse } from '../../../src/core/prices/measuredUse.ts';
import { inDollars } from '../../../src/core/prices/usd.ts';
import { monthWords } from '../../../src/report/month.ts';
import { memoryHost } from '../../hostile/memory.ts';

const rules = 'Answer as the baker of this shop, and never sell yesterday’s bread as fresh. '.repeat(100);
const asked = (name: string, system = 'RULES') => `
export const ${name} = (question: string) =>
  new OpenAI().chat.completions.create({
    model: 'gpt-4o', max_tokens: 300,
    messages: [{ role: 'system', content: ${system} }, { role: 'user', content: question }],
  });`;
const shop = `import OpenAI from 'openai';\nconst RULES = ${JSON.stringify(rules)};${asked('ask')}`;
const id = 'shop.ts#RULES';

const use = (over: Partial<MeasuredUse> = {}): MeasuredUse => ({
  ...{ calls: 312, days: 7, until: '2026-11-22' },
  ...{ output: { calls: 312, tokens: 180.4 }, cache: { calls: 300, hits: 90 } },
  ...over,
});

async function analyzed(measured: MeasuredUse, config: Partial<Config> = {}, text = shop) {
  const analyzer = new Analyzer(
    memoryHost(new Map([['shop.ts', text]])),
    { ...defaultConfig, ...config },
    { measured: new Map([id, 'shop.ts#ask.system'].map((prompt) => [prompt, measured])) },
  );
  return analyzer.analyze(['shop.ts']);
}

async function billOf(measured: MeasuredUse, config: Partial<Config> = {}, text = shop) {
  const [call] = (await analyzed(measured, config, text)).calls;
  assert.ok(call?.bill && call.inputTokens);
  return { ...call.bill, inputTokens: call.inputTokens };
}

describe('what the ledger measured', () => {
  it('makes a month of calls, hits and answers, and says so', async () => {
    const { month, output, cold, warm, inputTokens } = await billOf(use());
    assert.deepEqual([output?.tokens, output?.from], [180, 'ledger']);
    assert.ok(month && warm !== null);
    const each = 0.3 * inDollars(warm) + 0.7 * inDollars(cold) + (180 * 10) / 1e6;
    assert.ok(Math.abs(inDollars(month.usd) - (each * 312 * 30) / 7) < 1e-9);
    assert.equal(month.callsPerDay, 312 / 7);
    assert.equal(
      monthWords(month, inputTokens, moneyIn(null)).terms,
      'from 312 calls in 7 days (ledger, until 2026-11-22), 30 % cached as measured, answers of 180 tokens as measured',
    );
  });

  it('stands behind what somebody stated, part by part', async () => {
    const volumes = { [id]: { callsPerDay: 2000, cacheHitRate: 0.6 } };
    const { month, inputTokens } = await billOf(use(), { volumes });
    assert.ok(month);
    assert.equal(
      monthWords(month, inputTokens, moneyIn(null)).terms,
      '2,000 calls a day (configuration), 60 % cached, answers of 180 tokens as measured',
    );
    const commented = shop.replace('\nexport', '\n// promptmeter: volume=40/hour\nexport');
    const { month: ofComment } = await billOf(use(), {}, commented);
    assert.deepEqual(ofComment?.volume, { from: 'comment', calls: 40, per: 'hour' });
  });

  it('is not stretched to a month where it is too little', async () => {
    const few = { output: { calls: 29, tokens: 180 }, cache: { calls: 29, hits: 20 } };
    const { month, output } = await billOf(use({ ...few, calls: 29 }));
    assert.deepEqual([month, output?.tokens, output?.from], [null, 300, 'limit']);
    assert.equal((await billOf(use({ days: 0 }))).month, null);
    assert.equal((await billOf(use({ days: 0 }))).output?.from, 'ledger');
  });

  it('is given to no call where several send the prompt', async () => {
    const { month, output } = await billOf(use(), {}, shop + asked('askAgain'));
    assert.deepEqual([month, output?.from], [null, 'limit']);
  });

  it('tells what a break of the cache loses in a month', async () => {
    const clock = `import OpenAI from 'openai';${asked('ask', `\`It is \${new Date().toISOString()}. ${rules}\``)}`;
    const finding = async (measured: MeasuredUse, volumes: Config['volumes'] = {}) => {
      const { findings } = await analyzed(measured, { volumes }, clock);
      const found = findings.find(({ rule }) => rule === 'hole-before-static');
      assert.ok(found);
      return found;
    };
    const { message, saves } = await finding(use());
    assert.match(message, /per 1,000 calls; .*\. At the measured volume that is up to \$[\d.]+ a month$/);
    const lost = inDollars(saves?.usdPer1kCalls ?? 0n);
    assert.ok(Math.abs(inDollars(saves?.month?.usd ?? 0n) - (lost * 312 * 30) / 7000) < 1e-9);
    const stated = await finding(use(), { '**': { callsPerDay: 10 } });
    assert.match(stated.message, /At the stated volume that is up to \$[\d.]+ a month$/);
    const unknown = await finding(use({ calls: 3 }));
    assert.doesNotMatch(unknown.message, /month/);
    assert.equal(unknown.fingerprint, stated.fingerprint);
  });
});
