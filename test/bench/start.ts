import { fresh } from './fresh.ts';
import { atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

/** `promptmeter --version` against Node with nothing to do. Both are short, so there are more rounds. */
export async function benchStart(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const commands = { nothing: ['-e', '0'], version: ['dist/cli.js', '--version'] };
  const times: Record<keyof typeof commands, number[]> = { nothing: [], version: [] };
  for (let round = 0; round < rounds * 4; round++)
    for (const name of ['nothing', 'version'] as const) {
      const run = await fresh(commands[name]);
      if (run === null) throw new Error(`node ${commands[name].join(' ')} does not end`);
      times[name].push(run.milliseconds);
    }
  const [nothing, version] = [median(times.nothing), median(times.version)];
  say(
    table(
      ['', 'ms'],
      [
        ['node -e 0', nothing.toFixed(1)],
        ['promptmeter --version', version.toFixed(1)],
      ],
    ),
  );
  return [atMost('--version: times node -e 0', version / nothing, 1.5)];
}
