import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Assets } from '../../../src/host/assets.ts';
import { gitEnvironment } from '../../../src/host/git/environment.ts';
import { Git } from '../../../src/host/git/git.ts';
import { openIndex } from '../../../src/host/git/readIndex.ts';
import { Snapshot } from '../../../src/host/git/snapshot.ts';
import { git } from '../../cli/git.ts';
import { folderWith } from '../folder.ts';

const [staged, later] = ['You know the tides.\n', 'You know the tides, and the fog.\n'];

describe('a text that is offered for a file of an index', () => {
  it('is read where git has the same there, and spares it the question', async (context) => {
    const snapshot = await withoutObjects(context);
    assert.equal(snapshot.readFile('tide.md')?.kind, 'unreadable', 'git is asked, and cannot tell');
    const other = await withoutObjects(context);
    other.offer('tide.md', staged);
    assert.deepEqual(other.readFile('tide.md'), { kind: 'text', text: staged });
  });

  it('counts for nothing where there is no such file', async (context) => {
    const snapshot = await withoutObjects(context);
    snapshot.offer('fog.md', staged);
    assert.equal(snapshot.readFile('fog.md'), null);
  });
});

it('what git was asked for ahead is read without another question', async (context) => {
  const root = folderWith(context, { 'tide.md': staged, 'fog.md': later });
  git(['init', '-q'], root);
  git(['add', '-A'], root);
  const oid = git(['rev-parse', ':tide.md'], root).stdout.trim();
  const asked = new Git(root, gitEnvironment(root, root, process.env));
  asked.readAhead([oid, ':fog.md', ':nothing.md']);
  await asked.readAheadDone();
  rmSync(join(root, '.git/objects'), { recursive: true });
  for (const name of ['tide.md', 'fog.md']) writeFileSync(join(root, name), 'You know nothing.\n');
  const index = await openIndex(asked);
  assert.ok(index !== null);
  const snapshot = new Snapshot(asked, index.entries, new Assets());
  assert.deepEqual(snapshot.readFile('tide.md'), { kind: 'text', text: staged });
  assert.deepEqual(snapshot.readFile('fog.md'), { kind: 'text', text: later });
  assert.equal(asked.content('0'.repeat(40)), null);
});

it('of what is asked for ahead only so much is taken that nobody waits for it', async (context) => {
  const root = folderWith(context, { 'tide.md': staged, 'log.md': 'fog\n'.repeat(3_000_000) });
  git(['init', '-q'], root);
  git(['add', '-A'], root);
  const [tide = '', log = ''] = ['tide', 'log'].map((name) =>
    git(['rev-parse', `:${name}.md`], root).stdout.trim(),
  );
  const asked = new Git(root, gitEnvironment(root, root, process.env));
  asked.readAhead([tide, log]);
  await asked.readAheadDone();
  assert.equal(asked.content(tide)?.toString(), staged);
  assert.equal(asked.content(log), null);
});

/** What is staged, where the file has changed since and git has lost what was in it. */
async function withoutObjects(context: TestContext): Promise<Snapshot> {
  const root = folderWith(context, { 'tide.md': staged });
  git(['init', '-q'], root);
  git(['add', '-A'], root);
  rmSync(join(root, '.git/objects'), { recursive: true });
  writeFileSync(join(root, 'tide.md'), later);
  const asked = new Git(root, gitEnvironment(root, root, process.env));
  const index = await openIndex(asked);
  assert.ok(index !== null);
  return new Snapshot(asked, index.entries, new Assets());
}
