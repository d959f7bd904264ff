import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { fresh } from './fresh.ts';
import { makeRepository } from './repository.ts';
import { atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const files = 400;

/** `promptmeter scan` against its floor, both from the start of the process to its end. */
export async function benchScan(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const floor = resolve('out/bench/floor.mjs');
  await build({
    entryPoints: ['test/bench/floor.ts'],
    outfile: floor,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  const root = mkdtempSync(join(tmpdir(), 'promptmeter-bench-'));
  try {
    makeRepository(root, files);
    const cli = resolve('dist/cli.js');
    const times: Record<'floor' | 'scan', number[]> = { floor: [], scan: [] };
    let prompts = 0;
    for (let round = 0; round < rounds; round++) {
      times.floor.push((await timed([floor, root, resolve('dist')], root)).milliseconds);
      const { milliseconds, output } = await timed([cli, 'scan', '--format', 'json'], root);
      times.scan.push(milliseconds);
      const { summary } = JSON.parse(output) as { summary: { files: number; prompts: number } };
      if (summary.files !== files) throw new Error(`the scan saw ${summary.files} files instead of ${files}`);
      prompts = summary.prompts;
    }
    const [low, own] = [median(times.floor), median(times.scan)];
    say(
      table(
        [`${files} files, ${prompts} prompts`, 'ms'],
        [
          ['floor', low.toFixed(0)],
          ['promptmeter scan', own.toFixed(0)],
        ],
      ),
    );
    return [atMost('scan: times its floor', own / low, 2)];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function timed(args: readonly string[], cwd: string) {
  const run = await fresh(args, { cwd });
  if (run === null) throw new Error(`node ${args.join(' ')} takes longer than two minutes`);
  return run;
}
