import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { it } from 'node:test';
import type { FromWorker, ToWorker } from '../../src/host/workerMessages.ts';
import { serve } from '../../src/host/workerServe.ts';

it('goes on answering when word comes of a document whose folder was closed', async () => {
  const port = new EventEmitter();
  const told = new EventEmitter();
  serve({
    on: (event, listener) => port.on(event, listener),
    postMessage: (message) => void told.emit('message', message),
  });
  const tell = (message: ToWorker): void => void port.emit('message', message);
  const answered = once(told, 'message') as Promise<[FromWorker]>;
  tell({ kind: 'notice', notice: { kind: 'close', key: 'harbour' } });
  for (const text of ['fog', null])
    tell({ kind: 'notice', notice: { kind: 'buffer', key: 'harbour', path: 'quay.ts', text } });
  tell({ kind: 'notice', notice: { kind: 'disk', key: 'harbour', path: 'quay.ts' } });
  tell({ kind: 'question', id: 7, question: { kind: 'files', key: 'harbour' } });
  const [message] = await answered;
  assert.deepEqual(message, {
    kind: 'failure',
    id: 7,
    why: 'asked about harbour, which was never opened',
  });
});
