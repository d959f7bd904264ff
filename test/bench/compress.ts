import { annotatedPrompts } from '../quality/annotated.ts';
import { count, shorten } from '../core/compress/counting.ts';
import { atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const tokens = 4000;
const larger = 8;

/**
 * Compression by rules of a long prompt, and how it grows: what it takes of the thread that does it, which is as long as one
 * waits for it on an idle machine, and not much longer on a busy one.
 */
export function benchCompress(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const wordy = annotatedPrompts()
    .filter(({ kind }) => kind === 'wordy')
    .map(({ text }) => text)
    .join('\n\n');
  const long = wordy.slice(0, Math.floor((wordy.length * tokens) / count(wordy)));
  const longer = Array.from({ length: larger }, (_, i) => long.replaceAll('customer', `customer${i}`)).join(
    '\n\n',
  );
  const rows = Array.from({ length: Math.ceil(10_000 / 2) }, (_, i) => ({
    berth: `N${i}`,
    note: 'by the crane',
  }));
  const json = `The berths:\n${JSON.stringify(rows, null, 2)}`;
  shorten(long, 'aggressive');
  const [small, large, data] = [long, longer, json].map((text) =>
    median(Array.from({ length: rounds }, () => spent(() => shorten(text, 'aggressive')))),
  );
  if (small === undefined || large === undefined || data === undefined)
    throw new Error('nothing was measured');
  say(
    table(
      ['processor time', 'ms'],
      [
        [`${count(long)} tokens of prose`, small.toFixed(0)],
        [`${count(longer)} tokens of prose`, large.toFixed(0)],
        [`${(json.length / 1000).toFixed(0)} kB of JSON`, data.toFixed(0)],
      ],
    ),
  );
  return Promise.resolve([
    atMost(`compress: ${tokens} tokens in ms`, small, 50),
    atMost(`compress: ${larger} times the text in times the time`, large / small, larger * 1.5),
  ]);
}

function spent(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
