// node writer.ts LEDGER NAME [LIMIT]: records calls in batches of five until it is killed or has written LIMIT of them, and says
// after each batch how many are committed, or why it could not.
import { writeSync } from 'node:fs';
import { open } from '../../../src/ledger/store.ts';
import { orderCall } from '../calls.ts';

const [, , path = '', name = '', limit = 'Infinity'] = process.argv;
const opened = await open(path);
if (opened.kind === 'fault') {
  writeSync(1, `fault ${opened.why}\n`);
  process.exit(3);
}
writeSync(1, 'ready\n');
for (let written = 0; written < Number(limit); written += 5) {
  const calls = [0, 1, 2, 3, 4].map((i) => orderCall(written + i, { id: `${name}-${written + i}` }));
  const answer = opened.store.record(calls);
  if (answer.kind === 'fault') {
    writeSync(1, `fault ${answer.why}\n`);
    process.exit(3);
  }
  writeSync(1, `${written + 5}\n`);
}
opened.store.close();
