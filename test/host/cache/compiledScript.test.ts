import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { runCompiled } from '../../../src/host/cache/compiledScript.ts';
import { folderWith } from '../folder.ts';

const oven = `((exports, require, url) => {
  exports.bake = (loaves) => require('node:path').posix.join(url.split('/').at(-1), String(loaves));
})`;

describe('a bundle that runs as a script', () => {
  it('does what it did, with what was kept of it', (context) => {
    const kitchen = opened(context);
    assert.deepEqual([kitchen.bake(3), kitchen.kept().length], ['oven.cjs/3', 1]);
    const [file = ''] = kitchen.kept();
    const before = readFileSync(file);
    assert.deepEqual([kitchen.bake(4), kitchen.kept()], ['oven.cjs/4', [file]]);
    assert.deepEqual(readFileSync(file), before, 'nothing more was compiled, so nothing is written');
  });

  for (const [says, spoil] of [
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['has another byte', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')])],
    ['is no such file', () => Buffer.from('a baguette')],
    ['is empty', () => Buffer.alloc(0)],
  ] as const)
    it(`is compiled again where what was kept ${says}`, (context) => {
      const kitchen = opened(context);
      kitchen.bake(3);
      const [file = ''] = kitchen.kept();
      writeFileSync(file, spoil(readFileSync(file)));
      assert.equal(kitchen.bake(5), 'oven.cjs/5');
      const [sum, size] = readFileSync(file).toString('latin1').split('\n')[0]?.split(' ') ?? [];
      assert.match(sum ?? '', /^[0-9a-z]+-[0-9a-f]{8}$/);
      assert.ok(Number(size) > 0);
    });

  it('keeps what it compiled for its build alone, and no more than eight of them', (context) => {
    const kitchen = opened(context);
    for (const build of 'rye spelt wheat oats barley emmer teff buckwheat corn millet'.split(' ')) {
      writeFileSync(join(kitchen.root, 'build'), `${build}\n`);
      assert.equal(kitchen.bake(1), 'oven.cjs/1');
    }
    assert.equal(kitchen.kept().length, 8);
    assert.ok(kitchen.kept().some((file) => file.includes(`millet-${process.version}`)));
  });

  it('keeps what it compiled of two bundles apart', (context) => {
    const kitchen = opened(context);
    kitchen.bake(3);
    const [file = ''] = kitchen.kept();
    const before = readFileSync(file);
    const cellar = join(kitchen.root, 'cellar.cjs');
    writeFileSync(cellar, '((exports) => { exports.keep = (loaves) => `${loaves} loaves`; })');
    const script = runCompiled(cellar, kitchen.env);
    assert.equal((script.exports as { keep(loaves: number): string }).keep(2), '2 loaves');
    script.keep();
    assert.equal(kitchen.kept().length, 2);
    assert.deepEqual(readFileSync(file), before);
  });

  it('runs where nothing can be kept', (context) => {
    const kitchen = opened(context);
    writeFileSync(join(kitchen.root, 'cache'), 'not a folder');
    assert.equal(kitchen.bake(2), 'oven.cjs/2');
    assert.equal(runCompiled(kitchen.file, {}).keep(), undefined);
  });
});

function opened(context: TestContext) {
  const root = folderWith(context, { 'oven.cjs': oven, build: 'rye\n' });
  const file = join(root, 'oven.cjs');
  const env = { XDG_CACHE_HOME: join(root, 'cache'), LOCALAPPDATA: join(root, 'cache') };
  const folder = join(root, 'cache/promptmeter/scripts');
  return {
    root,
    file,
    env,
    kept: () => readdirSync(folder).map((name) => join(folder, name)),
    /** Runs it as a process would, and keeps what it compiled. */
    bake: (loaves: number): string => {
      const script = runCompiled(file, env);
      const { bake } = script.exports as { bake(loaves: number): string };
      const answer = bake(loaves);
      script.keep();
      return answer;
    },
  };
}
