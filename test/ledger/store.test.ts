import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { open } from '../../src/ledger/store.ts';
import { folder, morning, opened, orderCall, rowsOf } from './calls.ts';

describe('a ledger', () => {
  it('keeps every field of a call', async (test) => {
    const store = await opened(test, undefined, { keepsTexts: true });
    const call = orderCall(1, {
      ...{ retryOf: 'order-0', prompt: 'src/desk.ts#ORDER', feature: 'orders', user: 'ada', session: 's1' },
      ...{ tags: { shop: 'harbour' }, success: true, sketch: { prints: [3, 5] }, status: 'incomplete' },
      texts: { request: 'two loaves', response: 'noted' },
    });
    assert.deepEqual(store.record([call]), { kind: 'recorded', added: 1, completed: 0, known: 0 });
    const [row] = rowsOf(
      store,
      `SELECT call.*, call_text.request AS text, call_text.response, price.model AS priced, price.date
       FROM call JOIN call_text USING (row) JOIN price ON price.id = call.price`,
    );
    assert.deepEqual(row, {
      ...{ row: 1, source: 'gateway', id: 'order-1', at: morning + 1000, requests: 1 },
      ...{ provider: 'openai', model: 'gpt-4o', operation: 'chat', service: 'standard' },
      ...{ input: 1000, cache_read: 800, cache_write: 0, cache_write_1h: 0, output: 60, reasoning: 10 },
      ...{ counted: 'provider', usd_8: 310000, usd_16: 0, usd_24: 0, cost_from: 'price', price: 1 },
      ...{ latency_ms: 1200, first_token_ms: 300, status: 'incomplete', http_status: 200, streaming: 1 },
      ...{ retry_of: 'order-0', prompt: 'src/desk.ts#ORDER', feature: 'orders', user: 'ada', session: 's1' },
      ...{ tags: '{"shop":"harbour"}', success: 1, sketch: 1 },
      ...{ text: 'two loaves', response: 'noted', priced: 'gpt-4o', date: '2026-11-01' },
    });
  });

  it('counts a call once, however often it is told', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1), orderCall(2)]);
    assert.deepEqual(store.record([orderCall(2), orderCall(3), orderCall(3)]), {
      ...{ kind: 'recorded', added: 1, completed: 0, known: 2 },
    });
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 3 }]);
  });

  it('takes the same id from two sources for two calls', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1), orderCall(1, { source: 'otlp' })]);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 2 }]);
  });

  it('completes a call that was told before its answer had ended', async (test) => {
    const store = await opened(test);
    const begun = orderCall(1, { usage: { ...orderCall(1).usage, output: 2 }, latencyMs: null });
    assert.deepEqual(store.record([begun, orderCall(1), begun]), {
      ...{ kind: 'recorded', added: 1, completed: 1, known: 1 },
    });
    assert.deepEqual(rowsOf(store, 'SELECT output, latency_ms FROM call'), [
      { output: 60, latency_ms: 1200 },
    ]);
  });

  it('never prices again what it has recorded', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1)]);
    const price = { model: 'gpt-4o', provider: 'openai', source: 'price list', date: '2026-12-01' };
    store.record([orderCall(1, { cost: { usd: 1n, from: 'price', price } })]);
    assert.deepEqual(rowsOf(store, 'SELECT usd_8, date FROM call JOIN price ON price.id = call.price'), [
      { usd_8: 310000, date: '2026-11-01' },
    ]);
  });

  it('writes all calls of a batch or none', async (test) => {
    const store = await opened(test);
    const wrong = orderCall(2, { latencyMs: -5 });
    assert.throws(() => store.record([orderCall(1), wrong]), /latencyMs: -5 is no count/);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 0 }]);
    assert.deepEqual(store.record([orderCall(1)]), { kind: 'recorded', added: 1, completed: 0, known: 0 });
  });

  it('keeps the same sums of texts once', async (test) => {
    const store = await opened(test);
    const sketch = { prints: [7, 11, 2 ** 53 - 1] };
    store.record([
      orderCall(1, { sketch }),
      orderCall(2, { sketch }),
      orderCall(3, { sketch: { prints: [7] } }),
    ]);
    assert.deepEqual(rowsOf(store, 'SELECT sketch, count(*) AS calls FROM call GROUP BY sketch'), [
      { sketch: 1, calls: 2 },
      { sketch: 2, calls: 1 },
    ]);
  });

  it('takes calls whose clock went back', async (test) => {
    const store = await opened(test);
    store.record([orderCall(5)]);
    store.record([orderCall(1), orderCall(2, { at: -1 })]);
    assert.deepEqual(rowsOf(store, 'SELECT id FROM call ORDER BY at'), [
      { id: 'order-2' },
      { id: 'order-1' },
      { id: 'order-5' },
    ]);
  });

  it('is for nobody else to read', { skip: process.platform === 'win32' }, async (test) => {
    const store = await opened(test);
    store.record([orderCall(1)]);
    const rights = [store.path, `${store.path}-wal`].map((path) => statSync(path).mode & 0o777);
    assert.deepEqual(rights, [0o600, 0o600]);
  });

  it('is not made by who only wants to read it', async (test) => {
    const path = join(folder(test), 'ledger.db');
    const answer = await open(path, { create: false });
    assert.equal(answer.kind === 'fault' && answer.why, 'missing');
    assert.ok(!existsSync(path));
  });

  it('begins anew when somebody has deleted the file under it', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1)]);
    for (const end of ['', '-wal', '-shm']) rmSync(store.path + end, { force: true });
    assert.deepEqual(store.record([orderCall(2)]), { kind: 'recorded', added: 1, completed: 0, known: 0 });
    assert.deepEqual(rowsOf(store, 'SELECT id FROM call'), [{ id: 'order-2' }]);
  });
});

