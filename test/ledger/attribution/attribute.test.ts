import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute } from '../../../src/ledger/attribution/attribute.ts';
import { learn } from '../../../src/ledger/attribution/learn.ts';
import { promptPrints } from '../../../src/ledger/attribution/promptPrints.ts';
import { sketchOf } from '../../../src/ledger/attribution/sketch.ts';
import { spendByPrompt, unattributed } from '../../../src/ledger/read.ts';
import type { Store } from '../../../src/ledger/store.ts';
import { morning, opened, orderCall, rowsOf } from '../calls.ts';

const before = 'You count the loaves that came out of the oven this morning and write them down by kind.';
const after =
  'You count the loaves that came out of the oven this morning and list them with their weight, dearest first.';

function prints(id: string, text: string) {
  const segment = { kind: 'text', text, path: '', range: { start: 0, end: 0 }, map: [] } as const;
  const made = promptPrints({ id, role: 'system', segments: [segment] });
  assert.ok(made !== null);
  return made;
}

function call(number: number, text: string) {
  return orderCall(number, { sketch: sketchOf([{ role: 'system', text }]) });
}

function byPrompt(store: Store): (readonly [string | null, number])[] {
  assert.equal(typeof attribute(store), 'number');
  const spend = spendByPrompt(store);
  assert.ok(Array.isArray(spend));
  return spend.map(({ key, calls }) => [key, calls] as const);
}

describe('the join', () => {
  it('knows calls that were made before their prompt was', async (test) => {
    const store = await opened(test);
    store.record([call(1, before), call(2, before), call(3, 'Something that nobody has in a source.')]);
    assert.deepEqual(byPrompt(store), [[null, 3]]);
    learn(store, [prints('oven.ts#COUNT', before)], { at: morning, isWhole: true });
    assert.deepEqual(byPrompt(store), [
      ['oven.ts#COUNT', 2],
      [null, 1],
    ]);
    const left = unattributed(store);
    assert.ok(left !== null && !('why' in left));
    assert.equal(left.calls, 1);
  });

  it('knows old calls after their prompt was edited, and new ones', async (test) => {
    const store = await opened(test);
    learn(store, [prints('oven.ts#COUNT', before)], { at: morning, isWhole: true });
    learn(store, [prints('oven.ts#COUNT', after)], { at: morning + 1, isWhole: true });
    store.record([call(1, before), call(2, after)]);
    assert.deepEqual(byPrompt(store), [['oven.ts#COUNT', 2]]);
  });

  it('follows a prompt that moved to another file', async (test) => {
    const store = await opened(test);
    learn(store, [prints('oven.ts#COUNT', before)], { at: morning, isWhole: true });
    store.record([call(1, before)]);
    assert.deepEqual(byPrompt(store), [['oven.ts#COUNT', 1]]);
    const learned = learn(store, [prints('bakery/oven.ts#COUNT', before)], {
      at: morning + 1,
      isWhole: true,
    });
    assert.deepEqual(learned, { kind: 'learned', added: 0, moved: 1 });
    assert.deepEqual(byPrompt(store), [['bakery/oven.ts#COUNT', 1]]);
  });

  it('takes a text that stands twice for two prompts, and charges the first', async (test) => {
    const store = await opened(test);
    learn(store, [prints('oven.ts#COUNT', before)], { at: morning, isWhole: false });
    learn(store, [prints('copy.ts#COUNT', before)], { at: morning + 1, isWhole: false });
    store.record([call(1, before)]);
    assert.deepEqual(byPrompt(store), [['copy.ts#COUNT', 1]]);
    assert.deepEqual(rowsOf(store, 'SELECT prompt, is_first FROM attribution ORDER BY prompt'), [
      { prompt: 'copy.ts#COUNT', is_first: 1 },
      { prompt: 'oven.ts#COUNT', is_first: 0 },
    ]);
  });

  it('believes who names the prompt', async (test) => {
    const store = await opened(test);
    learn(store, [prints('oven.ts#COUNT', before)], { at: morning, isWhole: true });
    store.record([{ ...call(1, before), prompt: 'oven.ts#OTHER' }]);
    assert.deepEqual(byPrompt(store), [['oven.ts#OTHER', 1]]);
  });

  it('keeps no sums of requests that are known, and no text of any', async (test) => {
    const store = await opened(test);
    learn(store, [prints('oven.ts#COUNT', before)], { at: morning, isWhole: true });
    store.record([call(1, before), call(2, 'Something that nobody has in a source.')]);
    byPrompt(store);
    assert.deepEqual(rowsOf(store, 'SELECT length(prints) > 0 AS kept FROM sketch ORDER BY id'), [
      { kept: 0 },
      { kept: 1 },
    ]);
    // What is told again later is the same request, and known.
    store.record([call(3, before)]);
    assert.deepEqual(byPrompt(store), [
      ['oven.ts#COUNT', 2],
      [null, 1],
    ]);
    const dump = JSON.stringify([
      ...rowsOf(store, 'SELECT * FROM sketch'),
      ...rowsOf(store, 'SELECT * FROM prompt_version'),
    ]);
    assert.ok(!dump.includes('loaves'));
  });

  it('knows a prompt that is too short to have a run of words', async (test) => {
    const store = await opened(test);
    const short = prints('oven.ts#GREET', 'Count loaves.');
    assert.deepEqual(short.runs, []);
    learn(store, [short], { at: morning, isWhole: true });
    store.record([call(1, 'Count loaves.'), call(2, before)]);
    assert.deepEqual(byPrompt(store), [
      [null, 1],
      ['oven.ts#GREET', 1],
    ]);
  });

  it('writes nothing when nothing is new', async (test) => {
    const store = await opened(test);
    const all = [prints('oven.ts#COUNT', before)];
    assert.deepEqual(learn(store, all, { at: morning, isWhole: true }), {
      kind: 'learned',
      added: 1,
      moved: 0,
    });
    const changes = () => rowsOf(store, 'SELECT total_changes() AS changes')[0]?.['changes'];
    const until = changes();
    assert.deepEqual(learn(store, all, { at: morning + 1000, isWhole: true }), {
      kind: 'learned',
      added: 0,
      moved: 0,
    });
    assert.equal(changes(), until);
  });

  it('remembers no more than fifty texts of a prompt', async (test) => {
    const store = await opened(test);
    for (let i = 0; i < 60; i++)
      learn(store, [prints('oven.ts#COUNT', `${before} ${i}`)], { at: morning + i, isWhole: true });
    assert.deepEqual(
      rowsOf(store, 'SELECT count(*) AS kept, min(first_seen) AS oldest FROM prompt_version'),
      [{ kept: 50, oldest: morning + 10 }],
    );
  });
});
