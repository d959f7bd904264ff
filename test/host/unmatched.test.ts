import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultConfig } from '../../src/core/config.ts';
import { unmatchedGlobs } from '../../src/host/unmatched.ts';
import { folderWith } from './folder.ts';

describe('globs that match nothing', () => {
  const files = ['bread/rye.ts', 'cake/tart.py'];

  it('are told, each with its place in the configuration', (context) => {
    const root = folderWith(context, { 'bread/rye.ts': '', 'cake/tart.py': '' });
    const config = { include: ['bread/**', 'braed/**'], exclude: ['**/trays', 'cake'] };
    assert.deepEqual(unmatchedGlobs(root, config, files), [
      { path: ['include', 1], glob: 'braed/**' },
      { path: ['exclude', 0], glob: '**/trays' },
    ]);
  });

  it('are not those that leave out what is no source', (context) => {
    const root = folderWith(context, { 'bread/notes.md': '' });
    assert.deepEqual(unmatchedGlobs(root, { ...defaultConfig, exclude: ['**/*.md'] }, files), []);
  });

  it('are not those for what a fresh clone does not have', (context) => {
    const root = folderWith(context, { '.gitignore': 'build/\n*.gen.ts\n' });
    const exclude = ['node_modules/**', '**/dist', 'build/**', 'build/site/old/**', '**/menu.gen.ts'];
    assert.deepEqual(unmatchedGlobs(root, { ...defaultConfig, exclude }, files), []);
  });

  it('are not the default', (context) => {
    assert.deepEqual(unmatchedGlobs(folderWith(context, {}), defaultConfig, []), []);
  });
});