describe('a damaged ledger', () => {
  it('is set aside as it is, and a new one begun', async (test) => {
    const home = folder(test);
    const path = join(home, 'ledger.db');
    const rubble = 'flour and water, '.repeat(1000);
    writeFileSync(path, rubble);
    const store = await opened(test, path);
    assert.equal(store.aside, `${path}.damaged-1`);
    assert.equal(readFileSync(`${path}.damaged-1`, 'utf8'), rubble);
    store.record([orderCall(1)]);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 1 }]);
  });

  it('is found out while it is written to', async (test) => {
    const path = join(folder(test), 'ledger.db');
    const first = await opened(test, path);
    first.record(Array.from({ length: 2000 }, (_, i) => orderCall(i)));
    first.close();
    const bytes = readFileSync(path);
    bytes.fill(0xee, 4096 * 3, bytes.length - 4096);
    writeFileSync(path, bytes);
    const store = await opened(test, path);
    const answer = store.record(Array.from({ length: 2000 }, (_, i) => orderCall(5000 + i * 7)));
    assert.equal(answer.kind, 'recorded');
    assert.equal(store.aside, `${path}.damaged-1`);
    assert.deepEqual(
      readFileSync(`${path}.damaged-1`).subarray(4096 * 3, 4096 * 4),
      bytes.subarray(4096 * 3, 4096 * 4),
    );
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 2000 }]);
  });

  it('is moved by one of two programs that find it', async (test) => {
    const home = folder(test);
    const path = join(home, 'ledger.db');
    writeFileSync(path, 'flour and water, '.repeat(1000));
    const [one, other] = [await opened(test, path), await opened(test, path)];
    one.record([orderCall(1)]);
    other.record([orderCall(2)]);
    assert.deepEqual(rowsOf(one, 'SELECT count(*) AS calls FROM call'), [{ calls: 2 }]);
    assert.deepEqual(
      readdirSync(home).filter((name) => name.includes('damaged')),
      ['ledger.db.damaged-1'],
    );
  });

  it('is left to whoever records, by who only wants to read it', async (test) => {
    const path = join(folder(test), 'ledger.db');
    writeFileSync(path, 'flour and water, '.repeat(1000));
    const answer = await open(path, { create: false });
    assert.equal(answer.kind === 'fault' && answer.why, 'corrupt');
    assert.ok(!existsSync(`${path}.damaged-1`));
  });
});

describe('a file that is not for us', () => {
  it('is left as it is when a later version wrote it', async (test) => {
    const path = join(folder(test), 'ledger.db');
    (await opened(test, path)).close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 999');
    database.close();
    const before = readFileSync(path);
    const answer = await open(path);
    assert.equal(answer.kind === 'fault' && answer.why, 'newer');
    assert.deepEqual(readFileSync(path), before);
  });

  it("is left as it is when it is somebody else's database", async (test) => {
    const path = join(folder(test), 'recipes.db');
    const database = new DatabaseSync(path);
    database.exec("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('rye')");
    database.close();
    const before = readFileSync(path);
    const answer = await open(path);
    assert.equal(answer.kind === 'fault' && answer.why, 'foreign');
    assert.deepEqual(readFileSync(path), before);
  });
});

describe('a record of a day that goes on', () => {
  it('is completed by more input where there is no output', async (test) => {
    const store = await opened(test);
    const embedded = (input: number) =>
      orderCall(1, { usage: { ...orderCall(1).usage, input, output: 0 }, operation: 'embeddings' });
    store.record([embedded(1000)]);
    const answers = [store.record([embedded(1500)]), store.record([embedded(1200)])];
    assert.deepEqual(answers, [
      { kind: 'recorded', added: 0, completed: 1, known: 0 },
      { kind: 'recorded', added: 0, completed: 0, known: 1 },
    ]);
    assert.deepEqual(rowsOf(store, 'SELECT input FROM call'), [{ input: 1500 }]);
  });
});
