// One measurement in a process of its own: node countOnce.ts PEER corpus NAME | growth NAME LENGTH. Prints JSON.
import { corpus, type CorpusName } from './corpora.ts';
import { growingText, type GrowthName } from './growth.ts';
import { peers, type PeerName } from './peers.ts';
import { median } from './statistics.ts';

/**
 * Milliseconds, and bytes of memory that loading took. A pass is measured by what the thread that counts took of the
 * processor, which on an idle machine is the time that passes: on a busy one others take none of it away.
 */
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
  const [first, tokens] = worked(() => count(text));
  const warm: number[] = [];
  for (let spent = 0; warm.length < repeats && spent < warmBudget; spent += warm.at(-1) ?? 0)
    warm.push(worked(() => count(text))[0]);
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

function worked<T>(work: () => T): [milliseconds: number, result: T] {
  const before = ofThread();
  const result = work();
  return [ofThread() - before, result];
}

/** Milliseconds of the processor that this thread took so far. The system brings its account up to date as a thread rests. */
function ofThread(): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function print(result: Throughput | Growth): void {
  process.stdout.write(JSON.stringify(result));
}
