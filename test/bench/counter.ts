import { build } from 'esbuild';
import type { Growth, Throughput } from './countOnce.ts';
import { corpusNames, type CorpusName } from './corpora.ts';
import { freshJson } from './fresh.ts';
import { growthNames, type GrowthName } from './growth.ts';
import { ownBundle, peerNames, type PeerName } from './peers.ts';
import { atLeast, atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const script = 'test/bench/countOnce.ts';
/** A peer that needs longer is ended; its ratio is at least this. */
const patience = 10_000;
const growthLengths = [500_000, 1_000_000] as const;
/** Short runs, of which a busy machine disturbs some: more of them than of the others. */
const growthRounds = 9;
const peersLength = 50_000;
const peersGrowth: readonly GrowthName[] = ['one letter', 'blanks', 'one Chinese character'];

/** Our counter against the others: each run in a process of its own, the counters taking turns. */
export async function benchCounter(rounds: number, say: (line: string) => void): Promise<Result[]> {
  await build({
    entryPoints: ['src/core/tokens/bpe.ts'],
    outfile: ownBundle,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'node20',
  });
  return [
    ...(await benchThroughput(rounds, say)),
    ...(await benchGrowth(say)),
    ...(await benchOthersGrowth(say)),
  ];
}

async function benchThroughput(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const runs = new Map<string, Throughput[]>();
  for (let round = 0; round < rounds; round++)
    for (const corpus of corpusNames)
      for (const peer of peerNames) {
        const run = await freshJson<Throughput>([script, peer, 'corpus', corpus]);
        if (run === null) throw new Error(`${peer} does not finish ${corpus}`);
        const key = `${peer} ${corpus}`;
        runs.set(key, [...(runs.get(key) ?? []), run]);
      }
  const of = (peer: PeerName, corpus: CorpusName, field: keyof Throughput) =>
    median((runs.get(`${peer} ${corpus}`) ?? []).map((run) => run[field]));
  const loads = (peer: PeerName, field: 'load' | 'memory') =>
    median(corpusNames.map((corpus) => of(peer, corpus, field)));
  const speed = (peer: PeerName, corpus: CorpusName, pass: 'first' | 'warm') =>
    of(peer, corpus, 'bytes') / 1e3 / of(peer, corpus, pass);
  // each against the one that ran beside it, when the machine was as busy
  const times = (peer: PeerName, corpus: CorpusName, pass: 'first' | 'warm') =>
    ratio(
      (runs.get(`${peer} ${corpus}`) ?? []).map((run) => run[pass]),
      (runs.get(`promptmeter ${corpus}`) ?? []).map((run) => run[pass]),
    );

  const columns = corpusNames.flatMap((corpus) => [`${corpus} first MB/s`, 'warm']);
  say(
    table(
      ['o200k_base', 'load ms', 'memory MB', ...columns],
      peerNames.map((peer) => [
        peer,
        loads(peer, 'load').toFixed(1),
        (loads(peer, 'memory') / 1e6).toFixed(0),
        ...corpusNames.flatMap((corpus) => [
          speed(peer, corpus, 'first').toFixed(1),
          speed(peer, corpus, 'warm').toFixed(1),
        ]),
      ]),
    ),
  );
  const faster = (peer: PeerName, wanted: number) =>
    corpusNames.flatMap((corpus) =>
      (['first', 'warm'] as const).map((pass) =>
        atLeast(`${corpus}, ${pass}: times as fast as ${peer}`, times(peer, corpus, pass), wanted),
      ),
    );
  return [
    atLeast(
      'load: times as fast as js-tiktoken',
      loads('js-tiktoken', 'load') / loads('promptmeter', 'load'),
      50,
    ),
    ...faster('js-tiktoken', 5),
    ...faster('gpt-tokenizer', 1),
    ...faster('tiktoken (WASM)', 1),
  ];
}

/** Twice the text may take twice the time, and a little for the logarithm and the caches. */
async function benchGrowth(say: (line: string) => void): Promise<Result[]> {
  const rows: string[][] = [];
  const results: Result[] = [];
  for (const name of growthNames) {
    const times: number[][] = [[], []];
    for (let round = 0; round < growthRounds; round++)
      for (const [i, length] of growthLengths.entries()) {
        const run = await freshJson<Growth>([script, 'promptmeter', 'growth', name, String(length)]);
        if (run === null) throw new Error(`${length} characters of ${name} take longer than two minutes`);
        times[i]?.push(run.milliseconds);
      }
    const [half = [], whole = []] = times;
    const growth = ratio(whole, half);
    rows.push([name, median(half).toFixed(0), median(whole).toFixed(0), growth.toFixed(2)]);
    results.push(atMost(`${name}: time for twice the text`, growth, 2.8));
  }
  say(table(['promptmeter', '500,000 ms', '1,000,000 ms', 'ratio'], rows));
  return results;
}

/** The median of how many times each run took as long as the one beside it. */
function ratio(runs: readonly number[], others: readonly number[]): number {
  return median(runs.map((run, i) => run / (others[i] ?? run)));
}

async function benchOthersGrowth(say: (line: string) => void): Promise<Result[]> {
  const rows: string[][] = [];
  for (const name of peersGrowth) {
    const cells = [];
    for (const peer of peerNames) {
      const run = await freshJson<Growth>([script, peer, 'growth', name, String(peersLength)], {
        timeout: patience,
      });
      cells.push(run === null ? `> ${patience}` : run.milliseconds.toFixed(0));
    }
    rows.push([`${name} × ${peersLength.toLocaleString('en')}, ms`, ...cells]);
  }
  say(table(['', ...peerNames], rows));
  return [];
}
