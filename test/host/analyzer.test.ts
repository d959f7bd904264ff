import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnalyzerThread } from '../../src/host/analyzer.ts';

const script = new URL('./fake-worker.mjs', import.meta.url);
const quay = { key: 'quay', root: null, from: '', trusted: true, settings: {} };

function open(options: Partial<ConstructorParameters<typeof AnalyzerThread>[0]> = {}): AnalyzerThread {
  const thread = new AnalyzerThread({ script, idleAfter: 60_000, patience: null, ...options });
  thread.openWorkspace(quay);
  return thread;
}

const count = (
  thread: AnalyzerThread,
  text: string,
  slot = 'count',
): ReturnType<typeof thread.ask<'count'>> =>
  thread.ask(slot, { kind: 'count', key: 'harbour', text, model: null });

test('is started by the first question, and not before', async () => {
  const thread = open();
  assert.equal(thread.running, false);
  assert.equal((await count(thread, 'crane')).kind, 'answer');
  assert.equal(thread.running, true);
  thread.dispose();
  assert.equal(thread.running, false);
});

test('of questions that wait in one slot only the newest is asked', async () => {
  const thread = open();
  const kinds = await Promise.all(['a', 'ab', 'abc', 'abcd'].map((text) => count(thread, text)));
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['answer', 'superseded', 'superseded', 'answer'],
  );
  thread.dispose();
});

test('tells the newest text of a document before the question, once', async () => {
  const thread = open();
  await count(thread, 'start');
  for (const text of ['one', 'two', 'three']) thread.setBuffer('quay', 'quay.ts', text);
  const heard = await count(thread, '?heard');
  assert.deepEqual(heard.kind === 'answer' && heard.value.encoding, 'open quay, buffer quay.ts three');
  thread.dispose();
});

test('starts again after a crash, and knows again what it was told', async () => {
  const crashes: [string, boolean][] = [];
  const thread = open({ onCrash: (why, stopped) => crashes.push([why, stopped]) });
  thread.setBuffer('quay', 'quay.ts', 'crates');
  const crashed = await count(thread, '?crash');
  assert.deepEqual(crashed, { kind: 'failed', why: 'it ended with code 3' });
  const heard = await count(thread, '?heard');
  assert.deepEqual(heard.kind === 'answer' && heard.value.encoding, 'open quay, buffer quay.ts crates');
  assert.deepEqual(crashes, [['it ended with code 3', false]]);
  thread.dispose();
});

test('stops after several crashes, says so once, and can be told to try again', async () => {
  const stops: boolean[] = [];
  const thread = open({ onCrash: (_, stopped) => stops.push(stopped) });
  for (let i = 0; i < 4; i++) await count(thread, '?crash');
  assert.equal((await count(thread, 'crane')).kind, 'failed');
  assert.deepEqual(stops, [false, false, false, true]);
  thread.restart();
  assert.equal((await count(thread, 'crane')).kind, 'answer');
  thread.dispose();
});

test('a question without an answer ends the thread, not the wait for it', async () => {
  const thread = open({ patience: 5000 });
  const hung = await count(thread, '?hang');
  assert.equal(hung.kind, 'failed');
  assert.equal((await count(thread, 'crane')).kind, 'answer');
  thread.dispose();
});

test('ends when idle, and starts again for the next question', async () => {
  const thread = open({ idleAfter: 1 });
  await count(thread, 'crane');
  while (thread.running) await new Promise((later) => setTimeout(later, 5));
  assert.equal((await count(thread, 'crane')).kind, 'answer');
  thread.dispose();
});

test('a fork knows the same, and ending it ends nothing else', async () => {
  const thread = open();
  thread.setBuffer('quay', 'quay.ts', 'crates');
  const fork = thread.fork({});
  const hung = count(fork, '?hang');
  fork.dispose();
  assert.equal((await hung).kind, 'superseded');
  assert.equal((await count(thread, 'crane')).kind, 'answer');
  thread.dispose();
});

test('a change on disk makes every open document stale while no thread knows better', () => {
  const stale: (readonly string[])[] = [];
  const thread = open({ onStale: (_, paths) => stale.push(paths) });
  thread.setBuffer('quay', 'quay.ts', 'crates');
  thread.changedOnDisk('quay', 'pilot.ts');
  assert.deepEqual(stale, [['quay.ts']]);
  thread.dispose();
});

test('is followed by a thread that hears what this one is told, and can be stopped by itself', async () => {
  const thread = open();
  const follower = thread.follower({});
  thread.setBuffer('quay', 'quay.ts', 'ropes');
  const heard = await count(follower, '?heard');
  assert.deepEqual(heard.kind === 'answer' && heard.value.encoding, 'open quay, buffer quay.ts ropes');
  assert.equal(thread.running, false);

  const [hung, waits] = [count(follower, '?hang'), count(follower, 'crane', 'other')];
  follower.stop();
  assert.deepEqual([await hung, await waits], [{ kind: 'superseded' }, { kind: 'superseded' }]);
  thread.setBuffer('quay', 'quay.ts', 'sails');
  const again = await count(follower, '?heard');
  assert.deepEqual(again.kind === 'answer' && again.value.encoding, 'open quay, buffer quay.ts sails');
  thread.dispose();
  assert.equal(follower.running, false);
});
