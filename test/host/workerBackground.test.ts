import assert from 'node:assert/strict';
import { test } from 'node:test';
import { none } from '../../src/host/committed/committed.ts';
import { Background } from '../../src/host/workerBackground.ts';
import type { FromWorker } from '../../src/host/workerMessages.ts';

const harbour = {
  texts: new Map([['quay.ts', '']]),
  index: () => Promise.resolve(),
  sinceCommit: () => Promise.resolve(none('no-commit')),
};

function background(engine: typeof harbour): {
  readonly told: FromWorker[];
  readonly background: Background;
} {
  const told: FromWorker[] = [];
  const port = { postMessage: (message: FromWorker) => void told.push(message) };
  return { told, background: new Background(new Map([['harbour', engine]]), port) };
}

test('a comparison that fails is told as one, and the next is made all the same', async () => {
  let times = 0;
  const failing = {
    ...harbour,
    sinceCommit: () =>
      ++times === 1 ? Promise.reject(new Error('the tree has no root')) : harbour.sinceCommit(),
  };
  const { told, background: worker } = background(failing);
  await worker.compare('harbour');
  await worker.compare('harbour');
  assert.deepEqual(told, [
    { kind: 'since', key: 'harbour', since: none('broken', 'the tree has no root') },
    { kind: 'since', key: 'harbour', since: none('no-commit') },
  ]);
});

test('a comparison waits until the files are read, and is made once however often it is wanted meanwhile', async () => {
  let read = (): void => undefined;
  const reading = new Promise<void>((resolve) => (read = resolve));
  const { told, background: worker } = background({ ...harbour, index: () => reading });
  const indexing = worker.index('harbour', ['quay.ts']);
  await worker.compare('harbour');
  await worker.compare('harbour');
  assert.deepEqual(told, []);
  read();
  await indexing;
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['stale', 'since'],
  );
});
