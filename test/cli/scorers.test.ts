import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileServer, sumOf, type Served } from '../host/models/modelServer.ts';
import { writeTinyModel } from '../tinyModels/write.ts';
import { promptmeter, Sandbox, type Outcome, type Situation } from './console.ts';
import { assertCompressDocument } from './schemas.ts';

const prose = [
  'The harbour office is in the old house by the quay, and the captains of the boats ask there for a berth.',
  'In the morning the baker sells the warm bread of the night. You must never name the price of a berth to {name}.',
].join(' ');

describe('scorers', () => {
  it('lists the models that there are', async (context) => {
    const { run } = await harbour(context);
    const { stdout, code } = await run('scorers');
    assert.equal(code, 0);
    assert.match(stdout, /^bert-multilingual-int8\s+182 MB\s+not here\s+multilingual BERT/);
    assert.match(stdout, /They are kept in .*scorers; "promptmeter scorers fetch NAME"/);
  });

  it('says what would be fetched, and fetches nothing unasked', async (context) => {
    const { run, served } = await harbour(context);
    const { stderr, code } = await run('scorers fetch tinybert');
    assert.equal(code, 2);
    for (const line of [
      `from      ${served.address}/atjsh/llmlingua-2-js-tinybert-meetingbank`,
      'size      58 MB',
      'licence   not known to us',
      'checked   0 of 3 files',
      'nothing is fetched unasked: add --yes',
    ])
      assert.ok(stderr.includes(line), `${line} in ${stderr}`);
    assert.match(stderr, /place {5}\S+scorers\/tinybert/);
    assert.deepEqual(served.asked, []);
  });

  it('asks, and heeds the answer', async (context) => {
    const { run, served, data } = await harbour(context);
    const no = await run('scorers fetch tinybert', { keyboard: true, input: '\n' });
    assert.match(no.stderr, /Fetch it\? \[y\/N\] nothing was fetched/);
    assert.deepEqual([no.code, served.asked], [0, []]);
    const yes = await run('scorers fetch tinybert', { keyboard: true, input: 'y\n' });
    assert.equal(yes.code, 0, yes.stderr);
    assert.match(yes.stderr, /tinybert is here now, in /);
    const weights = readFileSync(join(data, 'scorers/tinybert/onnx/model.onnx'));
    assert.ok(
      yes.stderr.includes(`onnx/model.onnx is trusted on first use: its SHA-256 is ${sumOf(weights)}`),
    );
    assert.match((await run('scorers fetch tinybert')).stderr, /tinybert is here already/);
    assert.match((await run('scorers')).stdout, /tinybert +58 MB +here /);
  });

  it('says why a model was not fetched, and keeps what came', async (context) => {
    const { run, served } = await harbour(context);
    served.breaksAfter = 300_000;
    const broken = await run('scorers fetch tinybert --yes');
    assert.equal(broken.code, 2);
    assert.match(
      broken.stderr,
      /tinybert was not fetched: onnx\/model.onnx: the answer broke off.*run it again/,
    );
    assert.match((await run('scorers')).stdout, /tinybert +58 MB +begun/);
    served.breaksAfter = null;
    assert.equal((await run('scorers fetch tinybert -y')).code, 0);
    assert.equal((await run('scorers remove tinybert')).code, 0);
    assert.match(
      (await run(`scorers fetch tinybert -y --sha256 ${'0'.repeat(64)}`)).stderr,
      /it is not the file that it should be/,
    );
  });

  it('says what it does not understand', async (context) => {
    const { run } = await harbour(context);
    for (const [words, sentence] of [
      ['scorers fetch tinybird', /no scorer "tinybird": did you mean "tinybert"/],
      ['scorers eat', /scorers cannot "eat": use list, fetch or remove/],
      ['scorers remove', /say which scorer to remove: bert-multilingual-int8/],
      ['scorers --yes', /--yes is for fetching/],
      ['scorers fetch a b', /one scorer at a time/],
      ['scorers fetch tinybert --sha256 abc', /--sha256 abc is no SHA-256/],
      ['scorers fetch tinybert --from ftp://quay.example', /no address of a server/],
    ] as const) {
      const { stderr, code } = await run(words);
      assert.match(stderr, sentence);
      assert.equal(code, 2);
    }
    assert.match((await run('scorers remove tinybert')).stderr, /not here, so there is nothing to remove/);
    assert.match((await promptmeter(['scorers'], { cwd: '/' })).stderr, /set HOME, or PROMPTMETER_DATA/);
  });
});

