import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { git } from '../cli/git.ts';
import { fresh } from './fresh.ts';
import { makeRepository } from './repository.ts';
import { atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const files = 5000;

/** `promptmeter check --staged` in a large repository against Node with nothing to do, from the start of the process to its end. */
export async function benchGate(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'promptmeter-gate-'));
  try {
    const root = join(folder, 'repository');
    const run: Runs = { cwd: root, caches: join(folder, 'caches'), rounds: rounds * 2, say };
    makeRepository(root, files);
    writeFileSync(
      join(root, 'promptmeter.config.json'),
      '{ "budgets": [{ "prompts": "**", "maxTokens": "100k", "maxIncrease": "10%" }] }',
    );
    for (const words of [
      ['init', '-q'],
      ['add', '-A'],
      ['commit', '-qm', 'Begin'],
    ])
      git(words, root);
    writeFileSync(join(root, 'oven.css'), 'p { color: brown }\n');
    git(['add', '-A'], root);
    const nothing = await compared('nothing that matters is staged', run);
    const [path = ''] = git(['grep', '-l', 'BAKER_PROMPT', '--', '*.ts'], root).stdout.split('\n');
    const text = readFileSync(join(root, path), 'utf8').replace('a small bakery', 'a very small bakery');
    // nobody stages the same twice: what a check has kept of a text is of use when the next one is compared with it
    const one = await compared('one changed file', run, (round) => {
      writeFileSync(join(root, path), `${text}// changed ${round}\n`);
      git(['add', '-A'], root);
    });
    return [
      atMost(`nothing staged of ${files} files: times node -e 0`, nothing.ratio, 1.5),
      atMost(`one of ${files} files staged: times node -e 0`, one.ratio, 4),
      atMost(`one of ${files} files staged: ms, on an idle machine`, one.milliseconds, 300),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Runs {
  readonly cwd: string;
  /** What was compiled and read is kept there, as in the person's own folder from one commit to the next. */
  readonly caches: string;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

async function compared(
  what: string,
  { cwd, caches, rounds, say }: Runs,
  stage: (round: number) => void = () => undefined,
): Promise<{ readonly ratio: number; readonly milliseconds: number }> {
  const commands = { node: ['-e', '0'], check: [resolve('dist/cli.js'), 'check', '--staged', '-q'] };
  const times: Record<keyof typeof commands, number[]> = { node: [], check: [] };
  for (let round = 0; round < rounds; round++) {
    stage(round);
    for (const name of ['node', 'check'] as const) {
      const run = await fresh(commands[name], { cwd, env: { XDG_CACHE_HOME: caches } });
      if (run === null) throw new Error(`node ${commands[name].join(' ')} does not end`);
      times[name].push(run.milliseconds);
    }
  }
  const [node, check] = [median(times.node), median(times.check)];
  const rows = [
    ['node -e 0', node.toFixed(0)],
    ['promptmeter check --staged', check.toFixed(0)],
  ];
  say(table([`${what}, ${files} files`, 'ms'], rows));
  return { ratio: check / node, milliseconds: check };
}
