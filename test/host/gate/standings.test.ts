import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckedFiles } from '../../../src/host/gate/standings.ts';
import { key, openRepository } from '../committed/harbour.ts';

const text = 'You are the master of a small harbour. Name a free berth for every ship that asks.';
const quay = `import OpenAI from 'openai';
const BERTH_PROMPT = ${JSON.stringify(text)};
export const ask = () => new OpenAI().chat.completions.create({
  model: 'gpt-4.1', messages: [{ role: 'system', content: BERTH_PROMPT }],
});
`;
const configuration = (...budgets: object[]): string => JSON.stringify({ budgets }, null, 2);

describe('how the prompts of an open file stand to its budgets', () => {
  const check =
    (files: Readonly<Record<string, string>>) =>
    async (context: Parameters<typeof openRepository>[0]): Promise<CheckedFiles> => {
      const harbour = openRepository(context, { 'quay.ts': quay, ...files }, { commit: false });
      harbour.type('quay.ts', quay);
      return (await harbour.ask({ kind: 'check', key, path: 'quay.ts' })) as CheckedFiles;
    };
  const overBudget = ({ findings }: CheckedFiles): number =>
    findings.filter(({ rule }) => rule === 'over-budget').length;

  it('is told of prompts and calls, with the line that states it, and not of sums', async (context) => {
    const { budgets } = await check({
      'promptmeter.config.json': configuration(
        { prompts: 'quay.ts#*', maxTokens: 20 },
        { calls: 'quay.ts', maxTokens: 10 },
        { workspace: true, maxTokens: 1 },
      ),
    })(context);
    assert.deepEqual(
      budgets.map(({ result: { status, subject }, prompts, stated }) => [
        subject.kind,
        status,
        prompts,
        stated,
      ]),
      [
        ['prompt', 'within', ['quay.ts#BERTH_PROMPT'], { path: 'promptmeter.config.json', line: 3 }],
        ['call', 'exceeded', ['quay.ts#BERTH_PROMPT'], { path: 'promptmeter.config.json', line: 7 }],
      ],
    );
  });

  it('is nothing where no budget is stated', async (context) => {
    assert.deepEqual((await check({})(context)).budgets, []);
  });

  it('an exemption counts until its day, in the findings as well', async (context) => {
    const of = (until: string) =>
      check({
        'promptmeter.config.json': configuration(
          { prompts: '**', maxTokens: 10 },
          { prompts: '**', until, because: 'the old quay' },
        ),
      })(context);
    const standing = await of('2999-12-31');
    assert.deepEqual(
      standing.budgets.map(({ result }) => result.status),
      ['exempt'],
    );
    assert.equal(overBudget(standing), 0);
    const ended = await of('2020-12-31');
    assert.deepEqual(
      ended.budgets.map(({ result }) => result.status),
      ['exceeded'],
    );
    assert.equal(overBudget(ended), 1);
  });

  it('what the baseline lets be is no finding', async (context) => {
    const stated = { 'promptmeter.config.json': configuration({ prompts: '**', maxTokens: 10 }) };
    const without = await check(stated)(context);
    assert.equal(overBudget(without), 1);
    const allowing = (tokens: number): string =>
      JSON.stringify({
        schemaVersion: 1,
        budgets: { '** tokens quay.ts#BERTH_PROMPT': tokens },
        findings: [],
      });
    const lets = await check({ ...stated, 'promptmeter.baseline.json': allowing(19) })(context);
    assert.deepEqual(
      lets.budgets.map(({ result }) => result.status),
      ['inherited'],
    );
    assert.equal(overBudget(lets), 0);
    assert.equal(
      overBudget(await check({ ...stated, 'promptmeter.baseline.json': allowing(18) })(context)),
      1,
    );
  });
});
