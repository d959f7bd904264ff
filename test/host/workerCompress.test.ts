import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { AnalyzerThread, type Outcome } from '../../src/host/analyzer.ts';
import type { CompressQuestion, PromptCompression } from '../../src/host/workerCompress.ts';
import { writeTinyModel } from '../tinyModels/write.ts';
import { folderWith } from './folder.ts';

const script = new URL('../../src/host/worker.ts', import.meta.url);
const sentence =
  'The baker kneads the dough in the quiet morning, sings an old song about the sea, and wipes flour from the long wooden table. ';

describe('a compression in a thread', () => {
  it('leaves out what a model scores low, and says how far it is', async (context) => {
    const { ask, model } = bakery(context, sentence.repeat(60));
    const seen: number[] = [];
    const scorer = { folder: model, weights: null, rate: 0.6 };
    const made = answered(await ask({ scorer }, (done, total) => seen.push(done / total)));
    assert.equal(made.engine, 'llmlingua2');
    assert.ok(made.compression.tokens.after < made.compression.tokens.before);
    assert.equal(made.slow, null);
    assert.ok(seen.length >= 2 && seen.at(-1) === 1, String(seen));
  });

  it('takes a part of what a model left out', async (context) => {
    const { ask, model } = bakery(context, sentence.repeat(4));
    const { engine, of, compression } = answered(
      await ask({ scorer: { folder: model, weights: null, rate: 0.5 } }),
    );
    const [first] = compression.edits;
    assert.ok(first && compression.edits.length > 1);
    const part = answered(await ask({ taken: { engine, of, edits: [first], rules: compression.rules } }));
    assert.equal(part.engine, 'llmlingua2');
    assert.deepEqual(part.compression.edits, [first]);
  });

  it('says how far the rules are', async (context) => {
    const { ask } = bakery(context, sentence);
    const seen: number[] = [];
    assert.equal(answered(await ask({}, (done, total) => seen.push(done / total))).engine, 'lexical');
    assert.ok(seen.length > 2);
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
  });

  it('ends at once when it is stopped, and the process of its model with it', async (context) => {
    const { ask, thread, model } = bakery(context, sentence.repeat(2000));
    const scorer = { folder: model, weights: null, rate: 0.6 };
    const outcome = await ask({ scorer }, () => thread.stop());
    assert.deepEqual(outcome, { kind: 'superseded' });
    while (process.platform !== 'win32' && scorerProcesses() > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(answered(await ask({})).engine, 'lexical');
  });

  it('says why a model cannot be used', async (context) => {
    const { ask, folder } = bakery(context, sentence);
    const failing = async (name: string): Promise<string> => {
      const outcome = await ask({ scorer: { folder: join(folder, name), weights: null, rate: 0.6 } });
      return outcome.kind === 'failed' ? outcome.why : assert.fail(outcome.kind);
    };
    assert.match(await failing('pantry'), /there is no folder .*pantry: check the spelling/);
    assert.match(await failing('.'), /holds no model: put its ONNX file there/);
  });
});

function bakery(context: TestContext, text: string) {
  const folder = folderWith(context, {});
  const model = join(folder, 'model');
  writeTinyModel(model, 'bert');
  const thread = new AnalyzerThread({ script, idleAfter: 60_000, patience: null });
  context.after(() => thread.dispose());
  thread.openWorkspace({ key: 'bakery', root: null, from: '', trusted: true, settings: {} });
  thread.setBuffer('bakery', 'AGENTS.md', text);
  const ask = (
    question: Partial<CompressQuestion>,
    progress?: (done: number, total: number) => void,
  ): Promise<Outcome<PromptCompression | null>> =>
    thread.ask(
      'compress',
      {
        kind: 'compress',
        key: 'bakery',
        path: 'AGENTS.md',
        id: 'AGENTS.md#prompt',
        level: 'balanced',
        known: null,
        scorer: null,
        taken: null,
        ...question,
      },
      progress,
    );
  return { folder, model, thread, ask };
}

function answered(outcome: Outcome<PromptCompression | null>): PromptCompression {
  assert.ok(outcome.kind === 'answer', JSON.stringify(outcome));
  return outcome.value ?? assert.fail('there is no such prompt');
}

/** How many processes of models run that this one has started. */
function scorerProcesses(): number {
  const all = execFileSync('ps', ['-e', '-o', 'ppid=,args='], { encoding: 'utf8' });
  return all
    .split('\n')
    .filter((line) => line.trim().startsWith(`${process.pid} `) && line.includes('scorer/child')).length;
}
