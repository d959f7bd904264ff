import { freshJson } from './fresh.ts';
import type { LookUp } from './lookUpOnce.ts';
import { atLeast, atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const sides = ['ours', 'peer'] as const;

/** Looking up the price of a model that was looked up before, against genai-prices, which works it out anew each time. */
export async function benchPrices(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const runs: Record<(typeof sides)[number], LookUp[]> = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of sides) {
      const run = await freshJson<LookUp>(['test/bench/lookUpOnce.ts', side]);
      if (run === null) throw new Error(`looking prices up (${side}) does not end`);
      runs[side].push(run);
    }
  const of = (side: (typeof sides)[number], field: keyof LookUp) =>
    median(runs[side].map((run) => run[field]));
  say(
    table(
      ['', 'open ms', 'first ms', 'then µs'],
      [
        [
          'promptmeter',
          of('ours', 'open').toFixed(1),
          of('ours', 'first').toFixed(2),
          of('ours', 'lookup').toFixed(2),
        ],
        ['genai-prices', '–', of('peer', 'first').toFixed(2), of('peer', 'lookup').toFixed(2)],
      ],
    ),
  );
  return [
    atMost('a model that was looked up before: µs', of('ours', 'lookup'), 5),
    atLeast('the same: times faster than genai-prices', of('peer', 'lookup') / of('ours', 'lookup'), 10),
  ];
}