describe('compress --engine llmlingua2', () => {
  it('thins a text with the model that was fetched', async (context) => {
    const { run } = await harbour(context);
    const missing = await run('compress - --engine llmlingua2', { input: prose });
    assert.match(missing.stderr, /"promptmeter scorers fetch bert-multilingual-int8" asks and brings it/);
    assert.equal(missing.code, 2);
    await run('scorers fetch tinybert -y');
    const { stdout, stderr, code } = await run('compress - --engine llmlingua2 --rate 60% -m gpt-4o', {
      input: prose,
    });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /llmlingua2 is experimental/);
    assert.ok(stdout.length < prose.length * 0.85);
    assert.ok(stdout.endsWith('You must never name the price of a berth to {name}.'), stdout);
    const words = new Set(prose.split(/[^\w{}]+/));
    assert.ok(
      stdout.split(/[^\w{}]+/).every((word) => words.has(word)),
      stdout,
    );
  });

  it('thins the prompts of a file with a model of a folder, and tells it as JSON', async (context) => {
    const { run, sandbox } = await harbour(context);
    writeTinyModel(join(sandbox.root, 'model'), 'xlm-roberta');
    sandbox.write('src/berth.ts', `export const BERTH_PROMPT = \`${prose.replace('{name}', '${name}')}\`;\n`);
    const flags = '--engine llmlingua2 --model-dir model --rate 0.5 -m gpt-4o';
    const { stdout } = await run(`compress src/berth.ts#BERTH_PROMPT --format json ${flags}`);
    assertCompressDocument(stdout);
    assert.match(stdout, /"engine": "llmlingua2"/);
    assert.equal((await run(`compress src/berth.ts ${flags} --write -q`)).stderr, '');
    const written = readFileSync(join(sandbox.root, 'src/berth.ts'), 'utf8');
    assert.ok(
      written.length < prose.length && written.includes('never name the price of a berth to ${name}'),
      written,
    );
  });

  it('says what is wrong with a model', async (context) => {
    const { run, sandbox, data } = await harbour(context);
    await run('scorers fetch tinybert -y');
    truncateSync(join(data, 'scorers/tinybert/onnx/model.onnx'), 1000);
    for (const [flags, sentence] of [
      [
        '--scorer tinybert',
        /onnx\/model.onnx of tinybert is not as it came: "promptmeter scorers fetch tinybert"/,
      ],
      [
        '--model-dir nowhere',
        /standard input stays as it is: there is no folder .*nowhere: check the spelling/,
      ],
      ['--model-dir empty', /holds no model: put its ONNX file there/],
      ['--model-dir model', /its tokenizer cannot be used: its vocabulary is of the kind BPE/],
      ['--rate 2', /--rate 2 is no share/],
      ['--level safe', /--level is for --engine lexical/],
    ] as const) {
      mkdirSync(join(sandbox.root, 'empty'), { recursive: true });
      sandbox.write('model/model.onnx', 'flour');
      sandbox.write('model/tokenizer.json', '{"model":{"type":"BPE"}}');
      const { stderr, code } = await run(`compress - --engine llmlingua2 ${flags}`, { input: prose });
      assert.match(stderr, sentence);
      assert.equal(code, 2);
    }
    const wrong = await run('compress - --rate 0.5', { input: prose });
    assert.match(wrong.stderr, /--rate is for --engine llmlingua2/);
  });
});

interface Harbour {
  readonly run: (words: string, situation?: Partial<Situation>) => Promise<Outcome>;
  readonly served: Served;
  readonly sandbox: Sandbox;
  readonly data: string;
}

/** A folder, a data folder of its own, and a server with a tiny model in the place of the one that is called tinybert. */
async function harbour(context: TestContext): Promise<Harbour> {
  const sandbox = new Sandbox();
  context.after(() => sandbox.remove());
  const data = join(sandbox.root, 'data');
  const published = join(sandbox.root, 'published');
  writeTinyModel(published, 'bert');
  const at = 'atjsh/llmlingua-2-js-tinybert-meetingbank/resolve/main';
  const paths = ['config.json', 'tokenizer.json', 'onnx/model.onnx'];
  const files = paths.map((path) => [`${at}/${path}`, readFileSync(join(published, path))] as const);
  const served = await fileServer(context, Object.fromEntries(files));
  const env = { PROMPTMETER_DATA: data, HF_ENDPOINT: `${served.address}/` };
  const run = (words: string, situation: Partial<Situation> = {}) =>
    promptmeter(words.split(' '), { cwd: sandbox.root, env, ...situation });
  assert.equal(existsSync(data), false);
  return { run, served, sandbox, data };
}
