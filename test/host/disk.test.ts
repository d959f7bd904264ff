import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { ftruncateSync, mkdirSync, openSync, closeSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Disk, within } from '../../src/host/disk.ts';
import { readRegularFile } from '../../src/host/regularFile.ts';
import { folderWith } from './folder.ts';

const unreadable = (why: string) => ({ kind: 'unreadable', why });

describe('a folder on disk', () => {
  it('reads a file below it', (context) => {
    const disk = new Disk(folderWith(context, { 'ovens/stone/log.ts': 'export const heat = 280;' }));
    assert.deepEqual(disk.readFile('ovens/stone/log.ts'), { kind: 'text', text: 'export const heat = 280;' });
  });

  it('says null where there is no such file, and never throws', (context) => {
    const disk = new Disk(folderWith(context, { 'oven.ts': '' }));
    for (const path of ['cellar.ts', 'cellar/oven.ts', 'oven.ts/door.ts', 'oven\0.ts'])
      assert.equal(disk.readFile(path), null, JSON.stringify(path));
  });

  it('tells a folder from a file', (context) => {
    const root = folderWith(context, {});
    mkdirSync(join(root, 'oven.ts'));
    assert.deepEqual(new Disk(root).readFile('oven.ts'), unreadable('a folder'));
  });

  it('does not open a file of 50 MB, nor wait for a pipe', (context) => {
    const root = folderWith(context, {});
    const file = openSync(join(root, 'flour.ts'), 'w');
    ftruncateSync(file, 50 * 1024 * 1024);
    closeSync(file);
    assert.deepEqual(new Disk(root).readFile('flour.ts'), unreadable('larger than 2 MB'));
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(root, 'tap.ts')]);
    assert.deepEqual(new Disk(root).readFile('tap.ts'), unreadable('not a regular file'));
  });

  it('reads a file of exactly 2 MB', (context) => {
    const root = folderWith(context, {
      'dough.ts': 'x'.repeat(2 * 1024 * 1024),
      'more.ts': 'x'.repeat(2 * 1024 * 1024 + 1),
    });
    assert.equal(new Disk(root).readFile('dough.ts')?.kind, 'text');
    assert.deepEqual(new Disk(root).readFile('more.ts'), unreadable('larger than 2 MB'));
  });

  it('reads a vocabulary wherever it stands, up to 64 MB', (context) => {
    const outside = folderWith(context, { 'tokenizer.json': '{}' });
    const disk = new Disk(folderWith(context, { 'gemma/tokenizer.json': '{"rye": 1}' }));
    assert.deepEqual(disk.loadTokenizer('./gemma/tokenizer.json'), { kind: 'text', text: '{"rye": 1}' });
    assert.deepEqual(disk.loadTokenizer(join(outside, 'tokenizer.json')), { kind: 'text', text: '{}' });
    assert.deepEqual(disk.loadTokenizer('tokenizer.json'), unreadable('there is no such file'));
    const file = openSync(join(outside, 'flour.json'), 'w');
    ftruncateSync(file, 65 * 1024 * 1024);
    closeSync(file);
    assert.deepEqual(disk.loadTokenizer(join(outside, 'flour.json')), unreadable('larger than 64 MB'));
  });

  it('never leaves the folder', (context) => {
    const outside = folderWith(context, { 'recipe.ts': 'secret', 'more/recipe.ts': 'secret' });
    const root = folderWith(context, { 'bread.ts': 'bread' });
    symlinkSync(join(outside, 'recipe.ts'), join(root, 'recipe.ts'));
    symlinkSync(join(outside, 'more'), join(root, 'more'));
    const disk = new Disk(root);
    for (const path of ['recipe.ts', 'more/recipe.ts', `../${outside.split('/').pop()}/recipe.ts`, '..'])
      assert.deepEqual(disk.readFile(path), unreadable('outside the folder'), path);
  });

  it('does not take a folder whose name begins like its own for itself', (context) => {
    const parent = folderWith(context, { 'shop/a.ts': 'a', 'shop-secret/b.ts': 'b' });
    symlinkSync(join(parent, 'shop-secret/b.ts'), join(parent, 'shop/b.ts'));
    assert.deepEqual(new Disk(join(parent, 'shop')).readFile('b.ts'), unreadable('outside the folder'));
  });

  it('follows links that stay inside, and sees those that go round', (context) => {
    const root = folderWith(context, { 'src/bread.ts': 'bread' });
    symlinkSync('src/bread.ts', join(root, 'loaf.ts'));
    symlinkSync('src', join(root, 'source'));
    symlinkSync('round.ts', join(root, 'round.ts'));
    const disk = new Disk(root);
    assert.deepEqual(disk.readFile('loaf.ts'), { kind: 'text', text: 'bread' });
    assert.deepEqual(disk.readFile('source/bread.ts'), { kind: 'text', text: 'bread' });
    assert.deepEqual(disk.readFile('round.ts'), unreadable('a link that leads back to itself'));
  });

  it('says when a name is longer than the system allows', (context) => {
    const disk = new Disk(folderWith(context, {}));
    assert.deepEqual(disk.readFile(`${'r'.repeat(300)}.ts`), unreadable('its name is too long'));
  });
});

describe('reading a file that a person named', () => {
  it('says why it cannot', (context) => {
    const root = folderWith(context, { 'price-list.bin': 'roll\0\0' });
    assert.deepEqual(readRegularFile(join(root, 'price-list.bin')), unreadable('binary'));
    assert.deepEqual(readRegularFile(join(root, 'price-list.txt')), unreadable('there is no such file'));
    assert.deepEqual(readRegularFile(root), unreadable('a folder'));
  });
});

describe('within', () => {
  it('knows what lies in a folder', () => {
    assert.ok(within('/bakery', '/bakery'));
    assert.ok(within('/bakery', '/bakery/..oven/log.ts'));
    assert.ok(!within('/bakery', '/'));
    assert.ok(!within('/bakery', '/bakery-two/log.ts'));
  });
});
