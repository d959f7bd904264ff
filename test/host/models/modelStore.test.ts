import assert from 'node:assert/strict';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { say } from '../../../src/cli/sentences.ts';
import { scoringModels, type ScoringModel } from '../../../src/host/models/manifest.ts';
import { ModelStore, type Fetched } from '../../../src/host/models/modelStore.ts';
import { folderWith } from '../folder.ts';
import { fileServer, sumOf, type Served } from './modelServer.ts';

const tokenizer = '{"model":"of bread"}';
const weights = Buffer.alloc(2_000_000, 'crumb ');

const model: ScoringModel = {
  id: 'sourdough',
  summary: 'bread',
  repository: 'bakery/sourdough',
  revision: 'abc',
  licence: 'MIT',
  weights: 'onnx/model.onnx',
  files: [
    { path: 'tokenizer.json', bytes: tokenizer.length, sha256: sumOf(tokenizer) },
    { path: 'onnx/model.onnx', bytes: 2_000_000, sha256: null },
  ],
};

describe('the store of models', () => {
  it('brings all files of a model, or has none of it', async (context) => {
    const { store, served } = await bakery(context);
    assert.deepEqual(store.stateOf(model), { kind: 'absent' });
    const outcome = await fetched(store, served);
    assert.ok(outcome.kind === 'fetched');
    assert.deepEqual(readFileSync(join(outcome.folder, 'onnx/model.onnx')), weights);
    assert.deepEqual(store.stateOf(model), { kind: 'here', bytes: weights.length + tokenizer.length });
    assert.deepEqual(outcome.firstUse, [
      { path: 'onnx/model.onnx', sha256: sumOf(weights), bytes: weights.length },
    ]);
    assert.ok(served.asked[0]?.endsWith('/bakery/sourdough/resolve/abc/tokenizer.json'));
  });

  it('keeps what came of a model, and goes on from there', async (context) => {
    const { store, served } = await bakery(context);
    served.breaksAfter = 1_000_000;
    assert.match(whyNot(await fetched(store, served)), /^onnx\/model.onnx: the answer broke off/);
    assert.deepEqual(store.stateOf(model), { kind: 'begun' });
    served.breaksAfter = null;
    const seen: number[] = [];
    assert.equal((await fetched(store, served, { progress: (done) => seen.push(done) })).kind, 'fetched');
    assert.ok(Math.min(...seen) > 100_000);
    assert.equal(served.asked.filter((one) => one.includes('tokenizer')).length, 1);
    assert.match(served.asked.at(-1) ?? '', /bytes=\d+-$/);
  });

  it('takes no other file than the published one', async (context) => {
    const { store, served } = await bakery(context);
    served.files.set('bakery/sourdough/resolve/abc/tokenizer.json', Buffer.from('{"model":"of stone"}'));
    assert.match(
      whyNot(await fetched(store, served)),
      /^tokenizer.json: it is not the file that it should be/,
    );
    assert.deepEqual(store.stateOf(model), { kind: 'absent' });
  });

  it('takes no other file than the one that came first, where no sum is published', async (context) => {
    const { store, served } = await bakery(context);
    await fetched(store, served);
    assert.equal(store.remove(model), true);
    const stone = Buffer.from('stone');
    served.files.set('bakery/sourdough/resolve/abc/onnx/model.onnx', stone);
    assert.match(
      whyNot(await fetched(store, served)),
      /thrown away, because that is what came the first time; .*--sha256/,
    );
    assert.match(whyNot(await fetched(store, served, { sha256: sumOf('rye') })), /thrown away$/);
    assert.equal((await fetched(store, served, { sha256: sumOf(stone) })).kind, 'fetched');
    const again = await fetched(store, served, { sha256: sumOf(stone) });
    assert.ok(again.kind === 'fetched' && again.firstUse.length === 0);
  });

  it('sees what is not there as it came', async (context) => {
    const { store, served } = await bakery(context);
    await fetched(store, served);
    truncateSync(join(store.folderOf(model), 'onnx/model.onnx'), 100);
    assert.deepEqual(store.stateOf(model), { kind: 'damaged', file: 'onnx/model.onnx' });
    writeFileSync(join(store.folderOf(model), 'received.json'), 'flour');
    assert.deepEqual(store.stateOf(model), { kind: 'damaged', file: 'received.json' });
    await fetched(store, served);
    assert.equal(store.stateOf(model).kind, 'here');
  });

  it('removes a model with all that was begun of it', async (context) => {
    const { store, served } = await bakery(context);
    served.breaksAfter = 1_000_000;
    await fetched(store, served);
    assert.equal(store.remove(model), true);
    assert.equal(store.remove(model), false);
    assert.deepEqual(store.stateOf(model), { kind: 'absent' });
  });

  it('does not begin what the disk has no room for', async (context) => {
    const { store, served } = await bakery(context);
    const files = [{ path: 'onnx/model.onnx', bytes: 1e18, sha256: null }];
    const outcome = await store.fetch({ ...model, files }, fetching(served));
    assert.match(whyNot(outcome), /^it needs 1000000000000 MB, and the disk has room for \d+ MB: make room/);
    assert.deepEqual(served.asked, []);
  });

  it('says that the disk would not have it', async (context) => {
    const { served } = await bakery(context);
    const file = join(folderWith(context, { data: 'no folder' }), 'data');
    assert.match(
      whyNot(await new ModelStore(file).fetch(model, fetching(served))),
      /a file stands where a folder should/,
    );
  });

  it('leaves a model alone that another process is fetching', async (context) => {
    const { store, served } = await bakery(context);
    await fetched(store, served);
    const begun = join(store.root, 'sourdough.part');
    served.breaksAfter = 10;
    await fetched(store, served);
    writeFileSync(join(begun, 'fetching'), String(process.ppid));
    assert.match(whyNot(await fetched(store, served)), new RegExp(`by process ${process.ppid}: wait`));
    // that of a process which is gone holds nobody
    writeFileSync(join(begun, 'fetching'), '999999999');
    served.breaksAfter = null;
    assert.equal((await fetched(store, served)).kind, 'fetched');
    assert.equal(existsSync(join(store.folderOf(model), 'fetching')), false);
  });
});

