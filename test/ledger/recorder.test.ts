import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import type { Fault } from '../../src/ledger/fault.ts';
import { Recorder } from '../../src/ledger/recorder.ts';
import { opened, orderCall, rowsOf } from './calls.ts';

describe('a recorder', () => {
  it('writes what it was given, prepared, when it is closed', async (test) => {
    const store = await opened(test);
    const recorder = new Recorder(store, { prepare: (call) => ({ ...call, feature: 'orders' }) });
    for (let i = 0; i < 700; i++) recorder.add(orderCall(i));
    assert.equal(recorder.close(), 0);
    assert.deepEqual(rowsOf(store, "SELECT count(*) AS calls FROM call WHERE feature = 'orders'"), [
      { calls: 700 },
    ]);
  });

  it('tells of the calls that were not there before, once they are written', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1)]);
    const added: string[] = [];
    const recorder = new Recorder(store, { onAdded: (calls) => added.push(...calls.map(({ id }) => id)) });
    for (const number of [1, 2, 3, 2]) recorder.add(orderCall(number));
    assert.deepEqual(added, []);
    recorder.flush();
    assert.deepEqual(added, ['order-2', 'order-3']);
    assert.equal(recorder.close(), 0);
  });

  it('keeps calls while another program holds the ledger, and says so once', async (test) => {
    const store = await opened(test, undefined, { patience: 5 });
    const faults: Fault[] = [];
    const recorder = new Recorder(store, { onFault: (fault) => faults.push(fault) });
    const other = new DatabaseSync(store.path);
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    recorder.add(orderCall(1));
    recorder.flush();
    recorder.add(orderCall(2));
    recorder.flush();
    assert.deepEqual(
      faults.map(({ why }) => why),
      ['busy'],
    );
    other.exec('ROLLBACK');
    recorder.flush();
    assert.equal(recorder.fault, null);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 2 }]);
    assert.equal(recorder.close(), 0);
  });

  it('gives up a call that cannot be, says so, and writes the others', async (test) => {
    const store = await opened(test);
    const mistakes: unknown[] = [];
    const recorder = new Recorder(store, { onMistake: (error) => mistakes.push(error) });
    for (let i = 0; i < 5; i++)
      recorder.add(orderCall(i, i === 2 ? { latencyMs: Number.POSITIVE_INFINITY } : {}));
    assert.equal(recorder.close(), 1);
    assert.match(String(mistakes), /latencyMs: Infinity is no count/);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 4 }]);
  });

  it('gives up the oldest calls rather than all memory, and counts them', async (test) => {
    const store = await opened(test, undefined, { patience: 1 });
    const recorder = new Recorder(store);
    const other = new DatabaseSync(store.path);
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    for (let i = 0; i < 20_100; i++) recorder.add(orderCall(i));
    recorder.flush();
    other.exec('ROLLBACK');
    assert.equal(recorder.close(), 100);
    assert.deepEqual(rowsOf(store, 'SELECT min(at) - 1793606400000 AS first FROM call'), [
      { first: 100_000 },
    ]);
  });
});
