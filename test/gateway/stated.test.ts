import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Allowance, Tap } from '../../src/gateway/tap.ts';
import { post } from './asking.ts';
import { openBakery } from './running.ts';

it('records calls that a program states, each once, all of them or none', async (test) => {
  const { gateway, calls } = await openBakery(test);
  const url = `${gateway.url}/v1/calls`;
  const call = {
    id: 'rye-1',
    provider: 'openai',
    model: 'gpt-4o',
    input: 1200,
    output: 80,
    feature: 'orders',
  };
  assert.deepEqual(await (await post(url, call)).json(), { recorded: 1 });
  assert.deepEqual(await (await post(url, [call, { ...call, id: 'rye-2' }])).json(), { recorded: 2 });
  const wrong = await post(url, [
    { ...call, id: 'rye-3' },
    { ...call, input: 'a loaf' },
  ]);
  assert.equal(wrong.status, 400);
  assert.match(await wrong.text(), /input/);
  const told = (await calls()).map(({ source, id, input, usd_8: usd }) => [source, id, input, usd]);
  // 1,200 × $2.50 + 80 × $10 per million.
  assert.deepEqual(told, [
    ['http', 'rye-1', 1200, 380_000],
    ['http', 'rye-2', 1200, 380_000],
  ]);
});

it('gives back what a copy held, also where bytes come after its end', () => {
  const allowance = new Allowance(100);
  const tap = new Tap(allowance, 80);
  tap.push(Buffer.alloc(60));
  assert.equal(allowance.take(50), false);
  tap.release();
  tap.push(Buffer.alloc(60));
  assert.equal(allowance.take(100), true);
  assert.equal(tap.bytes().length, 0);
});
