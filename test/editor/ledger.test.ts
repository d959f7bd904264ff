import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { open } from '../../src/ledger/store.ts';
import { morning, orderCall } from '../ledger/calls.ts';
import { eventually } from './eventually.ts';
import { focusWindow, shown } from './fakeVscode.ts';

// Behind the stand-in for VS Code, which they import.
const { Ledger } = await import('../../src/editor/ledger.ts');
const { Trouble } = await import('../../src/editor/trouble.ts');

const script = join(import.meta.dirname, '..', '..', 'src', 'ledger', 'thread', 'worker.ts');
const workers: unknown[] = [];
process.on('worker', (worker) => workers.push(worker));

/** A folder that is open, and a data folder of its own. */
function harbour(test: TestContext) {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'promptmeter-ledger-')));
  const root = join(home, 'harbour');
  mkdirSync(root);
  const before = process.env['PROMPTMETER_DATA'];
  process.env['PROMPTMETER_DATA'] = join(home, 'data');
  shown.length = 0;
  workers.length = 0;
  const [trouble, changes]: [InstanceType<typeof Trouble>, string[]] = [new Trouble(), []];
  const ledger = new Ledger(script, trouble);
  ledger.onDidChange((changed) => changes.push(changed));
  test.after(() => {
    ledger.dispose();
    if (before === undefined) delete process.env['PROMPTMETER_DATA'];
    else process.env['PROMPTMETER_DATA'] = before;
    rmSync(home, { recursive: true, force: true });
  });
  const path = ledger.pathOf(root) ?? assert.fail('there is no place for a ledger');
  const calls = async () => {
    const told = await ledger.ask(root, { kind: 'measures', now: morning + 3_600_000 });
    return told?.prompts.get('desk.ts#ORDER')?.all.calls;
  };
  const record = async (...numbers: readonly number[]) => {
    const opened = await open(path);
    assert.ok(opened.kind === 'open');
    opened.store.record(numbers.map((number) => orderCall(number, { prompt: 'desk.ts#ORDER' })));
    opened.store.close();
  };
  return { root, path, ledger, changes, calls, record };
}

describe('the ledger in the editor', () => {
  it('loads nothing and starts nothing where there is none', async (test) => {
    const { root, ledger, calls } = harbour(test);
    assert.equal(ledger.has(root), false);
    assert.equal(await calls(), undefined);
    focusWindow();
    const loaded = Reflect.get(process, 'moduleLoadList') as readonly string[];
    assert.deepEqual(
      loaded.filter((name) => /sqlite/i.test(name)),
      [],
    );
    assert.deepEqual([workers, shown], [[], []]);
  });

  it('is found when it comes, and what others record is heard of', async (test) => {
    const { root, ledger, changes, calls, record } = harbour(test);
    await record(1);
    assert.deepEqual(changes, []);
    focusWindow();
    assert.deepEqual([changes, ledger.has(root)], [[root], true]);
    assert.equal(await calls(), 1);
    await record(2, 3);
    await eventually(() => assert.ok(changes.length > 1));
    assert.equal(await calls(), 3);
    assert.equal(workers.length, 1);
  });

  it('says once what is wrong with a file, and goes on when that is mended', async (test) => {
    const { path, calls, record } = harbour(test);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'the log of a harbour is no database\n'.repeat(200));
    assert.equal(await calls(), undefined);
    assert.equal(await calls(), undefined);
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /is damaged .*It is set aside when the next call is recorded/);
    rmSync(path);
    await record(1, 2);
    assert.equal(await calls(), 2);
  });

  it('says once that an editor has no SQLite, and does without', () => {
    const program = join(import.meta.dirname, 'ledgerWithoutSqlite.ts');
    const env = { ...process.env, NODE_OPTIONS: '--no-experimental-sqlite --no-warnings' };
    const told = JSON.parse(execFileSync(process.execPath, [program], { env, encoding: 'utf8' })) as {
      answers: unknown[];
      shown: string[];
    };
    assert.deepEqual(told.answers, [null, null]);
    assert.equal(told.shown.length, 1);
    assert.match(told.shown[0] ?? '', /comes without SQLite\. Update it; .*Node from 22\.13 on/);
  });

  it('has no place in a folder that is gone', (test) => {
    const { ledger, root } = harbour(test);
    assert.equal(ledger.pathOf(join(root, 'no-such-quay')), null);
    assert.equal(ledger.has(join(root, 'no-such-quay')), false);
  });
});
