import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { countersOfBakery } from './bakeryPrompts.ts';
import { counterOf } from '../core/tokens/counters.ts';
import { countsWords, fakeProvider, sends, textOf, type Reply } from '../host/providers/fakeProvider.ts';
import { promptmeter, Sandbox } from './console.ts';

const recipe = 'Knead the dough for ten minutes, then let it rest.';

async function kitchen(context: TestContext, reply: Reply) {
  const sandbox = new Sandbox();
  context.after(() => sandbox.remove());
  const fake = await fakeProvider(context, reply);
  const env = {
    ANTHROPIC_API_KEY: 'key-of-the-bakery',
    ANTHROPIC_BASE_URL: fake.base,
    PROMPTMETER_DATA: join(sandbox.root, 'data'),
  };
  const run = (words: string, input = recipe, more: Record<string, string> = {}) =>
    promptmeter(words.split(' '), { cwd: sandbox.root, input, env: { ...env, ...more } });
  return { sandbox, fake, run };
}

describe('counting by a provider', () => {
  const ask = 'count --provider anthropic --model claude-opus-4-8';

  it('says who counted, and when', async (context) => {
    const { run, fake } = await kitchen(context, countsWords);
    const { stdout, stderr, code } = await run(ask);
    assert.match(
      stdout,
      /^10 tokens · claude-opus-4-8 · \$[\d.]+ as input · counted by anthropic on \d{4}-\d\d-\d\d\n$/,
    );
    assert.deepEqual([stderr, code], ['', 0]);
    assert.equal(fake.asked[0]?.path, '/v1/messages/count_tokens');
    const document = JSON.parse((await run(`${ask} --format json`)).stdout) as Record<string, unknown>;
    assert.equal((document['provider'] as { name: string }).name, 'anthropic');
    assert.equal(fake.asked.length, 2);
  });

  it('is off where nobody asked for it', async (context) => {
    const { run, fake } = await kitchen(context, countsWords);
    assert.match((await run('count --model claude-opus-4-8')).stdout, /calibrated, counted with o200k_base/);
    assert.equal(fake.asked.length, 0);
  });

  it('fails with a sentence, and without a number', async (context) => {
    const { run } = await kitchen(context, sends(401, ''));
    const { stdout, stderr, code } = await run(ask);
    assert.deepEqual([stdout, code], ['', 2]);
    assert.equal(
      stderr,
      'promptmeter: anthropic did not count: it does not accept the key (401): check the key\n',
    );
  });

  it('takes neither key nor address from the workspace', async (context) => {
    const { run, sandbox, fake } = await kitchen(context, countsWords);
    sandbox.write('.env', 'ANTHROPIC_API_KEY=stolen\n');
    const { stderr, code } = await run(ask, recipe, { ANTHROPIC_API_KEY: '' });
    assert.match(stderr, /asking anthropic needs a key: set ANTHROPIC_API_KEY in the environment/);
    assert.equal(code, 2);
    sandbox.write('promptmeter.config.json', `{ "baseUrl": "${fake.base}" }`);
    assert.match((await run(ask)).stderr, /unknown key "baseUrl"/);
    assert.equal(fake.asked.length, 0);
  });

  it('needs a model, a text, a provider that is known and an address that is safe', async (context) => {
    const { run } = await kitchen(context, countsWords);
    assert.match(
      (await run('count --provider anthropic')).stderr,
      /anthropic counts for a model: name it with --model/,
    );
    assert.match((await run(ask, '')).stderr, /the text is empty/);
    assert.match((await run('count --provider bakery -m x')).stderr, /use anthropic, openai, gemini/);
    assert.match((await run('count --base-url https://bakery.example')).stderr, /name the provider with/);
    assert.match(
      (await run(`${ask} --base-url http://gateway.example`)).stderr,
      /would send the key in the open/,
    );
  });
});

