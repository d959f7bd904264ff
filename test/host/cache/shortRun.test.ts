import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

const shortRun = new URL('../../../src/host/cache/shortRun.ts', import.meta.url).href;

describe('a process that ends soon', () => {
  it('tells V8 so with flags that this one knows: others it would name on standard error', () => {
    const code = `import { expectLongRun, expectShortRun } from ${JSON.stringify(shortRun)};
      expectShortRun();
      expectLongRun();
      console.log(/^[0-9]+ loaves$/.test('12 loaves'));`;
    const words = ['--input-type=module', '-e', code];
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    assert.deepEqual([stdout, stderr], ['true\n', '']);
  });
});
