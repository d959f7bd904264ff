// npm run bench [-- SECTION…]: how fast we are, as ratios against others or against a floor, measured in the same run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchCompress } from './compress.ts';
import { benchCounter } from './counter.ts';
import { benchEdit } from './edit.ts';
import { fresh } from './fresh.ts';
import { benchPrices } from './prices.ts';
import { benchLedger } from './ledger.ts';
import { benchGateway } from './gateway.ts';
import { isMet, type Result } from './result.ts';
import { benchGate } from './gate.ts';
import { benchScan } from './scan.ts';
import { benchStart } from './start.ts';
import { table } from './table.ts';

type Section = (rounds: number, say: (line: string) => void) => Promise<Result[]>;

const sections: Readonly<Record<string, Section>> = {
  start: benchStart,
  gate: benchGate,
  edit: benchEdit,
  scan: benchScan,
  counter: benchCounter,
  ledger: benchLedger,
  prices: benchPrices,
  compress: benchCompress,
  gateway: benchGateway,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(sections, name));
if (unknown !== undefined)
  throw new Error(`${unknown} is no section; there are ${Object.keys(sections).join(', ')}`);

mkdirSync('out/bench', { recursive: true });
if ((await fresh(['esbuild.mjs'])) === null) throw new Error('the build takes longer than two minutes');

const rounds = 5;
const results: Record<string, readonly Result[]> = {};
for (const [name, bench] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n${name}, medians of ${rounds}\n`);
  results[name] = await bench(rounds, say);
  const rows = results[name].map((result) => [
    result.name,
    result.value.toFixed(2),
    `${result.better === 'higher' ? '≥' : '≤'} ${result.wanted}`,
    isMet(result) ? 'met' : 'MISSED',
  ]);
  say(table(['', 'measured', 'wanted', ''], rows));
}

const machine = {
  node: process.version,
  processors: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
};
writeFileSync('out/bench/results.json', JSON.stringify({ machine, rounds, results }, null, 2));
say('written to out/bench/results.json');
if (!Object.values(results).flat().every(isMet)) process.exitCode = 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
