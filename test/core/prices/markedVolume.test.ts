import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moneyIn } from '../../../src/core/prices/money.ts';
import { inDollars } from '../../../src/core/prices/usd.ts';
import type { Config } from '../../../src/core/config.ts';
import { monthWords } from '../../../src/report/month.ts';
import { reportOf } from '../../hostile/memory.ts';

const text = 'You are the baker of this shop. Never sell yesterday’s bread as fresh.';
const call = `new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: RULES }] })`;

async function month(files: Readonly<Record<string, string>>, config: Partial<Config> = {}) {
  const report = await reportOf(files, config);
  const [only] = report.calls;
  assert.ok(only?.bill && only.cost && only.inputTokens);
  return { month: only.bill.month, perCall: only.cost.usdPerCall, tokens: only.inputTokens };
}

function shop({ above = '', call: aboveCall = '' }): Readonly<Record<string, string>> {
  return {
    'shop.ts': `import OpenAI from 'openai';
${above}
const RULES = '${text}';
export async function ask() {
  ${aboveCall}
  return ${call};
}`,
  };
}

describe('a volume in a comment', () => {
  it('gives the month of the call that sends the prompt below it, and says so', async () => {
    const found = await month(shop({ above: '// promptmeter: volume=2k/day' }));
    assert.equal(found.month?.usd, found.perCall * 60_000n);
    assert.deepEqual([found.month.volume.from, found.month.callsPerDay], ['comment', 2000]);
    assert.equal(
      monthWords(found.month, found.tokens, moneyIn(null)).terms,
      '2,000 calls a day (comment), none cached, answers not counted',
    );
  });

  it('may stand above the call, which knows better than its prompts', async () => {
    const both = shop({ above: '// promptmeter: volume=5/day', call: '// promptmeter: volume=10/hour' });
    const found = await month(both);
    assert.deepEqual(
      [found.month?.volume, found.month?.usd],
      [{ from: 'comment', calls: 10, per: 'hour' }, found.perCall * 7200n],
    );
    assert.ok(found.month);
    assert.match(monthWords(found.month, found.tokens, moneyIn(null)).terms, /^10 calls an hour \(comment\)/);
  });

  it('may be by the week or the month', async () => {
    const weekly = await month(shop({ above: '// promptmeter: volume=7,000/week' }));
    assert.equal(weekly.month?.callsPerDay, 1000);
    assert.equal(inDollars(weekly.month.usd).toFixed(9), (inDollars(weekly.perCall) * 30_000).toFixed(9));
    const monthly = await month(shop({ above: '/* promptmeter: model=gpt-4o volume=1000/month */' }));
    assert.equal(monthly.month?.usd, monthly.perCall * 1000n);
  });

  it('stands behind what the configuration says', async () => {
    const volumes = { 'shop.ts#RULES': { callsPerDay: 3 } };
    const found = await month(shop({ above: '// promptmeter: volume=2k/day' }), { volumes });
    assert.deepEqual(found.month?.volume, { from: 'configuration', calls: 3, per: 'day' });
  });

  it('is read in the file that the prompt stands in, in any language, and in files that are prompts', async () => {
    const rules = `// promptmeter: volume=2k/day\nexport const RULES = '${text}';`;
    const imported = await month({
      'ask.ts': `import OpenAI from 'openai';\nimport { RULES } from './words.ts';\nexport const ask = () => ${call};`,
      'words.ts': rules,
    });
    assert.equal(imported.month?.volume.calls, 2000);
    const python = `from openai import OpenAI
# promptmeter: volume=40/hour
# What every baker has to know.
RULES = "${text}"
def ask():
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": RULES}])`;
    assert.equal((await month({ 'shop.py': python })).month?.callsPerDay, 960);
    const file = `---\nmodel:\n  configuration:\n    model: gpt-4o\n# promptmeter: volume=3/week\n---\nsystem:\n${text}\n`;
    assert.deepEqual(
      (await reportOf({ 'shop.prompty': file })).calls.map(({ volume }) => volume?.read),
      [{ calls: 3, per: 'week' }],
    );
  });

  it('that cannot be read is none, and is told with its place', async () => {
    const files = shop({ above: '// promptmeter: volume=lots' });
    assert.equal((await month(files)).month, null);
    const { findings } = await reportOf(files);
    const [told] = findings.filter(({ rule }) => rule === 'unreadable-volume');
    assert.ok(told);
    assert.equal(files['shop.ts']?.slice(told.range.start, told.range.end), 'volume=lots');
  });
});
