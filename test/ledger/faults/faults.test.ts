import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { spendInAll } from '../../../src/ledger/read.ts';
import { open } from '../../../src/ledger/store.ts';
import { folder, opened, orderCall, rowsOf } from '../calls.ts';
import { killWriters } from './kills.ts';

const run = promisify(execFile);
const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

describe('a ledger', () => {
  it('loses no committed call when its writers are killed', async () => {
    const { kills, committed, lost, torn, integrity } = await killWriters(20);
    assert.deepEqual({ kills, lost, torn, integrity }, { kills: 60, lost: 0, torn: 0, integrity: 'ok' });
    assert.ok(committed > 100, `${committed} calls were committed`);
  });

  it('takes the calls of several programs at once', async (test) => {
    const path = join(folder(test), 'ledger.db');
    const names = ['window', 'other-window', 'command-line'];
    await Promise.all(names.map((name) => run(process.execPath, [writer, path, name, '500'])));
    const store = await opened(test, path);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls, count(DISTINCT id) AS ids FROM call'), [
      { calls: 1500, ids: 1500 },
    ]);
  });

  it('says that the disk is full, and keeps what was committed', async (test) => {
    if (process.platform === 'win32') return test.skip('there is no limit on files to set');
    const path = join(folder(test), 'ledger.db');
    // 1,000 blocks of 512 or 1,024 bytes, as the shell has it.
    const command = `ulimit -f 1000; exec "$0" "$1" "$2" disk 100000`;
    const { stdout, status } = spawnSync('sh', ['-c', command, process.execPath, writer, path], {
      encoding: 'utf8',
    });
    const lines = stdout.trim().split('\n');
    assert.deepEqual([status, lines.at(-1)], [3, 'fault full']);
    const store = await opened(test, path);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: Number(lines.at(-2)) }]);
    assert.deepEqual(rowsOf(store, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    assert.equal(store.record([orderCall(1)]).kind, 'recorded');
  });

  it('says that a folder cannot be written, and can be read there', async (test) => {
    if (process.platform === 'win32') return test.skip('folders have no such rights');
    const home = folder(test);
    const path = join(home, 'ledger.db');
    const first = await opened(test, path);
    first.record([orderCall(1), orderCall(2)]);
    first.close();
    chmodSync(path, 0o444);
    chmodSync(home, 0o555);
    // Rights mean nothing to root: it gives up being root.
    const script = fileURLToPath(new URL('readOnly.ts', import.meta.url));
    const { stdout } = await run(process.execPath, [script, path]).finally(() => chmodSync(home, 0o755));
    assert.deepEqual(JSON.parse(stdout), { record: 'read-only', calls: 2, made: 'read-only' });
  });

  it('is brought from its first version to this one with all that is in it', async (test) => {
    const path = join(folder(test), 'ledger.db');
    // As version 1 made it, with two calls: one with a price and a sum of its texts, one of which little is known.
    writeFileSync(path, readFileSync(new URL('version-1.db', import.meta.url)));
    const store = await opened(test, path);
    assert.deepEqual(rowsOf(store, 'SELECT id, input, usd_8, prompt FROM call ORDER BY id'), [
      { id: 'order-1', input: 1000, usd_8: 310_000, prompt: 'src/desk.ts#ORDER' },
      { id: 'order-2', input: null, usd_8: null, prompt: null },
    ]);
    assert.deepEqual(rowsOf(store, 'SELECT prompt, calls FROM spend_by_prompt ORDER BY prompt'), [
      { prompt: null, calls: 1 },
      { prompt: 'src/desk.ts#ORDER', calls: 1 },
    ]);
    assert.deepEqual(store.record([orderCall(1), orderCall(3)]), {
      kind: 'recorded',
      added: 1,
      completed: 0,
      known: 1,
    });
  });

  it('is brought to this version by one of two programs that open it at once', async (test) => {
    const path = join(folder(test), 'ledger.db');
    writeFileSync(path, readFileSync(new URL('version-1.db', import.meta.url)));
    await Promise.all(['one', 'other'].map((name) => run(process.execPath, [writer, path, name, '50'])));
    const store = await opened(test, path);
    const all = spendInAll(store);
    assert.ok(all !== null && !('why' in all));
    assert.equal(all.calls, 102);
  });

  it('says which Node it needs where there is no SQLite', async () => {
    const { stdout } = await run(process.execPath, [
      '--no-experimental-sqlite',
      '--input-type=module',
      '--eval',
      `import { open } from ${JSON.stringify(new URL('../../../src/ledger/store.ts', import.meta.url).href)};
       process.stdout.write(JSON.stringify(await open('/nowhere/ledger.db')));`,
    ]);
    const { why, detail } = JSON.parse(stdout) as { why: string; detail: string };
    assert.deepEqual([why, detail], ['no-sqlite', process.version]);
  });

  it('is not made in a file', async (test) => {
    const file = join(folder(test), 'bread');
    writeFileSync(file, 'rye');
    const answer = await open(join(file, 'ledger.db'));
    assert.equal(answer.kind === 'fault' && answer.why, 'read-only');
    assert.equal(readFileSync(file, 'utf8'), 'rye');
  });
});
