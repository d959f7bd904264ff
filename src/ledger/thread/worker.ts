import { parentPort } from 'node:worker_threads';
import { serve } from './serve.ts';

if (parentPort === null) throw new Error('ledger.js is started by the extension, not on its own');
serve(parentPort);
