import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyAll } from '../../../src/core/compress/edited.ts';
import { unwatched, type Compression, type EngineOutcome } from '../../../src/core/compress/engine.ts';
import { groupsOf } from '../../../src/core/compress/groups.ts';
import { taking } from '../../../src/core/compress/taken.ts';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import { count, shorten, vocabularies } from './counting.ts';

const text =
  'Your task is to greet captains. In order to book a berth, they must ask prior to noon.\n\nThe berths:\n{\n  "north": [ 1, 2 ],\n  "south": [ 3 ]\n}';

describe('what a person takes of a compression', () => {
  const all = shorten(text, 'balanced');
  const groups = groupsOf(text, all.edits, count);

  it('is shown group by group, each with what it saves', () => {
    assert.deepEqual(
      groups.map(({ before, after }) => [before, after]),
      [
        ['Your task is to g', 'G'],
        ['In order to', 'To'],
        ['prior to', 'before'],
        ['\n  "north": [ 1, 2 ],\n  "south": [ 3 ]\n', '"north":[1,2],"south":[3]'],
      ],
    );
    assert.ok(groups.every(({ tokens }) => tokens > 0));
  });

  it('is any part of it, and as valid as the whole', async () => {
    for (let mask = 0; mask < 1 << groups.length; mask++) {
      const taken = new Set(groups.filter((_, i) => mask & (1 << i)).map(({ group }) => group));
      const edits = all.edits.filter(({ group }) => taken.has(group));
      const { compression } = made(await take(edits, text));
      assert.equal(compression.text, applyAll(text, edits));
      assert.deepEqual(compression.refused, []);
    }
  });

  it('comes back as it was where something would be lost', async () => {
    const at = text.indexOf('must ');
    const edit = { start: at, end: at + 'must '.length, text: '', passes: ['phrases'], group: 9 };
    const { compression } = made(await take([edit], text));
    assert.equal(compression.text, text);
    assert.deepEqual(
      compression.refused.map(({ kind }) => kind),
      ['modal'],
    );
  });

  it('is nothing once the prompt has changed', async () => {
    assert.deepEqual(await take(all.edits, `${text} `), {
      kind: 'failed',
      why: 'the prompt has changed since it was compressed',
    });
  });
});

function take(edits: Compression['edits'], now: string): Promise<EngineOutcome> {
  const rules = { ordered: true, words: 'declared', orders: 'free' } as const;
  const engine = taking({ engine: 'lexical', of: fingerprint(text), edits, rules });
  const task = { text: now, level: 'balanced', count, patterns: [], isWhole: true, vocabularies } as const;
  return engine.compress(task, unwatched);
}

function made(outcome: EngineOutcome): EngineOutcome & { readonly kind: 'compression' } {
  assert.equal(outcome.kind, 'compression', JSON.stringify(outcome));
  return outcome as EngineOutcome & { readonly kind: 'compression' };
}
