import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { importLogs } from '../../../../src/ledger/ingest/thread/importLogs.ts';
import { folder, opened, rowsOf } from '../../calls.ts';
import { lines } from '../importing.ts';
import { claudeCodeLog, litellmLog } from '../logs.ts';

const script = new URL('../../../../src/ledger/ingest/thread/worker.ts', import.meta.url);

interface Place {
  readonly ledger: string;
  readonly logs: string;
}

function place(test: TestContext): Place {
  const root = folder(test);
  const logs = join(root, 'logs');
  mkdirSync(logs);
  return { ledger: join(root, 'ledger.db'), logs };
}

function imported(
  { ledger, logs }: Place,
  paths: readonly string[] = [logs],
  signal = new AbortController().signal,
) {
  const steps: [number, number][] = [];
  const workspace = { key: logs, root: logs, from: '', trusted: true, settings: {} };
  const ended = importLogs(
    { ledger, paths, workspace },
    { script, signal, onProgress: (done, all) => steps.push([done, all]) },
  );
  return ended.then((end) => ({ end, steps }));
}

describe('an import from the editor', () => {
  it('takes the logs of a folder, each call once, and tells which they were', async (test) => {
    const there = place(test);
    writeFileSync(join(there.logs, 'session.jsonl'), lines(claudeCodeLog));
    writeFileSync(join(there.logs, 'spend.json'), JSON.stringify(litellmLog));
    writeFileSync(join(there.logs, 'oven.csv'), 'loaf,minutes\nrye,50\n');
    const { end, steps } = await imported(there);
    assert.ok(end.kind === 'sum', JSON.stringify(end));
    assert.deepEqual(
      end.logs.map(({ source, files }) => [source, files]),
      [
        ['claude-code', 1],
        ['litellm', 1],
      ],
    );
    assert.deepEqual([end.others, end.refused, end.aside], [1, [], null]);
    const store = await opened(test, there.ledger);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: end.added }]);
    assert.ok(steps.every(([done, all]) => done <= all));
    const again = await imported(there);
    assert.ok(again.end.kind === 'sum' && again.end.added === 0 && again.end.known === 0);
  });

  it('says of a file that was named why it is no log, and of one that is gone', async (test) => {
    const there = place(test);
    const [recipe, gone] = [join(there.logs, 'recipe.txt'), join(there.logs, 'gone.json')];
    writeFileSync(recipe, 'Two loaves of rye, baked for fifty minutes.\n');
    const { end } = await imported(there, [recipe, gone]);
    assert.ok(end.kind === 'sum');
    assert.deepEqual(
      end.refused.map(({ why }) => why),
      ['it is not there any more', 'it is neither JSON nor a table'],
    );
  });

  it('can be cancelled, keeps what was written, and goes on from there', async (test) => {
    const there = place(test);
    const records = Array.from({ length: 60_000 }, (_, i) => ({
      ...litellmLog[0],
      request_id: `order-${i}`,
    }));
    writeFileSync(join(there.logs, 'spend.jsonl'), lines(records));
    const controller = new AbortController();
    const store = await opened(test, there.ledger);
    const running = imported(there, [there.logs], controller.signal);
    const count = () => Number(rowsOf(store, 'SELECT count(*) AS calls FROM call')[0]?.['calls']);
    while (count() === 0) await new Promise((go) => setTimeout(go, 20));
    controller.abort();
    assert.deepEqual((await running).end, { kind: 'cancelled' });
    const kept = count();
    assert.ok(kept > 0 && kept < records.length, `${kept} calls`);
    const { end } = await imported(there);
    assert.ok(end.kind === 'sum', JSON.stringify(end));
    assert.equal(count(), records.length);
    assert.ok(end.added + kept >= records.length && end.known < 2000, JSON.stringify(end));
  });

  it('is a fault where the ledger cannot be', async (test) => {
    const there = place(test);
    writeFileSync(join(there.logs, 'file'), 'x');
    const { end } = await imported({ ...there, ledger: join(there.logs, 'file', 'ledger.db') });
    assert.ok(end.kind === 'fault' && end.why === 'read-only', JSON.stringify(end));
  });
});
