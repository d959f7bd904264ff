import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

const compiled = new URL('../../../src/host/cache/compiled.ts', import.meta.url).href;

describe('what V8 made of our code', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'promptmeter-compiled-'));
    writeFileSync(join(root, 'oven.mjs'), 'export const loaves = 3;\n');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** Starts a process that keeps what it compiles, then loads a module. @param env that the process hears of. */
  const start = (script: string, env: Record<string, string>): string => {
    const code = `import { keepCompiled } from ${JSON.stringify(compiled)};
      keepCompiled(${JSON.stringify(script)}, ${JSON.stringify(env)});
      console.log((await import('./oven.mjs')).loaves);`;
    const words = ['--input-type=module', '-e', code];
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    return stdout + stderr;
  };
  const folder = (): string => join(root, 'cache/promptmeter/compiled');

  it('is kept for the next start, in the folder of the caches', () => {
    const env = { XDG_CACHE_HOME: join(root, 'cache'), LOCALAPPDATA: join(root, 'cache') };
    assert.equal(start('file:///harbour/cli.js', env), '3\n');
    assert.equal(readdirSync(folder()).length, 1);
    assert.equal(start('file:///harbour/cli.js', env), '3\n');
  });

  it('is not kept of sources', () => {
    assert.equal(start('file:///harbour/main.ts', { XDG_CACHE_HOME: join(root, 'cache') }), '3\n');
    assert.equal(existsSync(folder()), false);
  });

  it('is not kept where the system names no place for it, or the place cannot be written', () => {
    assert.equal(start('file:///harbour/cli.js', {}), '3\n');
    writeFileSync(join(root, 'cache'), '');
    assert.equal(start('file:///harbour/cli.js', { XDG_CACHE_HOME: join(root, 'cache') }), '3\n');
  });
});