describe('calibrating by a provider', () => {
  const o200k = counterOf('o200k_base');
  /** As if English had 1.4 tokens for one of o200k's, and 11 stood around every text. */
  const countsMore: Reply = ({ body }, response) =>
    sends(200, { input_tokens: Math.round(o200k.count(textOf(body)) * 1.4) + 11 })(
      { path: '', headers: {}, body },
      response,
    );
  const ask = 'calibrate --provider anthropic --model claude-opus-4-8';

  it('shows the error before and after, and changes nothing', async (context) => {
    const { run, sandbox, fake } = await kitchen(context, countsMore);
    sandbox.write('src/bakery.ts', countersOfBakery(14));
    const { stdout, stderr, code } = await run(ask);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /sending the texts of 14 prompts to anthropic/);
    assert.match(stdout, /^claude-4\.7, by 14 prompts that anthropic counted for claude-opus-4-8\n/);
    assert.match(stdout, /\nenglish +1\.4\d* ±\d %  1\.6 ±15 %\n/);
    assert.match(stdout, /\nmedian error +1[0-9]\.\d % +[0-2]\.\d %\n/);
    assert.match(stdout, /Nothing is changed yet: --write puts the factors into promptmeter\.config\.json/);
    assert.equal(fake.asked.length, 15);
  });

  it('writes the factors, which then count', async (context) => {
    const { run, sandbox } = await kitchen(context, countsMore);
    sandbox.write('src/bakery.ts', countersOfBakery(14));
    sandbox.write(
      'promptmeter.config.jsonc',
      '{\n  // of the bakery\n  "defaultModel": "claude-opus-4-8"\n}\n',
    );
    const before = await run('count');
    const { stderr, code } = await run('calibrate --provider anthropic --write');
    assert.match(stderr, /written into promptmeter\.config\.jsonc/);
    assert.equal(code, 0);
    const text = readFileSync(join(sandbox.root, 'promptmeter.config.jsonc'), 'utf8');
    assert.match(text, /of the bakery/);
    assert.match(text, /"claude-4\.7": \{\s+"english": \{\s+"factor": 1\.4/);
    const after = await run('count');
    assert.notEqual(after.stdout, before.stdout);
    assert.match(after.stdout, /^≈\d\d ±\d+ % tokens · claude-opus-4-8/);
  });

  it('goes on from where it was stopped', async (context) => {
    let left = 6;
    const { run, sandbox, fake } = await kitchen(context, (asked, response) =>
      left-- > 0 ? countsMore(asked, response) : sends(429, '', { 'retry-after': '3600' })(asked, response),
    );
    sandbox.write('src/bakery.ts', countersOfBakery(14));
    const stopped = await run(ask);
    assert.equal(stopped.code, 2);
    assert.match(stopped.stderr, /anthropic counted 5 of 14 prompts, then stopped: .*429.*run it again/);
    fake.reply = countsMore;
    const asked = fake.asked.length;
    assert.equal((await run(ask)).code, 0);
    assert.equal(fake.asked.length - asked, 9);
  });

  it('waits when it is asked to wait a little', async (context) => {
    let refusals = 1;
    const { run, sandbox } = await kitchen(context, (asked, response) =>
      refusals-- > 0 ? sends(429, '', { 'retry-after': '0' })(asked, response) : countsMore(asked, response),
    );
    sandbox.write('src/bakery.ts', countersOfBakery(6));
    assert.equal((await run(ask)).code, 0);
  });

  it('says what stands in its way', async (context) => {
    const { run, sandbox } = await kitchen(context, countsMore);
    sandbox.write('src/bakery.ts', countersOfBakery(3));
    assert.match((await run('calibrate')).stderr, /name it with --provider/);
    assert.match((await run('calibrate --provider anthropic')).stderr, /counts for a model/);
    assert.match((await run(ask)).stderr, /only 3 prompts here are long enough/);
    assert.match((await run('calibrate --provider anthropic -m gpt-4o')).stderr, /gpt-4o is counted exactly/);
    assert.match(
      (await run('calibrate --provider anthropic -m rye-7b')).stderr,
      /what family rye-7b belongs to/,
    );
    assert.match((await run(`${ask} --most 0`)).stderr, /--most 0 is no number from 1 to 10000/);
  });
});