describe('the manifest', () => {
  it('names each model once, each with its weights among its files, and sums that can be', () => {
    assert.equal(new Set(scoringModels.map(({ id }) => id)).size, scoringModels.length);
    for (const { id, files, weights } of scoringModels) {
      assert.ok(
        files.some(({ path }) => path === weights),
        id,
      );
      assert.ok(
        files.every(({ sha256 }) => sha256 === null || /^[0-9a-f]{64}$/.test(sha256)),
        id,
      );
      assert.ok(
        files.every(({ path }) => !path.includes('..') && !path.startsWith('/')),
        id,
      );
    }
  });
});

async function bakery(
  context: TestContext,
): Promise<{ readonly store: ModelStore; readonly served: Served }> {
  const at = 'bakery/sourdough/resolve/abc';
  const served = await fileServer(context, {
    [`${at}/tokenizer.json`]: tokenizer,
    [`${at}/onnx/model.onnx`]: weights,
  });
  return { store: new ModelStore(folderWith(context, {})), served };
}

function fetching(served: Served, progress: (done: number, total: number) => unknown = () => undefined) {
  const watch = {
    signal: new AbortController().signal,
    progress: (...now: [number, number]) => void progress(...now),
  };
  return { server: served.address, connection: { env: {}, patience: 5000 }, watch, remedies: say.remedies };
}

function fetched(
  store: ModelStore,
  served: Served,
  {
    sha256 = null,
    progress,
  }: { sha256?: string | null; progress?: (done: number, total: number) => unknown } = {},
): Promise<Fetched> {
  return store.fetch(model, { ...fetching(served, progress), sha256 });
}

function whyNot(outcome: Fetched): string {
  return outcome.kind === 'problem' ? outcome.why : assert.fail('it was fetched');
}
