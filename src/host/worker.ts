import { parentPort } from 'node:worker_threads';
import { serve } from './workerServe.ts';

if (parentPort === null) throw new Error('worker.js is started by the extension, not on its own');
serve(parentPort);
