import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBudgets } from '../../../src/core/budgets/check.ts';
import { senderOf } from '../../../src/core/compare.ts';
import type { Config } from '../../../src/core/config.ts';
import type { Budget } from '../../../src/core/configBudgets.ts';
import { moneyIn } from '../../../src/core/prices/money.ts';
import { inDollars } from '../../../src/core/prices/usd.ts';
import type { MeteredCall, Report } from '../../../src/core/report.ts';
import { monthWords } from '../../../src/report/month.ts';
import { reportOf } from '../../hostile/memory.ts';

const rules = 'You are the baker of this shop. Never sell yesterday’s bread as fresh.';
const volumes = { 'shop.ts#RULES': { callsPerDay: 300 } };

/** Two calls that send the same rules, one of them to a dearer model. */
function shop({ sell = '', bake = '' } = {}): Readonly<Record<string, string>> {
  const call = (model: string, more: string): string =>
    `new OpenAI().chat.completions.create({ model: '${model}', messages: [{ role: 'system', content: RULES }${more}] })`;
  return {
    'shop.ts': `import OpenAI from 'openai';
const RULES = '${rules}';
const OVEN = 'Say how long the loaf stays in the oven, in minutes and nothing else.';
export async function sell() {
  ${sell}
  return ${call('gpt-4.1-nano', '')};
}
export async function bake() {
  ${bake}
  return ${call('gpt-4.1', `, { role: 'system', content: OVEN }`)};
}`,
  };
}

interface Read {
  readonly report: Report;
  readonly sell: MeteredCall;
  readonly bake: MeteredCall;
}

async function read(
  marks: { readonly sell?: string; readonly bake?: string } = {},
  config: Partial<Config> = { volumes },
): Promise<Read> {
  const report = await reportOf(shop(marks), config);
  const [sell, bake] = report.calls;
  assert.ok(sell && bake);
  return { report, sell, bake };
}

const held = ({ report }: Read, budget: Budget) =>
  checkBudgets(report, [budget], {}).results.map(({ status, gap, actual }) => ({
    status,
    gap,
    usd: actual === null ? null : inDollars(actual.amount),
  }));

const usdOf = ({ bill }: MeteredCall): number => inDollars(bill?.month?.usd ?? 0n);

describe('the volume of a prompt that several calls send', () => {
  it('is that of all of them together, and each month the most that the call can cost', async () => {
    const { sell, bake } = await read();
    const together = { prompt: 'shop.ts#RULES', calls: 2 };
    for (const { use } of [sell, bake])
      assert.deepEqual(use.volume, { from: 'configuration', calls: 300, per: 'day', together });
    assert.ok(sell.bill?.month && sell.inputTokens);
    const { sum, terms } = monthWords(sell.bill.month, sell.inputTokens, moneyIn(null));
    assert.match(sum, /^at most ~\$\d/);
    assert.match(terms, /^300 calls a day \(configuration, shared by 2 calls\), /);
  });

  it('is counted once in a sum, at the dearest of them', async () => {
    const all = await read();
    assert.ok(usdOf(all.bake) > usdOf(all.sell));
    for (const budget of [
      { workspace: true as const, maxUsdPerMonth: 1000 },
      { prompts: 'shop.ts#RULES', maxUsdPerMonth: 1000 },
    ])
      assert.deepEqual(held(all, budget), [{ status: 'within', gap: null, usd: usdOf(all.bake) }]);
  });

  it('holds a single call to a limit that it cannot exceed, and says of others what is missing', async () => {
    const all = await read();
    const budget = { calls: 'shop.ts', maxUsdPerMonth: usdOf(all.bake) };
    assert.deepEqual(held(all, budget), [{ status: 'within', gap: null, usd: usdOf(all.bake) }]);
    assert.deepEqual(held(all, { ...budget, maxUsdPerMonth: usdOf(all.bake) * 0.9 }), [
      { status: 'within', gap: null, usd: usdOf(all.sell) },
      { status: 'uncheckable', gap: 'split', usd: null },
    ]);
  });

  it('gives way to what stands above one of the calls, which the others then do not make', async () => {
    const all = await read({ bake: '// promptmeter: volume=100/day' });
    assert.deepEqual(all.bake.use.volume, { from: 'comment', calls: 100, per: 'day' });
    const [sum] = held(all, { workspace: true, maxUsdPerMonth: 1000 });
    const expected = usdOf(all.bake) + (usdOf(all.sell) * 200) / 300;
    assert.equal(sum?.usd?.toFixed(9), expected.toFixed(9));
    const more = await read({ bake: '// promptmeter: volume=400/day' });
    assert.equal(held(more, { workspace: true, maxUsdPerMonth: 1000 })[0]?.usd, usdOf(more.bake));
  });

  it('gives way to that of a prompt that no other call sends', async () => {
    const both = { ...volumes, 'shop.ts#OVEN': { callsPerDay: 7 } };
    const { sell, bake } = await read({}, { volumes: both });
    assert.deepEqual(bake.use.volume, { from: 'configuration', calls: 7, per: 'day' });
    assert.ok(sell.use.volume && 'together' in sell.use.volume);
    const byGlob = await read({}, { volumes: { 'shop.ts': { callsPerDay: 9 } } });
    assert.deepEqual(byGlob.bake.use.volume, { from: 'configuration', calls: 9, per: 'day' });
  });

  it('says nothing of what one call would save, nor of its other prompts', async () => {
    const { report, bake } = await read();
    assert.ok(report.findings.every(({ saves }) => saves?.month === undefined));
    assert.deepEqual(senderOf('shop.ts#RULES', [bake])?.use.volume, bake.use.volume);
    assert.equal(senderOf('shop.ts#OVEN', [bake])?.use.volume, null);
  });
});
