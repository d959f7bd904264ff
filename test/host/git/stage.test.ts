import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { gitEnvironment } from '../../../src/host/git/environment.ts';
import { Git } from '../../../src/host/git/git.ts';
import { stageText, type Staged } from '../../../src/host/git/stage.ts';
import { folderWith } from '../folder.ts';

const before = 'Name the berth.\n';
const after = 'Name it.\n';

describe('a staged text', () => {
  it('is put into the file as well, where that is the same', async (context) => {
    const git = await harbour(context);
    assert.deepEqual(await stage(git), { kind: 'both' });
    assert.equal(readFileSync(join(git.root, 'quay/berth.txt'), 'utf8'), after);
    assert.equal((await git.ask(['cat-file', 'blob', ':quay/berth.txt'])).out.toString(), after);
  });

  it('is not written through a link that stands in the place of the file', async (context) => {
    const git = await harbour(context);
    const outside = join(folderWith(context, { 'berth.txt': before }), 'berth.txt');
    rmSync(join(git.root, 'quay/berth.txt'));
    symlinkSync(outside, join(git.root, 'quay/berth.txt'));
    assert.deepEqual(await stage(git), { kind: 'index' });
    assert.equal(readFileSync(outside, 'utf8'), before);
    assert.ok(lstatSync(join(git.root, 'quay/berth.txt')).isSymbolicLink());
  });

  // nothing is closed to root
  it('stays staged where the file cannot be written', { skip: process.getuid?.() === 0 }, async (context) => {
    const git = await harbour(context);
    chmodSync(join(git.root, 'quay'), 0o555);
    context.after(() => chmodSync(join(git.root, 'quay'), 0o755));
    assert.deepEqual(await stage(git), { kind: 'unwritten' });
    assert.equal((await git.ask(['cat-file', 'blob', ':quay/berth.txt'])).out.toString(), after);
  });
});

describe('an answer of git', () => {
  it('is cut off where it is longer than anybody wants to hear', async (context) => {
    const git = await harbour(context);
    const asked = ['cat-file', 'blob', ':quay/berth.txt'];
    assert.equal((await git.ask(asked, '', before.length)).code, 0);
    assert.equal((await git.ask(asked, '', before.length - 1)).code, null);
    assert.equal(git.askNow(asked, '', before.length - 1).code, null);
  });
});

async function harbour(context: TestContext): Promise<Git> {
  const root = folderWith(context, { 'quay/berth.txt': before });
  const git = new Git(root, gitEnvironment(root, root, process.env));
  assert.equal((await git.ask(['init', '-q'])).code, 0);
  assert.equal((await git.ask(['add', '-A'])).code, 0);
  return git;
}

async function stage(git: Git): Promise<Staged> {
  const { out } = await git.ask(['rev-parse', ':quay/berth.txt']);
  const entry = { mode: '100644', oid: out.toString().trim() };
  return stageText(git, 'quay/berth.txt', { entry, bytes: Buffer.from(before), before, after });
}
