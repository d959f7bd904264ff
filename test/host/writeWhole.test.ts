import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { writeWhole } from '../../src/host/replaceFile.ts';
import { Sandbox } from '../cli/console.ts';

function harbour(test: TestContext): Sandbox {
  const sandbox = new Sandbox(undefined, 'none');
  test.after(() => sandbox.remove());
  return sandbox;
}

describe('a file that is written as a whole', () => {
  it('is there afterwards, and nothing beside it', (test) => {
    const { root } = harbour(test);
    writeWhole(join(root, 'tides.json'), '{}\n');
    assert.deepEqual(readdirSync(root), ['tides.json']);
    assert.equal(readFileSync(join(root, 'tides.json'), 'utf8'), '{}\n');
  });

  it('keeps the rights of the one before, and stays where a link leads', (test) => {
    const sandbox = harbour(test);
    const [file, link] = [join(sandbox.root, 'tides.json'), join(sandbox.root, 'today.json')];
    sandbox.write('tides.json', 'low');
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    writeWhole(link, 'high');
    assert.equal(readFileSync(file, 'utf8'), 'high');
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  it('is the one before where the new one cannot be written, and nothing is left beside it', (test) => {
    const sandbox = harbour(test);
    sandbox.write('quay/crane', 'steel');
    assert.throws(() => writeWhole(join(sandbox.root, 'quay'), 'stone'), { code: 'EISDIR' });
    assert.throws(() => writeWhole(join(sandbox.root, 'fog/quay'), 'stone'), { code: 'ENOENT' });
    assert.equal(readFileSync(join(sandbox.root, 'quay/crane'), 'utf8'), 'steel');
    assert.deepEqual(readdirSync(sandbox.root), ['quay']);
  });
});
