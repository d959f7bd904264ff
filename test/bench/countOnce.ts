// One measurement in a process of its own: node countOnce.ts PEER corpus NAME | growth NAME LENGTH. Prints JSON.
import { corpus, type CorpusName } from './corpora.ts';
import { growingText, type GrowthName } from './growth.ts';
import { peers, type PeerName } from './peers.ts';
import { median } from './statistics.ts';

/** Milliseconds, and bytes of memory that loading took. */
export interface Throughput {
  readonly load: number;
  readonly memory: number;
  readonly first: number;
  readonly warm: number;
  readonly tokens: number;
  readonly bytes: number;
}

/** Milliseconds of the processor for a text that nothing was learnt about before: others take none of them away. */
export interface Growth {
  readonly milliseconds: number;
  readonly tokens: number;
}

/** Repeats of the warm pass, fewer when they are slow. */
const repeats = 9;
const warmBudget = 4000;

const [peer, kind, name, length] = process.argv.slice(2);
const text = kind === 'growth' ? growingText(name as GrowthName, Number(length)) : corpus(name as CorpusName);
const memoryBefore = process.memoryUsage().rss;
const [load, count] = await timed(() => peers[peer as PeerName]());
const memory = process.memoryUsage().rss - memoryBefore;

if (kind === 'growth') {
  count('Warm the oven, then the engine.');
  const before = process.cpuUsage();
  const tokens = count(text);
  const { user, system } = process.cpuUsage(before);
  print({ milliseconds: (user + system) / 1000, tokens } satisfies Growth);
} else {
  const [first, tokens] = await timed(() => count(text));
  const warm: number[] = [];
  for (let spent = 0; warm.length < repeats && spent < warmBudget; spent += warm.at(-1) ?? 0)
    warm.push((await timed(() => count(text)))[0]);
  print({
    load,
    memory,
    first,
    warm: median(warm),
    tokens,
    bytes: Buffer.byteLength(text),
  } satisfies Throughput);
}

async function timed<T>(work: () => T | Promise<T>): Promise<[milliseconds: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

function print(result: Throughput | Growth): void {
  process.stdout.write(JSON.stringify(result));
}
