import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { importFile } from '../../../src/ledger/ingest/importFile.ts';
import { folder, opened, rowsOf } from '../calls.ts';
import { lines, taken } from './importing.ts';
import { codexLog, litellmLog } from './logs.ts';

describe('an import', () => {
  it('goes on where a file was added to, and finds nothing new in one that was not', async (test) => {
    const store = await opened(test);
    const path = join(folder(test), 'session.jsonl');
    const whole = lines(codexLog);
    // The last line is still being written.
    const cut = whole.indexOf('"total_token_usage"', whole.indexOf('gpt-5-mini')) + 30;
    writeFileSync(path, whole.slice(0, cut));
    const first = await taken(store, path);
    assert.deepEqual([first.added, first.malformed, first.from], [1, 0, 0]);
    appendFileSync(path, whole.slice(cut));
    const second = await taken(store, path);
    // What it reads needs what stood before: the session and the model.
    assert.deepEqual([second.added, second.known, second.from > 0], [1, 0, true]);
    assert.deepEqual(rowsOf(store, 'SELECT model FROM call ORDER BY at'), [
      { model: 'gpt-5' },
      { model: 'gpt-5-mini' },
    ]);
    const third = await taken(store, path);
    assert.deepEqual([third.added, third.known, third.from], [0, 0, whole.length]);
  });

  it('begins anew with a file that was changed before the place where it stopped', async (test) => {
    const store = await opened(test);
    const path = join(folder(test), 'spend.jsonl');
    writeFileSync(path, lines(litellmLog));
    await taken(store, path);
    const other = { ...litellmLog[0], request_id: 'chatcmpl-0' };
    writeFileSync(path, lines([other, ...litellmLog]));
    const again = await taken(store, path);
    assert.deepEqual([again.added, again.known, again.from], [1, 2, 0]);
  });

  it('goes on where it was broken off', async (test) => {
    const store = await opened(test);
    const path = join(folder(test), 'spend.jsonl');
    const many = Array.from({ length: 2500 }, (_, i) => ({ ...litellmLog[0], request_id: `chatcmpl-${i}` }));
    writeFileSync(path, lines(many));
    const stop = new Error('the baker closed the lid');
    let steps = 0;
    const onProgress = () => (++steps === 2 ? Promise.reject(stop) : undefined);
    await assert.rejects(importFile(store, path, { onProgress }), stop);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 2000 }]);
    const rest = await taken(store, path);
    assert.deepEqual([rest.added, rest.known], [500, 0]);
  });

  it('counts what is broken, and takes the rest', async (test) => {
    const store = await opened(test);
    const path = join(folder(test), 'spend.jsonl');
    const [first, second] = litellmLog.map((record) => JSON.stringify(record));
    writeFileSync(
      path,
      `${first}\n{"request_id": "half\n\n42\n${JSON.stringify({ ...litellmLog[0], startTime: 'soon' })}\n${second}\n`,
    );
    const { added, malformed } = await taken(store, path);
    assert.deepEqual([added, malformed], [2, 3]);
  });

  it('refuses what is no log that it knows, and leaves no trace of it', async (test) => {
    const store = await opened(test);
    for (const text of [
      '',
      'flour, water, salt',
      '{"loaves": 12}\n',
      'name,weight,price\nrye,750,4\n',
      '\u0000\u0001\u0002',
    ]) {
      const path = join(folder(test), 'recipe');
      writeFileSync(path, text);
      assert.equal((await importFile(store, path)).kind, 'not-imported', JSON.stringify(text));
    }
    const missing = await importFile(store, join(folder(test), 'nowhere'));
    assert.ok(missing.kind === 'not-imported' && missing.why.includes('no such file'));
    assert.deepEqual(rowsOf(store, 'SELECT * FROM import'), []);
  });
});
