import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { isFault, type Fault } from '../../../src/ledger/fault.ts';
import { LedgerThread } from '../../../src/ledger/thread/ledgerThread.ts';
import type { PromptText } from '../../../src/ledger/attribution/promptPrints.ts';
import { sketchOf } from '../../../src/ledger/attribution/sketch.ts';
import { folder, morning, opened, orderCall } from '../calls.ts';

const script = new URL('../../../src/ledger/thread/worker.ts', import.meta.url);
const now = morning + 24 * 3_600_000;
const text = 'You take the orders of a small bakery and read each of them back before you write it down.';

function threadOf(test: TestContext, from: string | URL = script): LedgerThread {
  const thread = new LedgerThread({ script: from, idleAfter: 60_000 });
  test.after(() => thread.dispose());
  return thread;
}

function prompt(words: string): PromptText {
  return { id: 'desk.ts#ORDER', role: 'system', segments: [{ kind: 'text', text: words }] };
}

function known<T>(answer: T | Fault): T {
  if (isFault(answer)) throw new Error(`${answer.why}: ${answer.detail}`);
  return answer;
}

describe('the thread that reads ledgers', () => {
  it('is started by the first question only', async (test) => {
    const thread = threadOf(test);
    assert.equal(thread.running, false);
    const store = await opened(test);
    store.record([orderCall(1, { prompt: 'desk.ts#ORDER' })]);
    const { prompts } = known(await thread.ask(store.path, { kind: 'measures', now }));
    assert.equal(prompts.get('desk.ts#ORDER')?.week.calls, 1);
    assert.equal(thread.running, true);
  });

  it('makes no ledger where there is none', async (test) => {
    const path = join(folder(test), 'none.db');
    const answer = await threadOf(test).ask(path, { kind: 'measures', now });
    assert.equal(isFault(answer) && answer.why, 'missing');
  });

  it('sees what others record meanwhile, and the file that takes the place of one', async (test) => {
    const thread = threadOf(test);
    const store = await opened(test);
    const calls = async () => {
      const { total } = known(await thread.ask(store.path, { kind: 'dashboard', span: {}, now }));
      return total?.calls ?? 0;
    };
    assert.equal(await calls(), 0);
    store.record([orderCall(1), orderCall(2)]);
    assert.equal(await calls(), 2);
    store.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${store.path}${end}`, { force: true });
    store.record([orderCall(3)]);
    assert.equal(await calls(), 1);
  });

  it('learns how prompts read, so that their calls are known, and says since when they do', async (test) => {
    const thread = threadOf(test);
    const store = await opened(test);
    store.record([orderCall(1, { sketch: sketchOf([{ role: 'system', text }]) })]);
    const texts = async (words: string, learns: boolean) =>
      known(await thread.ask(store.path, { kind: 'texts', prompts: [prompt(words)], now: morning, learns }));
    assert.deepEqual(await texts(text, true), new Map());
    const { prompts } = known(await thread.ask(store.path, { kind: 'measures', now }));
    assert.equal(prompts.get('desk.ts#ORDER')?.all.calls, 1);
    assert.deepEqual(await texts(`${text} Be brief.`, false), new Map([['desk.ts#ORDER', morning]]));
    assert.deepEqual(await texts(text, false), new Map());
  });

  it('tells all that a page shows, money in whole units', async (test) => {
    const thread = threadOf(test);
    const store = await opened(test);
    store.record([orderCall(1, { prompt: 'desk.ts#ORDER' }), orderCall(2)]);
    const told = known(await thread.ask(store.path, { kind: 'dashboard', span: {}, now }));
    assert.equal(told.total?.usd, (orderCall(1).cost?.usd ?? 0n) * 2n);
    assert.deepEqual(
      told.by.prompt.rows.map(({ key, calls }) => [key, calls]),
      [['desk.ts#ORDER', 1]],
    );
    assert.deepEqual(
      told.unattributed.map(({ why }) => why),
      ['no-text'],
    );
  });

  it('lets go of a file that is to be deleted, and reads another one in its place', async (test) => {
    const thread = threadOf(test);
    const store = await opened(test);
    store.record([orderCall(1)]);
    const waiting = thread.ask(store.path, { kind: 'measures', now });
    await thread.letGo();
    const told = await waiting;
    assert.equal(isFault(told) && told.why, 'busy');
    assert.equal(thread.running, false);
    const { total } = known(await thread.ask(store.path, { kind: 'dashboard', span: {}, now }));
    assert.equal(total?.calls, 1);
  });

  it('says what is wrong with a file, and goes on with others', async (test) => {
    const thread = threadOf(test);
    const broken = join(folder(test), 'broken.db');
    writeFileSync(broken, 'this is no database, however long one looks at it\n'.repeat(100));
    const answer = await thread.ask(broken, { kind: 'measures', now });
    assert.equal(isFault(answer) && answer.why, 'corrupt');
    const store = await opened(test);
    assert.equal(known(await thread.ask(store.path, { kind: 'measures', now })).prompts.size, 0);
  });

  it('that dies answers all that was asked, and is started again', async (test) => {
    const missing = new URL('./no-such-worker.ts', import.meta.url);
    const thread = threadOf(test, missing);
    const ask = () => thread.ask('/nowhere.db', { kind: 'measures', now });
    const answers = await Promise.all([ask(), ask()]);
    assert.ok(answers.every((answer) => isFault(answer) && answer.why === 'system'));
    assert.equal(thread.running, false);
    assert.equal(isFault(await ask()), true);
  });
});
