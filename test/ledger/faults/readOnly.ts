// node readOnly.ts LEDGER: as somebody who may only read, records a call, reads, and makes another ledger; tells what came of it.
import { dirname, join } from 'node:path';
import { spendInAll } from '../../../src/ledger/read.ts';
import { open } from '../../../src/ledger/store.ts';
import { orderCall } from '../calls.ts';

const [, , path = ''] = process.argv;
if (process.getuid?.() === 0) process.setuid?.(65_534);
const opened = await open(path);
if (opened.kind === 'fault') throw new Error(`${opened.why}: ${opened.detail}`);
const record = opened.store.record([orderCall(9)]);
const all = spendInAll(opened.store);
const made = await open(join(dirname(path), 'other.db'));
process.stdout.write(
  JSON.stringify({
    record: record.kind === 'fault' ? record.why : record.kind,
    calls: all !== null && 'calls' in all ? all.calls : all,
    made: made.kind === 'fault' ? made.why : made.kind,
  }),
);
