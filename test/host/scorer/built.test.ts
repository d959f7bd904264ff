import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { ScorerProcess } from '../../../src/host/scorer/scorerProcess.ts';
import { writeTinyModel } from '../../tinyModels/write.ts';
import { folderWith } from '../folder.ts';

const libraries = resolve('node_modules/onnxruntime-node/bin/napi-v6', process.platform, process.arch);

describe('the scorer as it ships', () => {
  it('runs as WebAssembly where the package is for every system', async (context) => {
    const said: string[] = [];
    const scores = await score(context, shipped(context), (why) => said.push(why));
    assert.equal(scores.length, 4);
    assert.deepEqual(said, [`there is none for ${process.platform}-${process.arch} here`]);
  });

  it('runs as native code where the package is for this one', async (context) => {
    const folder = shipped(context);
    const bin = join(folder, 'dist/onnxruntime/bin');
    mkdirSync(bin);
    for (const name of readdirSync(libraries)) symlinkSync(join(libraries, name), join(bin, name));
    const scores = await score(context, folder, (why) => assert.fail(why));
    assert.equal(scores.length, 4);
  });
});

/** What of `dist` the scorer needs, in a folder without `node_modules`. */
function shipped(context: TestContext): string {
  const folder = folderWith(context, { 'package.json': '{"type":"module"}' });
  for (const path of ['dist/scorer.js', 'dist/onnxruntime', 'dist/chunks'])
    cpSync(path, join(folder, path), { recursive: true });
  return folder;
}

async function score(
  context: TestContext,
  folder: string,
  onFallback: (why: string) => void,
): Promise<readonly number[]> {
  writeTinyModel(join(folder, 'model'), 'bert');
  const script = join(folder, 'dist/scorer.js');
  const model = join(folder, 'model/onnx/model_quantized.onnx');
  const scorer = new ScorerProcess({ script, model, idleAfter: 5000, onFallback });
  context.after(() => scorer.dispose());
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  const outcome = await scorer.score([[2, 60, 70, 3]], watch);
  return outcome.kind === 'scores' ? (outcome.scores[0] ?? []) : assert.fail(outcome.why);
}
