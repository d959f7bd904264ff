import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig, type Config } from '../../src/core/config.ts';
import type { Report } from '../../src/core/report.ts';
import { memoryHost } from '../hostile/memory.ts';

const files = {
  'bell.ts': `import OpenAI from 'openai';
const BELL = 'You ring the bell of the harbour when fog comes in, twice for each ship that is still out.';
export const ring = () => new OpenAI().chat.completions.create({
  model: 'gpt-5-nano', messages: [{ role: 'system', content: BELL }],
});
`,
};

function harbour(config: Partial<Config>, today: () => string | null): Analyzer {
  return new Analyzer(memoryHost(new Map(Object.entries(files))), { ...defaultConfig, ...config }, { today });
}

const on = (day: string | null, config: Partial<Config> = {}): Promise<Report> =>
  harbour(config, () => day).analyze(['bell.ts']);

const found = ({ findings }: Report, rule: string): string[] =>
  findings.filter((one) => one.rule === rule).map(({ severity, message }) => `${severity}: ${message}`);

describe('the day that rules take for today', () => {
  it('is that of the machine: a model is announced to go, and then is gone', async () => {
    assert.deepEqual(found(await on('2026-05-01'), 'retired-model'), []);
    assert.match(
      found(await on('2026-12-10'), 'retired-model').join(),
      /^info: gpt-5-nano is switched off on/,
    );
    assert.match(
      found(await on('2026-12-11'), 'retired-model').join(),
      /^warning: gpt-5-nano was switched off/,
    );
  });

  it('is that of the prices where nobody can say', async () => {
    assert.match(
      found(await on(null), 'retired-model').join(),
      /^info: gpt-5-nano is switched off on 2026-12-11/,
    );
  });

  it('is the day of the configuration before all, later than the prices too: then every machine says the same', async () => {
    const pricing = { asOf: '2027-03-01', hour: 0 };
    const report = await on('2026-05-01', { pricing });
    assert.match(found(report, 'retired-model').join(), /^warning: gpt-5-nano was switched off/);
    assert.deepEqual(await on('2029-08-07', { pricing }), report);
    assert.deepEqual(await on(null, { pricing }), report);
  });

  it('ends the exemptions of budgets', async () => {
    const budgets = [
      { prompts: '**', maxTokens: 5 },
      { prompts: '**', until: '2026-12-10', because: 'the old bell' },
    ];
    assert.deepEqual(found(await on('2026-12-10', { budgets }), 'over-budget'), []);
    assert.equal(found(await on('2026-12-11', { budgets }), 'over-budget').length, 1);
    const pinned = { budgets, pricing: { asOf: '2026-12-09', hour: 0 } };
    assert.deepEqual(found(await on('2026-12-11', pinned), 'over-budget'), []);
  });

  it('is asked for anew each time: a window stays open overnight', async () => {
    let day = '2026-12-10';
    const analyzer = harbour({}, () => day);
    assert.match(found(await analyzer.analyze(['bell.ts']), 'retired-model').join(), /is switched off/);
    day = '2026-12-11';
    assert.match(found(await analyzer.analyze(['bell.ts']), 'retired-model').join(), /was switched off/);
  });
});
