// Stands in for a reading thread: dies of one file, reads nothing of the others.
import { parentPort } from 'node:worker_threads';

const version = {
  signatures: [''],
  handed: false,
  reading: { candidates: [], calls: [], suppressions: [] },
  sinks: [],
};
const record = {
  problem: null,
  lines: null,
  calls: [],
  own: [],
  versions: [version],
  looked: { files: [], folders: [], strained: false },
};

parentPort.on('message', ({ tasks }) => {
  for (const { path } of tasks) {
    if (path === 'hulk.ts') process.exit(7);
    parentPort.postMessage({ path, result: { kind: 'record', record }, sighted: [] });
  }
});
