import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ahead } from '../../src/core/ahead.ts';
import { defaultConfig, type Config } from '../../src/core/config.ts';
import { KnownSinks } from '../../src/core/prompts/knownSinks.ts';
import { Reader } from '../../src/core/prompts/reader.ts';
import type { ReadResult } from '../../src/core/prompts/record.ts';
import { Wording } from '../../src/core/rules/wording.ts';
import { SyntaxParser } from '../../src/core/source/parser.ts';
import { TokenCounter } from '../../src/core/tokens/count.ts';
import { memoryHost } from '../hostile/memory.ts';

const berths = [
  'You assign berths in a small harbour.',
  'It should be noted that no two ships may lie in the same berth at the same time.',
  'It should be noted that no two ships may lie in the same berth at the same time.',
].join('\n');
const host = memoryHost(new Map([['berths.ts', `export const BERTH_PROMPT = \`${berths}\`;\n`]]));

/** Remembers what it was asked to find anew. */
class Asked extends Wording {
  readonly asked: string[] = [];

  override shorten(...args: Parameters<Wording['shorten']>): ReturnType<Wording['shorten']> {
    this.asked.push(args[2]);
    return super.shorten(...args);
  }
}

/** Knows how often texts were compared. */
class Compared extends TokenCounter {
  times = 0;

  override compare(...args: Parameters<TokenCounter['compare']>): number {
    this.times++;
    return super.compare(...args);
  }
}

async function read(): Promise<ReadResult> {
  const reader = new Reader(host, new SyntaxParser(host));
  return reader.read({ path: 'berths.ts', compares: false }, KnownSinks.none);
}

async function askedFor(config: Config): Promise<readonly string[]> {
  const counter = new TokenCounter(host);
  const wording = new Asked(counter);
  new Ahead(config, counter, wording).take(await read());
  return wording.asked;
}

describe('counting ahead', () => {
  it('looks for what the rules will ask for', async () => {
    const asked = await askedFor(defaultConfig);
    assert.deepEqual([...asked].sort(), ['duplicates', 'json', 'phrases', 'whitespace']);
  });

  it('does not look for what no rule will ask for', async () => {
    const rules = { 'filler-phrase': { level: 'off', options: {} } } as const;
    const asked = await askedFor({ ...defaultConfig, rules });
    assert.deepEqual([...asked].sort(), ['duplicates', 'json', 'whitespace']);
  });

  it('leaves nothing to be looked for again', async () => {
    const counter = new Compared(host);
    const wording = new Wording(counter);
    new Ahead(defaultConfig, counter, wording).take(await read());
    const before = counter.times;
    const found = wording.shorten(berths, null, 'duplicates');
    assert.equal(found?.edits.length, 1);
    // with it and without it; to find it again takes more
    assert.equal(counter.times - before, 2);
  });
});
