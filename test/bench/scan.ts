import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/**
 * `promptmeter scan` against its floor, both from the start of the process to its end: with nothing kept of an earlier
 * scan, as people run it and in one thread (the floor has one), and once more with what the first one kept.
 */
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
    makeRepository(repository, files);
    const run = (args: readonly string[]) => timed(args, repository, root);
    const scan = async (...args: readonly string[]) => {
      const { milliseconds, megabytes, output } = await run([
        ...args.filter((one) => one.startsWith('--import')),
        resolve('dist/cli.js'),
        'scan',
        ...args.filter((one) => !one.startsWith('--import')),
        '--format=json',
      ]);
      const { summary } = JSON.parse(output) as { summary: { files: number; prompts: number } };
      if (summary.files !== files) throw new Error(`the scan saw ${summary.files} files instead of ${files}`);
      return { milliseconds, megabytes, prompts: summary.prompts };
    };
    const times = { floor: [], one: [], first: [], second: [], changed: [] } as Record<
      'floor' | 'one' | 'first' | 'second' | 'changed',
      number[]
    >;
    let [megabytes, prompts] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      times.floor.push((await run([floor, repository, resolve('dist')])).milliseconds);
      times.one.push(
        (await scan(`--import=${resolve('test/bench/oneThread.mjs')}`, '--no-cache')).milliseconds,
      );
      const alone = await scan('--no-cache');
      times.first.push(alone.milliseconds);
      megabytes = Math.max(megabytes, alone.megabytes);
      prompts = alone.prompts;
    }
    // what was written a moment ago is not believed to be the same, see `StampedDisk`
    await new Promise((resolve) => setTimeout(resolve, racyMilliseconds));
    await scan();
    const [some] = readdirSync(join(repository, 'app')).filter((name) => name.endsWith('.ts'));
    for (let round = 0; round < rounds; round++) {
      times.second.push((await scan()).milliseconds);
      appendFileSync(join(repository, 'app', some ?? 'none.ts'), `// ${round} loaves\n`);
      times.changed.push((await scan()).milliseconds);
    }
    const [low, one, first, second, changed] = [
      times.floor,
      times.one,
      times.first,
      times.second,
      times.changed,
    ].map(median) as [number, number, number, number, number];
    const row = (name: string, own: number, of: number, memory = ''): string[] => [
      name,
      own.toFixed(0),
      (own / of).toFixed(2),
      memory,
    ];
    say(
      table(
        [`${files} files, ${prompts} prompts`, 'ms', 'times', 'MB'],
        [
          row('floor, one thread', low, low),
          row('first scan in one thread, of the floor', one, low),
          row('first scan, of the floor', first, low, megabytes.toFixed(0)),
          row('second scan, of the first', second, first),
          row('scan with one file changed, of the first', changed, first),
        ],
      ),
    );
    return [
      atMost(`scan of ${files} files: times its floor`, first / low, 2),
      atMost(`scan of ${files} files: MB`, megabytes, mostMemory),
      atMost(`second scan of ${files} files: times the first`, second / first, 0.5),
      atMost(`scan of ${files} files, one changed: times the first`, changed / first, 0.5),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Longer than the times of files can be apart and still look the same. */
const racyMilliseconds = 2500;

/** Runs a program in `cwd`, with its cache and the account of its memory in `root`. */
async function timed(args: readonly string[], cwd: string, root: string) {
  const peak = join(root, 'peak');
  const run = await fresh(['--import', resolve('test/bench/peakMemory.mjs'), ...args], {
    cwd,
    env: { PEAK_MEMORY_FILE: peak, XDG_CACHE_HOME: join(root, 'cache') },
    timeout: 600_000,
  });
  if (run === null) throw new Error(`node ${args.join(' ')} takes longer than ten minutes`);
  return { ...run, megabytes: Number(readFileSync(peak, 'utf8')) / 1e3 };
}
