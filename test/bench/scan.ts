import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { fresh } from './fresh.ts';
import { makeRepository } from './repository.ts';
import { atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

/** The large one takes long, and once is enough: what starting costs and how busy the machine is weigh little in it. */
const repositories = [
  { files: 400, once: false },
  { files: 5000, once: true },
] as const;
/** Megabytes. */
const mostMemory = 500;

/** `promptmeter scan`, with nothing kept of an earlier one, against its floor, both from the start of the process to its end. */
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
    // as in the build: CommonJS of some packages would require() modules as it runs
    mainFields: ['module', 'main'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
  });
  const results: Result[] = [];
  for (const { files, once } of repositories)
    results.push(...(await benchRepository(files, once ? 1 : rounds, floor, say)));
  return results;
}

async function benchRepository(
  files: number,
  rounds: number,
  floor: string,
  say: (line: string) => void,
): Promise<Result[]> {
  const root = mkdtempSync(join(tmpdir(), 'promptmeter-bench-'));
  try {
    const repository = join(root, 'repository');
    const peak = join(root, 'peak');
    makeRepository(repository, files);
    const lows: number[] = [];
    const owns: number[] = [];
    let prompts = 0;
    for (let round = 0; round < rounds; round++) {
      lows.push((await timed([floor, repository, resolve('dist')], repository, peak)).milliseconds);
      const scan = [resolve('dist/cli.js'), 'scan', '--no-cache', '--format', 'json'];
      const { milliseconds, output } = await timed(scan, repository, peak);
      owns.push(milliseconds);
      const { summary } = JSON.parse(output) as { summary: { files: number; prompts: number } };
      if (summary.files !== files) throw new Error(`the scan saw ${summary.files} files instead of ${files}`);
      prompts = summary.prompts;
    }
    const [low, own, memory] = [median(lows), median(owns), Number(readFileSync(peak, 'utf8')) / 1e3];
    say(
      table(
        [`${files} files, ${prompts} prompts`, 'ms', 'MB'],
        [
          ['floor', low.toFixed(0), ''],
          ['promptmeter scan', own.toFixed(0), memory.toFixed(0)],
        ],
      ),
    );
    return [
      atMost(`scan of ${files} files: times its floor`, own / low, 2),
      atMost(`scan of ${files} files: MB`, memory, mostMemory),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs a program that leaves the most memory it held, in kilobytes, in the file `peak`. */
async function timed(args: readonly string[], cwd: string, peak: string) {
  const run = await fresh(['--import', resolve('test/bench/peakMemory.ts'), ...args], {
    cwd,
    env: { PEAK_MEMORY_FILE: peak },
  });
  if (run === null) throw new Error(`node ${args.join(' ')} takes longer than two minutes`);
  return run;
}
