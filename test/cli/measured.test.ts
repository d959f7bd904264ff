import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { promptmeter, Sandbox } from './console.ts';

const rules = 'You take the orders of a small bakery, and read each of them back before you write it down.';
const shop = `import OpenAI from 'openai';
const ORDERS = '${rules}';
export const order = (text: string) =>
  new OpenAI().chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'system', content: ORDERS }, { role: 'user', content: text }],
  });
`;
const day = 24 * 3_600_000;

/** A repository whose prompt was called so often in the last eight days. */
async function bakery(test: TestContext, calls: number) {
  const [sandbox, data] = [new Sandbox(), new Sandbox()];
  test.after(() => [sandbox, data].forEach((one) => one.remove()));
  const situation = { cwd: sandbox.root, env: { PROMPTMETER_DATA: data.root } };
  sandbox.write('src/shop.ts', shop);
  const now = Date.now();
  const lines = Array.from({ length: calls }, (_, i) =>
    JSON.stringify({
      id: `order-${i}`,
      at: new Date(now - (8 * day * (i + 1)) / (calls + 1)).toISOString(),
      ...{ model: 'gpt-4o', input: 40, output: 100 },
      messages: [{ role: 'system', content: rules }],
    }),
  );
  if (calls > 0)
    await promptmeter(['ledger', 'record', '-', '-q'], { ...situation, input: lines.join('\n') });
  return Object.assign((...words: string[]) => promptmeter(words, situation), {
    write: (path: string, text: string) => sandbox.write(path, text),
  });
}

describe('a scan that takes the ledger into account', () => {
  it('tells the month of the measured calls, of a prompt that no scan saw before', async (test) => {
    const run = await bakery(test, 80);
    const { stdout, code } = await run('scan', '--measured', '--format', 'json');
    assert.equal(code, 0);
    const { calls } = JSON.parse(stdout) as { calls: { cost: { month: Record<string, unknown> } }[] };
    const { from, measured, output } = calls[0]?.cost.month ?? {};
    assert.deepEqual([from, output], ['ledger', 'ledger']);
    assert.equal((measured as { days: number }).days, 7);
    const page = await run('scan', '--measured');
    assert.match(page.stdout, /from 70 calls in 7 days \(ledger, until \d{4}-\d\d-\d\d\)/);
  });

  it('is asked for: else the same sources give the same answer, whatever was recorded', async (test) => {
    const run = await bakery(test, 80);
    const before = await run('scan', '--format', 'json');
    assert.doesNotMatch(before.stdout, /ledger/);
    await run('scan', '--measured');
    assert.equal((await run('scan', '--format', 'json')).stdout, before.stdout);
  });

  it('holds a budget of a month to it', async (test) => {
    const run = await bakery(test, 80);
    const budget = '{ "budgets": [{ "prompts": "src/**", "maxUsdPerMonth": "$0.01" }] }';
    run.write('promptmeter.config.json', budget);
    assert.equal((await run('check')).code, 0);
    const checked = await run('check', '--measured');
    assert.equal(checked.code, 1, checked.stdout + checked.stderr);
  });

  it('says what to do where nothing was recorded', async (test) => {
    const run = await bakery(test, 0);
    const { code, stderr } = await run('scan', '--measured');
    assert.equal(code, 2);
    assert.match(stderr, /nothing was recorded yet .*"promptmeter ledger import"/);
  });
});
