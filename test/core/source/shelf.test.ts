import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shelf } from '../../../src/core/source/shelf.ts';
import type { Unit } from '../../../src/core/source/workspace.ts';

/** All that a shelf looks at of a unit. */
function unit(path: string, characters: number): Unit {
  return { path, text: '~'.repeat(characters) } as Unit;
}

/** @returns the paths of those that had to go. */
function place(shelf: Shelf, path: string, characters: number): string[] {
  const gone = shelf.makeRoom(characters).map((one) => one.path);
  shelf.put(unit(path, characters));
  return gone;
}

test('what was used longest ago goes when there is no place left', () => {
  const shelf = new Shelf(10);
  assert.deepEqual(place(shelf, 'pier.ts', 4), []);
  assert.deepEqual(place(shelf, 'quay.ts', 4), []);
  assert.equal(shelf.get('pier.ts')?.path, 'pier.ts');
  assert.deepEqual(place(shelf, 'buoy.ts', 4), ['quay.ts']);
  assert.equal(shelf.get('quay.ts'), null);
});

test('what there is place made for stays, however large it is', () => {
  const shelf = new Shelf(10);
  place(shelf, 'pier.ts', 4);
  assert.deepEqual(place(shelf, 'port.ts', 40), ['pier.ts']);
  assert.equal(shelf.get('port.ts')?.text.length, 40);
  assert.deepEqual(place(shelf, 'buoy.ts', 1), ['port.ts']);
});

test('what is taken, or put once more, makes place', () => {
  const shelf = new Shelf(10);
  place(shelf, 'pier.ts', 6);
  shelf.put(unit('pier.ts', 8));
  assert.equal(shelf.take('pier.ts')?.text.length, 8);
  assert.equal(shelf.take('pier.ts'), null);
  assert.deepEqual(place(shelf, 'quay.ts', 10), []);
});
