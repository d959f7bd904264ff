import { parentPort, workerData } from 'node:worker_threads';
import type { FromImport, ImportTask } from './messages.ts';
import { runImport } from './run.ts';

/** Milliseconds between two sentences about how far it is. */
const pause = 200;

const port = parentPort;
if (port === null) throw new Error('importer.js is started by the extension, not on its own');
const tell = (message: FromImport): void => port.postMessage(message);

let said = 0;
const answer = await runImport(workerData as ImportTask, process.env, (done, all) => {
  if (performance.now() - said < pause) return;
  said = performance.now();
  tell({ kind: 'progress', done, all });
}).catch((error: unknown): FromImport => ({
  kind: 'failed',
  why: error instanceof Error ? error.message : String(error),
}));
tell(answer);
