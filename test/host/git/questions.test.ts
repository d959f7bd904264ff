import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { gitEnvironment } from '../../../src/host/git/environment.ts';
import { Git } from '../../../src/host/git/git.ts';
import { linesWith } from '../../../src/host/git/questions.ts';
import { git } from '../../cli/git.ts';
import { folderWith } from '../folder.ts';

describe('the lines with one of some words', () => {
  it('are found where a longer one begins there, and is none', async (context) => {
    const names = ['tide', 'tide-table', 'tide-table-of', 'tides'];
    assert.deepEqual(await found(context, names, ['tide-tables', 'tide-table-off', 'tidesmen', 'x tide']), [
      'tide-tables',
      'tide-table-off',
      'x tide',
    ]);
  });

  it('are those with a whole word, and no other', async (context) => {
    assert.deepEqual(await found(context, ['quay'], ['quayside', 'a_quay', './quay.ts', 'quay', 'Quay']), [
      './quay.ts',
      'quay',
    ]);
  });

  it('are found by their letters, whatever these are in a pattern', async (context) => {
    const names = ['[slug]', 'a.b', 'c+', '(group)', '{x}', 'p|q', 'm^n$', 'back\\slash', 'star*'];
    const others = ['slug', 'axb', 'cc', 'group', 'x', 'pq'];
    assert.deepEqual(await found(context, names, [...others, ...names]), names);
  });
});

/** Which of these lines git finds, each of which stands in a file. */
async function found(
  context: TestContext,
  words: readonly string[],
  lines: readonly string[],
): Promise<string[]> {
  const root = folderWith(context, { 'words.txt': lines.map((line) => `${line}\n`).join('') });
  git(['init', '-q'], root);
  git(['add', '-A'], root);
  const { out } = await new Git(root, gitEnvironment(root, root, process.env)).ask(...linesWith(words));
  return out
    .toString()
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.slice(row.indexOf('\0') + 1));
}
