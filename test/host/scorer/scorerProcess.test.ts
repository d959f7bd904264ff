import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Scores } from '../../../src/core/compress/llmlingua/scorer.ts';
import { ScorerProcess, type ScorerProcessOptions } from '../../../src/host/scorer/scorerProcess.ts';
import { writeTinyModel, type TinyKind } from '../../tinyModels/write.ts';
import { folderWith } from '../folder.ts';

const script = new URL('../../../src/host/scorer/child.ts', import.meta.url);
const sequence = [2, 60, 70, 80, 90, 3];

describe('the process of a model', () => {
  for (const kind of ['bert', 'xlm-roberta'] as const)
    for (const name of ['model.onnx', 'model_quantized.onnx'])
      it(`says the same of ${kind}, ${name}, as native code and as WebAssembly`, async (context) => {
        const model = tinyModel(context, kind, name);
        const native = scoresOf(await start(context, { model }).score([sequence, [2, 3]], watch()));
        const wasm = scoresOf(
          await start(context, { model, native: false }).score([sequence, [2, 3]], watch()),
        );
        assert.deepEqual(
          native.map((one) => one.length),
          [6, 2],
        );
        assert.ok(native.flat().every((score) => score > 0 && score < 1));
        assert.ok(new Set(native.flat()).size > 4);
        // both add up floats in an order of their own
        for (const [i, score] of native.flat().entries())
          assert.ok(Math.abs(score - (wasm.flat()[i] ?? 0)) < 0.02);
      });

  it('is not started for nothing', async (context) => {
    const scorer = start(context, { model: '/nowhere/model.onnx' });
    assert.deepEqual(await scorer.score([], watch()), { kind: 'scores', scores: [] });
    assert.equal(scorer.running, false);
  });

  it('says how far it is, chunk by chunk', async (context) => {
    const scorer = start(context, { model: tinyModel(context) });
    const seen: string[] = [];
    await scorer.score(
      [sequence, sequence, sequence],
      watch((done, total) => seen.push(`${done}/${total}`)),
    );
    assert.deepEqual(seen, ['1/3', '2/3', '3/3']);
  });

  it('ends when idle, and starts again', async (context) => {
    const scorer = start(context, { model: tinyModel(context), idleAfter: 20 });
    const first = await scorer.score([sequence], watch());
    while (scorer.running) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(await scorer.score([sequence], watch()), first);
  });

  it('is killed where the work is cancelled, and works again afterwards', async (context) => {
    const scorer = start(context, { model: tinyModel(context) });
    const stop = new AbortController();
    const many = Array.from({ length: 200 }, () => sequence);
    const work = scorer.score(
      many,
      watch((done) => done === 3 && stop.abort(), stop.signal),
    );
    assert.deepEqual(await work, { kind: 'failed', why: 'it was cancelled' });
    assert.equal(scorer.running, false);
    assert.equal(scoresOf(await scorer.score([sequence], watch())).length, 1);
  });

  it('fails what is under way when it is closed', async (context) => {
    const folder = folderWith(context, { 'deaf.mjs': "process.on('message', () => undefined);" });
    const scorer = start(context, { model: '', script: join(folder, 'deaf.mjs') });
    const work = scorer.score([[1]], watch());
    while (!scorer.running) await new Promise((resolve) => setTimeout(resolve, 5));
    scorer.dispose();
    assert.equal(whyNot(await work), 'its model was closed');
    assert.equal(scorer.running, false);
  });

  it('uses WebAssembly, and says so, where the native library does not load', async (context) => {
    const folder = folderWith(context, {
      'throws.cjs': "throw new Error('libstdc++.so.6: version GLIBCXX_3.4.99 not found\\nat harbour')",
      'dies.cjs': "process.kill(process.pid, 'SIGILL')",
    });
    for (const [name, why] of [
      ['throws.cjs', 'libstdc++.so.6: version GLIBCXX_3.4.99 not found'],
      ['dies.cjs', 'it ended with SIGILL'],
      ['missing.cjs', `there is none for ${process.platform}-${process.arch} here`],
    ] as const) {
      const said: string[] = [];
      const options = {
        model: tinyModel(context),
        native: join(folder, name),
        onFallback: (one: string) => said.push(one),
      };
      const scorer = start(context, options);
      assert.equal(scoresOf(await scorer.score([sequence], watch()))[0]?.length, 6);
      await scorer.score([sequence], watch());
      assert.deepEqual(said, [why]);
    }
  });

  it('is started again after a crash, but not for ever', async (context) => {
    const folder = folderWith(context, {
      'once.mjs': `
        import { existsSync, writeFileSync } from 'node:fs';
        process.on('message', ({ kind }) => {
          if (kind === 'open') return process.send({ kind: 'opened', runtime: 'native', fellBack: null });
          if (existsSync(process.argv[1] + '.crashed')) return process.send({ kind: 'scored', scores: [0.5] });
          writeFileSync(process.argv[1] + '.crashed', '');
          process.exit(7);
        });`,
      'always.mjs': `
        process.on('message', ({ kind }) => {
          if (kind === 'open') return process.send({ kind: 'opened', runtime: 'native', fellBack: null });
          process.exit(7);
        });`,
    });
    const once = start(context, { model: '', script: join(folder, 'once.mjs') });
    assert.deepEqual(await once.score([[1]], watch()), { kind: 'scores', scores: [[0.5]] });
    const always = start(context, { model: '', script: join(folder, 'always.mjs') });
    assert.match(whyNot(await always.score([[1]], watch())), /ended with code 7 3 times/);
  });

  it('is given up where it takes too long', async (context) => {
    const folder = folderWith(context, { 'deaf.mjs': "process.on('message', () => undefined);" });
    const scorer = start(context, { model: '', script: join(folder, 'deaf.mjs'), patience: 50 });
    assert.match(whyNot(await scorer.score([[1]], watch())), /took longer than 0.05 s 3 times/);
  });

  it('lets nobody wait for ever for what was stopped', async (context) => {
    const folder = folderWith(context, {
      'deaf.mjs': "process.on('message', () => undefined);",
      'hears.mjs': `
        process.on('message', ({ kind }) => process.send(
          kind === 'open' ? { kind: 'opened', runtime: 'native', fellBack: null } : { kind: 'scored', scores: [0.5] },
        ));`,
    });
    const deaf = start(context, { model: '', script: join(folder, 'deaf.mjs') });
    const work = deaf.score([[1]], watch());
    while (!deaf.running) await new Promise((resolve) => setImmediate(resolve));
    deaf.dispose();
    assert.match(whyNot(await work), /its model was closed/);

    const hears = start(context, { model: '', script: join(folder, 'hears.mjs') });
    const fails = (): never => assert.fail('the bar is gone');
    await assert.rejects(hears.score([[1]], watch(fails)), /the bar is gone/);
    assert.deepEqual(await hears.score([[1]], watch()), { kind: 'scores', scores: [[0.5]] });
  });

  it('says what is wrong with a model', async (context) => {
    const folder = folderWith(context, { 'bread.onnx': 'flour, water, salt' });
    writeTinyModel(join(folder, 'three'), 'bert', 3);
    const scorer = (model: string): ScorerProcess => start(context, { model: join(folder, model) });
    assert.match(whyNot(await scorer('bread.onnx').score([sequence], watch())), /the model cannot be used: /);
    assert.match(
      whyNot(await scorer('missing.onnx').score([sequence], watch())),
      /the model cannot be used: /,
    );
    assert.match(
      whyNot(await scorer('three/onnx/model.onnx').score([sequence], watch())),
      /3 numbers of each token, and a scorer of words says 2/,
    );
  });
});

function tinyModel(context: TestContext, kind: TinyKind = 'bert', name = 'model_quantized.onnx'): string {
  const folder = folderWith(context, {});
  writeTinyModel(folder, kind);
  return join(folder, 'onnx', name);
}

function start(
  context: TestContext,
  options: Partial<ScorerProcessOptions> & { model: string },
): ScorerProcess {
  const scorer = new ScorerProcess({ script, idleAfter: 5000, ...options });
  context.after(() => scorer.dispose());
  return scorer;
}

function watch(
  progress: (done: number, total: number) => unknown = () => undefined,
  signal = new AbortController().signal,
) {
  return { signal, progress: (done: number, total: number) => void progress(done, total) };
}

function scoresOf(scores: Scores): readonly (readonly number[])[] {
  return scores.kind === 'scores' ? scores.scores : assert.fail(scores.why);
}

function whyNot(scores: Scores): string {
  return scores.kind === 'failed' ? scores.why : assert.fail('it was scored');
}
