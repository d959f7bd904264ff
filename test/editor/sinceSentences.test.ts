import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PromptChange } from '../../src/core/changes/compare.ts';
import { moneyIn } from '../../src/core/prices/money.ts';
import { usd } from '../../src/core/prices/usd.ts';
import type { MeteredPrompt } from '../../src/core/report.ts';
import { sayOfSince } from '../../src/editor/sinceSentences.ts';
import { prompt } from './prompt.ts';

const money = moneyIn(null);
const exact = (count: number): Partial<MeteredPrompt> => ({ tokens: { ...prompt().tokens, count } });
const costs = (usdPerCall: number): Partial<MeteredPrompt> => {
  const { cost } = prompt();
  return { cost: cost && { ...cost, usdPerCall: usd(usdPerCall) } };
};
const changed = (now: Partial<MeteredPrompt>, before: Partial<MeteredPrompt>): PromptChange => ({
  kind: 'changed',
  now: prompt(now),
  before: prompt(before),
});

const lens = (change: PromptChange): string => sayOfSince.lens(change, 'HEAD', money).join('|');

test('a line above a prompt says by how much it has grown or shrunk', () => {
  assert.equal(lens(changed(exact(1360), exact(1240))), '+120 tokens since HEAD');
  assert.equal(lens(changed(exact(1239), exact(1240))), '−1 token since HEAD');
  const both = changed({ ...exact(1360), ...costs(0.0034) }, { ...exact(1240), ...costs(0.0031) });
  assert.equal(lens(both), '+120 tokens, +$0.0003/call since HEAD');
  const cheaper = changed(costs(0.001), costs(0.0031));
  assert.equal(lens(cheaper), '−$0.0021/call since HEAD');
});

test('a difference is as sure as the less sure of the two', () => {
  const tokens = { ...prompt().tokens, count: 1300, certainty: 'approximate', band: 0.3 } as const;
  const change = changed({ tokens, ...costs(0.0034) }, exact(1240));
  assert.equal(lens(change), '~+60 tokens, ~+$0.0003/call since HEAD');
});

test('it says nothing where neither tokens nor money differ, and nothing of money that is not known', () => {
  assert.equal(lens(changed({}, {})), '');
  assert.equal(lens(changed({ ...exact(1360), cost: null }, exact(1240))), '+120 tokens since HEAD');
});

test('a count of the provider and one of ours are not told as a difference', () => {
  const tokens = { ...prompt().tokens, count: 1250, counted: { by: 'Anthropic', at: 0 } };
  assert.equal(lens(changed({ tokens, ...costs(0.0032) }, exact(1240))), 'changed since HEAD');
});

test('a hover tells both, and what the prompt was called', () => {
  const both = changed({ ...exact(1360), ...costs(0.0034) }, { ...exact(1240), ...costs(0.0031) });
  assert.equal(
    sayOfSince.hover(both, 'HEAD', 'quay.ts#bell', money),
    'Since HEAD: 1,240 → 1,360 tokens, $0.0031 → $0.0034 per call; it was quay.ts#bell.',
  );
  assert.equal(
    sayOfSince.hover(changed({}, {}), 'HEAD', null, money),
    'Since HEAD: 1,240 tokens as before, $0.0031 per call.',
  );
  assert.equal(
    sayOfSince.hover({ kind: 'added', now: prompt(), before: null }, 'HEAD', null, money),
    'New since HEAD.',
  );
});

test('the list says what of it is not told', () => {
  assert.equal(sayOfSince.list('Two changed', 0, []), 'Two changed.');
  assert.equal(
    sayOfSince.list('Two changed', 1200, ['tugs', 'boats']),
    'Two changed. 1,200 more files differ: see promptmeter check --base HEAD. Not compared: tugs, boats, submodules; open them as folders to compare them.',
  );
});
