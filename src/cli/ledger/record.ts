import { randomUUID } from 'node:crypto';
import { dataFolder } from '../../host/dataFolder.ts';
import { Assets } from '../../host/assets.ts';
import type { Call } from '../../ledger/call.ts';
import { Pricing } from '../../ledger/pricing.ts';
import { readStated } from '../../ledger/stated.ts';
import type { Context } from '../command.ts';
import { textOf } from '../input.ts';
import { Stop } from '../stop.ts';
import { done, withLedger } from './open.ts';
import { sayLedger } from './sentences.ts';

/** Flags that are fields of a call, and which of them are numbers. */
const texts = [
  'id',
  'at',
  'model',
  'provider',
  'operation',
  'service',
  'status',
  'prompt',
  'feature',
  'user',
  'session',
];
const numbers = {
  ...{
    input: 'input',
    'cache-read': 'cacheRead',
    'cache-write': 'cacheWrite',
    'cache-write-1h': 'cacheWrite1h',
  },
  ...{
    output: 'output',
    reasoning: 'reasoning',
    usd: 'usd',
    latency: 'latencyMs',
    'first-token': 'firstTokenMs',
  },
} as const;

export const recordFlags = [...texts, ...Object.keys(numbers), 'tag'];

/** Records one call that the flags describe, or those that are piped in as JSON. */
export async function record(context: Context): Promise<number> {
  const { terminal, args } = context;
  const [, from] = args.paths;
  const calls = from === undefined ? [stated(fromFlags(context), 'this')] : await piped(context, from);
  return withLedger(context, true, async ({ store, config }) => {
    const pricing = await Pricing.open(config, new Assets(dataFolder(terminal.env)));
    const { added, completed, known } = done(
      context,
      store.record(calls.map((call) => pricing.priced(call))),
    );
    if (!args.on('quiet')) terminal.stdout.write(`${sayLedger.recorded(added + completed, known)}\n`);
    return 0;
  });
}

function fromFlags({ args }: Context): Record<string, unknown> {
  const given = (names: readonly (readonly [flag: string, field: string])[]) =>
    names.flatMap(([flag, field]) => {
      const value = args.value(flag);
      return value === null ? [] : [[field, value] as const];
    });
  const fields = Object.fromEntries([
    ...given(texts.map((name) => [name, name])),
    ...given(Object.entries(numbers)),
  ]);
  const tag = args.value('tag');
  if (Object.keys(fields).length === 0 && tag === null) throw new Stop(sayLedger.noCall);
  return tag === null ? fields : { ...fields, tags: tagsOf(tag) };
}

/** `shop=harbour,oven=2` */
function tagsOf(value: string): Record<string, string> {
  const pairs = value.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Stop(sayLedger.badTag(pair));
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(pairs);
}

async function piped(context: Context, path: string): Promise<Call[]> {
  const text = await textOf(context, path, 'ledger record');
  const where = path === '-' ? 'standard input' : path;
  const values = valuesOf(text, where);
  return values.map((value, i) => stated(value, values.length === 1 ? where : `${where}, call ${i + 1},`));
}

/** One object, a list of them, or one to a line. @throws Stop */
function valuesOf(text: string, where: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) throw new Stop(sayLedger.noCall);
    return lines.map((line, i) => lineOf(line, lines.length === 1 ? where : `${where}, line ${i + 1},`));
  }
}

function lineOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Stop(sayLedger.badJson(where));
  }
}

function stated(value: unknown, where: string): Call {
  const read = readStated(value, 'hand', { at: Date.now(), id: randomUUID() });
  if (read.kind === 'problems') throw new Stop(sayLedger.badCall(where, read.problems));
  return read.call;
}
