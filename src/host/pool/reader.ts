// What a reading thread starts with: it runs the bundle of the commands that read, or the code as it was written.
import { parentPort, workerData } from 'node:worker_threads';
import { runCompiled } from '../cache/compiledScript.ts';
import type { ReaderData } from './messages.ts';
import type { readTasks } from './readTasks.ts';

if (parentPort === null) throw new Error('reader.js is started by the command line, not on its own');
const data = workerData as ReaderData;
const loaded =
  data.bundle === null ? await import('./readTasks.ts') : runCompiled(data.bundle, process.env).exports;
(loaded as { readonly readTasks: typeof readTasks }).readTasks(parentPort, data);
