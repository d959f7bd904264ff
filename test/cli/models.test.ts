import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it, type TestContext } from 'node:test';
import { run } from '../../src/cli/run.ts';
import { promptmeter } from './console.ts';

const names = [
  'gpt-4o',
  'gpt-4o-mini',
  'gpt-4.1',
  'gpt-4.1-mini',
  'o3',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5-nano',
  'gpt-5.1',
  'gpt-5.2',
];

/** A list of LiteLLM in which every model's input costs so much per token. */
function listAt(price: number): string {
  const model = {
    litellm_provider: 'openai',
    mode: 'chat',
    input_cost_per_token: price,
    output_cost_per_token: price,
  };
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, model])));
}

function desk(context: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'promptmeter-prices-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const env = { PROMPTMETER_DATA: join(folder, 'own'), COLUMNS: '120' };
  return {
    put: (text: string) => writeFileSync(join(folder, 'list.json'), text),
    stored: () => readFileSync(join(folder, 'own', 'prices.json'), 'utf8'),
    spoil: () => writeFileSync(join(folder, 'own', 'prices.json'), '{'),
    run: (...words: string[]) => promptmeter(words, { cwd: folder, env }),
  };
}

describe('prices that are updated', () => {
  it('hold from then on, and say where they are from', async (context) => {
    const { put, run, stored } = desk(context);
    put(listAt(7e-6));
    const updated = await run('models', 'update', '--from', 'list.json', '--date', '2026-11-20');
    assert.deepEqual([updated.code, updated.stderr], [0, '']);
    assert.match(updated.stdout, /took the prices of 10 models, 10 of them new or changed/);
    const { origin } = JSON.parse(stored()) as { origin: object };
    assert.deepEqual(Object.keys(origin), ['from', 'sha256']);

    const shown = await run('models', 'gpt-4.1-mini', '--provider', 'openai');
    assert.match(shown.stdout, /input {7}\$7\n[^]*price from {2}LiteLLM \(updated 2026-11-20\), 2026-11-20/);
    const counted = await run('count', 'list.json', '--model', 'gpt-4.1', '--format', 'json');
    assert.match(counted.stdout, /"source": "LiteLLM \(updated 2026-11-20\)"/);
  });

  it('can be looked at before', async (context) => {
    const { put, run } = desk(context);
    put(listAt(7e-6));
    const { stdout, code } = await run('models', 'diff', '--from', 'list.json');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /openai\/gpt-4o .* changed {2}input \$2.5 → \$7 {2}cacheRead \$1.25 → – {2}output \$10 → \$7\n/,
    );
    const { stdout: json } = await run('models', 'diff', '--from', 'list.json', '--format', 'json');
    assert.equal((JSON.parse(json) as { changes: unknown[] }).changes.length, 10);
  });

  it('stay as they were when the new ones are wrong', async (context) => {
    const { put, run, stored } = desk(context);
    put(listAt(7e-6));
    await run('models', 'update', '--from', 'list.json');
    const before = stored();
    put(listAt(-7e-6));
    const { stderr, code } = await run('models', 'update', '--from', 'list.json');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /no prices were taken from list.json, those you had still hold:\n {2}openai\/gpt-4o: the price of input is -7, which is negative\n/,
    );
    assert.equal(stored(), before);
  });

  it('are refused when those that ship are newer, and would be used instead', async (context) => {
    const { put, run } = desk(context);
    put(listAt(7e-6));
    const { stderr, code } = await run('models', 'update', '--from', 'list.json', '--date', '2025-01-01');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /it is from 2025-01-01, and those that ship are from \d{4}-\d\d-\d\d; bring a newer/,
    );
    const { stdout } = await run('models', 'gpt-4.1-mini', '--provider', 'openai');
    assert.match(stdout, /input {7}\$0.40/);
    assert.match(
      (await run('models', '--from', 'list.json')).stderr,
      /promptmeter models update --from FILE/,
    );
  });

  it('are passed over, with a word, once somebody has broken them', async (context) => {
    const { put, run, spoil } = desk(context);
    put(listAt(7e-6));
    await run('models', 'update', '--from', 'list.json');
    spoil();
    const { stdout, stderr, code } = await run('models', 'gpt-4.1-mini', '--provider', 'openai');
    assert.deepEqual([code, /input {7}\$0.40/.test(stdout)], [0, true]);
    assert.match(stderr, /the prices you updated to are not used \(it is no valid JSON\)/);
  });
});

describe('old prices', () => {
  const cwd = import.meta.dirname;
  const notes = async (today: string) => {
    const stderr: string[] = [];
    const terminal = {
      argv: ['node', 'promptmeter', 'models', 'gpt-4o'],
      cwd: () => cwd,
      stdout: { write: () => true },
      stderr: { write: (text: string) => stderr.push(text) },
      stdin: Readable.from([]),
      env: {},
    };
    await run(terminal, {
      ...{ onInterrupt: () => () => undefined, today: () => today },
      interrupted: () => Promise.resolve(),
    });
    return stderr.join('');
  };

  it('are said to be old after ninety days', async () => {
    assert.equal(await notes('2026-12-22'), '');
    assert.match(await notes('2026-12-23'), /note: the prices are 91 days old \(2026-09-23\)/);
  });
});
