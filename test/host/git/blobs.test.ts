import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBlobs } from '../../../src/host/git/blobs.ts';

const told = (out: Buffer | string): [string, string][] =>
  [...readBlobs(Buffer.from(out))].map(([oid, bytes]) => [oid, bytes.toString()]);

describe('what git tells of several objects at once', () => {
  it('is the bytes of each, whatever stands in them', () => {
    const out = 'a1 blob 13\ntide\n2 blob 3\nb2 blob 0\n\nc3 blob 5\nquays\n';
    assert.deepEqual(told(out), [
      ['a1', 'tide\n2 blob 3'],
      ['b2', ''],
      ['c3', 'quays'],
    ]);
  });

  it('leaves out what is not there, and what is no file', () => {
    assert.deepEqual(told('a1 missing\nb2 tree 2\nxy\nc3 blob 3\nfog\n'), [['c3', 'fog']]);
  });

  it('leaves out what was cut off', () => {
    assert.deepEqual(told('a1 blob 3\nfog\nb2 blob 9\nharb'), [['a1', 'fog']]);
    assert.deepEqual(told('a1 bl'), []);
    assert.deepEqual(told(''), []);
  });
});
