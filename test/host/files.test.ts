import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findFiles, type FilesQuery } from '../../src/host/files.ts';
import { folderWith } from './folder.ts';

function find(root: string, query: Partial<Omit<FilesQuery, 'root'>> = {}): readonly string[] {
  const config = { include: ['**/*'], exclude: [] };
  return findFiles({ root, from: [''], config, ignoring: true, ...query }).files;
}

const empty = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, '']));

describe('finding files', () => {
  it('finds those of the languages we read, sorted', (context) => {
    const root = folderWith(
      context,
      empty('shop/b.ts', 'shop/a.py', 'Zopf.tsx', 'a.jsx', 'list.txt', 'Makefile', '.hidden/c.mjs'),
    );
    assert.deepEqual(find(root), ['.hidden/c.mjs', 'Zopf.tsx', 'a.jsx', 'shop/a.py', 'shop/b.ts']);
  });

  it('leaves out packages and build output', (context) => {
    const root = folderWith(
      context,
      empty(
        'src/a.ts',
        'node_modules/p/a.js',
        'src/node_modules/p/a.js',
        'dist/a.js',
        '.git/hooks/a.py',
        '.venv/lib/a.py',
      ),
    );
    assert.deepEqual(find(root), ['src/a.ts']);
    assert.deepEqual(find(root, { ignoring: false }), [
      '.venv/lib/a.py',
      'dist/a.js',
      'node_modules/p/a.js',
      'src/a.ts',
      'src/node_modules/p/a.js',
    ]);
  });

  it('honours ignore files of every folder as Git does', (context) => {
    const root = folderWith(context, {
      ...empty(
        'a.gen.ts',
        'kept.gen.ts',
        'old/a.ts',
        'src/old/a.ts',
        'src/b.gen.ts',
        'src/c.ts',
        'src/sub/c.ts',
        'mine.ts',
      ),
      '.gitignore': '*.gen.ts\n!kept.gen.ts\n/old\n',
      'src/.gitignore': '!b.gen.ts\n/c.ts\n',
      '.git/info/exclude': 'mine.ts\n',
    });
    assert.deepEqual(find(root), ['kept.gen.ts', 'src/b.gen.ts', 'src/old/a.ts', 'src/sub/c.ts']);
  });

  it('asks the ignore files above a starting point', (context) => {
    const root = folderWith(context, {
      ...empty('shop/src/a.gen.ts', 'shop/src/a.ts', 'b.ts'),
      '.gitignore': '*.gen.ts',
    });
    assert.deepEqual(find(root, { from: ['shop/src'] }), ['shop/src/a.ts']);
  });

  it('reads what was named even where an ignore file names it', (context) => {
    const root = folderWith(context, {
      ...empty('gen/a.ts', 'gen/dist/b.ts', 'b.ts'),
      '.gitignore': 'gen\nb.ts\n',
    });
    assert.deepEqual(find(root, { from: ['gen', 'b.ts'] }), ['b.ts', 'gen/a.ts']);
  });

  it('includes and excludes by globs, also what was named', (context) => {
    const root = folderWith(context, empty('src/a.ts', 'src/b.ts', 'src/tests/a.ts', 'tools/a.ts'));
    const config = { include: ['src/**'], exclude: ['**/tests', '**/b.ts'] };
    assert.deepEqual(find(root, { config }), ['src/a.ts']);
    const left = (from: string) => findFiles({ root, from: [from], config, ignoring: true });
    const why = 'left out by "exclude"';
    for (const path of ['src/b.ts', 'src/tests', 'src/tests/a.ts'])
      assert.deepEqual(left(path), { files: [], unread: [{ path, why }] });
  });

  it('says when what was named is in no language that is read', (context) => {
    const root = folderWith(context, empty('list.txt'));
    const { unread } = findFiles({
      root,
      from: ['list.txt'],
      config: { include: ['**/*'], exclude: [] },
      ignoring: true,
    });
    assert.deepEqual(unread, [{ path: 'list.txt', why: 'not in a language that promptmeter reads' }]);
  });

  it('does not walk links, so that a loop of them leads nowhere', (context) => {
    const root = folderWith(context, empty('src/a.ts'));
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('.', join(root, 'here'));
    symlinkSync('src/a.ts', join(root, 'again.ts'));
    symlinkSync('nowhere.ts', join(root, 'lost.ts'));
    assert.deepEqual(find(root), ['src/a.ts']);
  });

  it('finds a file once, however often it is named', (context) => {
    const root = folderWith(context, empty('src/a.ts'));
    assert.deepEqual(find(root, { from: ['src', '', 'src/a.ts'] }), ['src/a.ts']);
  });

  it('reads on where an ignore file is a folder or says nonsense', (context) => {
    const root = folderWith(context, {
      ...empty('.gitignore/a.ts', 'src/b.ts'),
      'src/.gitignore': '[\n\\\n!\n#\n   \n',
    });
    assert.deepEqual(find(root), ['.gitignore/a.ts', 'src/b.ts']);
  });

  it('goes as deep as folders go', (context) => {
    const deep = `${'f/'.repeat(400)}a.ts`;
    assert.deepEqual(find(folderWith(context, empty(deep))), [deep]);
  });
});
