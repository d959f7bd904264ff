// node kills.ts ROUNDS: three writers at once are killed in each round; tells what was found as JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

export interface Found {
  kills: number;
  /** Calls that a writer was told were committed. */
  committed: number;
  /** … and that are not there. */
  lost: number;
  /** Batches of which only a part is there. */
  torn: number;
  integrity: string;
}

/** Kills three writers at once, again and again, and looks at what is left. */
export async function killWriters(rounds: number): Promise<Found> {
  const home = mkdtempSync(join(tmpdir(), 'promptmeter-kills-'));
  const path = join(home, 'ledger.db');
  const committed = new Map<string, number>();
  try {
    for (let round = 0; round < rounds; round++)
      await Promise.all(
        [0, 1, 2].map(async (i) => {
          const name = `${round}.${i}`;
          committed.set(name, await killedWriter(path, name, 1 + ((round * 7 + i * 13) % 40)));
        }),
      );
    return { kills: rounds * 3, ...looked(path, committed) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** How many calls it was told were committed. */
async function killedWriter(path: string, name: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [writer, path, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child.stdout, 'data');
  await wait(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  if (said.includes('fault')) throw new Error(said);
  // What it said last may have been cut off.
  const lines = said.split('\n').slice(0, -1);
  return Number(lines.findLast((line) => /^\d+$/.test(line)) ?? 0);
}

function looked(path: string, committed: ReadonlyMap<string, number>): Omit<Found, 'kills'> {
  const database = new DatabaseSync(path);
  const count = database.prepare("SELECT count(*) AS calls FROM call WHERE id LIKE ? || '-%'");
  const found = { committed: 0, lost: 0, torn: 0, integrity: '' };
  for (const [name, calls] of committed) {
    const there = Number(count.get(name)?.['calls']);
    found.committed += calls;
    found.lost += Math.max(calls - there, 0);
    found.torn += there % 5 === 0 ? 0 : 1;
  }
  found.integrity = String(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']);
  database.close();
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${JSON.stringify(await killWriters(Number(process.argv[2] ?? 334)))}\n`);
