import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Result } from './result.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const streams = 200;
const singles = 300;
/** For memory: what comes before the first look, until the heap has its size, and between the first and the last. */
const [first, more] = [20_000, 10_000];

/** The gateway in a process of its own, against a bare pipe to the same provider, in turn. */
export async function benchGateway(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const data = mkdtempSync(join(tmpdir(), 'promptmeter-bench-'));
  const children: ChildProcess[] = [];
  try {
    const peers = await started(children, ['test/bench/gatewayPeers.ts'], {}, /\{.*\}/);
    const { provider, pipe } = JSON.parse(peers) as { provider: number; pipe: number };
    const upstream = `openai=http://127.0.0.1:${provider}/v1`;
    const words = ['dist/cli.js', 'ledger', 'serve', '--port', '0', '--upstream', upstream];
    const gateway = await started(children, words, { PROMPTMETER_DATA: data }, /http:[^']+\/openai\/v1/);
    const bare = `http://127.0.0.1:${pipe}/v1`;
    await timesOf(50, gateway, bare);
    const all = await times(rounds, gateway, bare);
    const growth = await memoryGrowth(children[1]?.pid ?? 0, gateway);
    const of = (side: 'gateway' | 'pipe', what: 'single' | 'streams') =>
      median(all.map((round) => round[side][what]));
    say(
      table(
        ['', 'one request ms', `${streams} streams ms`],
        (['gateway', 'pipe'] as const).map((side) => [
          side,
          of(side, 'single').toFixed(2),
          of(side, 'streams').toFixed(0),
        ]),
      ),
    );
    const added = of('gateway', 'single') - of('pipe', 'single');
    return [
      atMost('what the gateway adds to a request, over a bare pipe: ms', added, 2),
      atMost(
        `${streams} streams at once: × a bare pipe`,
        of('gateway', 'streams') / of('pipe', 'streams'),
        1.3,
      ),
      ...(growth === null ? [] : [atMost(`memory after ${more} more requests: ×`, growth, 1.25)]),
    ];
  } finally {
    for (const child of children) child.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Side {
  readonly single: number;
  readonly streams: number;
}

async function times(rounds: number, gateway: string, bare: string) {
  const all: { readonly gateway: Side; readonly pipe: Side }[] = [];
  for (let round = 0; round < rounds; round++) {
    const single = await timesOf(singles, gateway, bare);
    const side = async (url: string) => {
      const begin = performance.now();
      await Promise.all(Array.from({ length: streams }, () => ask(url, true)));
      return performance.now() - begin;
    };
    const [throughGateway, throughPipe] = [await side(gateway), await side(bare)];
    all.push({
      gateway: { single: single.gateway, streams: throughGateway },
      pipe: { single: single.pipe, streams: throughPipe },
    });
  }
  return all;
}

/** Medians of requests one after the other, in turn through the one and the other. */
async function timesOf(count: number, gateway: string, bare: string) {
  const [one, other]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++)
    for (const [url, found] of [
      [gateway, one],
      [bare, other],
    ] as const) {
      const begin = performance.now();
      await ask(url, false);
      found.push(performance.now() - begin);
    }
  return { gateway: median(one), pipe: median(other) };
}

/** By how much the resident memory of a process grows from many requests to more; `null` where nobody tells it. */
async function memoryGrowth(pid: number, url: string): Promise<number | null> {
  const load = async (count: number) => {
    for (let i = 0; i < count; i += 50) await Promise.all(Array.from({ length: 50 }, () => ask(url, false)));
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  };
  if (process.platform !== 'linux') return null;
  const before = await load(first);
  return (await load(more)) / before;
}

const agent = new Agent({ keepAlive: true });
const question = { model: 'gpt-4o', messages: [{ role: 'user', content: 'When is the rye bread baked?' }] };

async function ask(base: string, stream: boolean): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const asking = request(`${base}/chat/completions`, { method: 'POST', headers, agent });
  asking.end(JSON.stringify(stream ? { ...question, stream } : question));
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${base} answered ${answer.statusCode}`);
  answer.resume();
  await once(answer, 'end');
}

/** Starts a program and waits for what it says. */
async function started(
  children: ChildProcess[],
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  said: RegExp,
): Promise<string> {
  const child = spawn(process.execPath, words, {
    ...{ env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  children.push(child);
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const found = said.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(`${words.join(' ')} said ${text}`);
}
