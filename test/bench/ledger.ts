import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { open, type Store } from '../../src/ledger/store.ts';
import { spendBy } from '../../src/ledger/read.ts';
import { orderCall } from '../ledger/calls.ts';
import { atLeast, atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const calls = 50_000;
const batch = 1000;

/** Calls written in batches, against what SQLite takes of two columns in the same batches; and how long opening takes. */
export async function benchLedger(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const home = mkdtempSync(join(tmpdir(), 'promptmeter-bench-'));
  try {
    const [ours, floor, opening, reports]: number[][] = [[], [], [], []];
    for (let round = 0; round < rounds; round++) {
      const path = join(home, `${round}.db`);
      const store = await opened(path);
      ours?.push(perSecond((i) => store.record(Array.from({ length: batch }, (_, at) => orderCall(i + at)))));
      reports?.push(timed(() => spendBy(store, 'prompt')));
      store.close();
      floor?.push(floorOf(join(home, `${round}.floor.db`)));
      const start = performance.now();
      (await opened(path)).close();
      opening?.push(performance.now() - start);
    }
    const [written, least, open1, report] = [ours, floor, opening, reports].map((sample) =>
      median(sample ?? []),
    );
    say(
      table(
        ['', ''],
        [
          ['calls written per second', String(Math.round(written ?? 0))],
          ['rows of two columns per second', String(Math.round(least ?? 0))],
          [`opening a ledger of ${calls} calls, ms`, (open1 ?? 0).toFixed(1)],
          [`report by prompt of ${calls} calls, ms`, (report ?? 0).toFixed(1)],
        ],
      ),
    );
    return [
      atLeast('ledger: calls written per second', written ?? 0, 20_000),
      atMost('ledger: ms to open it', open1 ?? Number.POSITIVE_INFINITY, 20),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function opened(path: string): Promise<Store> {
  const answer = await open(path);
  if (answer.kind === 'fault') throw new Error(answer.detail);
  return answer.store;
}

function perSecond(write: (from: number) => unknown): number {
  const milliseconds = timed(() => {
    for (let i = 0; i < calls; i += batch) write(i);
  });
  return (calls / milliseconds) * 1000;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function floorOf(path: string): number {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE call (id TEXT, at INTEGER)',
  );
  const insert = database.prepare('INSERT INTO call VALUES (?, ?)');
  const rate = perSecond((from) => {
    database.exec('BEGIN IMMEDIATE');
    for (let i = from; i < from + batch; i++) insert.run(`order-${i}`, i);
    database.exec('COMMIT');
  });
  database.close();
  return rate;
}
