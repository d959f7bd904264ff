import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from '../../src/host/decode.ts';

const text = (value: string) => ({ kind: 'text', text: value });
const unreadable = (why: string) => ({ kind: 'unreadable', why });
const utf16 = (value: string) => Buffer.from(value, 'utf16le');

describe('decoding a file', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    assert.deepEqual(decode(Buffer.from('Brötchen 🥨')), text('Brötchen 🥨'));
    assert.deepEqual(decode(Buffer.from('\uFEFFBrötchen')), text('Brötchen'));
    assert.deepEqual(decode(Buffer.alloc(0)), text(''));
  });

  it('removes one byte order mark and no more', () => {
    assert.deepEqual(decode(Buffer.from('\uFEFF\uFEFFroll')), text('\uFEFFroll'));
  });

  it('keeps line ends as they are', () => {
    assert.deepEqual(decode(Buffer.from('rye\r\nwheat\rspelt\n')), text('rye\r\nwheat\rspelt\n'));
  });

  it('reads UTF-16 of both byte orders', () => {
    assert.deepEqual(decode(utf16('\uFEFFBrötchen 🥨')), text('Brötchen 🥨'));
    assert.deepEqual(decode(utf16('\uFEFFBrötchen 🥨').swap16()), text('Brötchen 🥨'));
  });

  it('keeps a lone surrogate of UTF-16', () => {
    assert.deepEqual(decode(utf16('\uFEFFloaf \uD83E.')), text('loaf \uD83E.'));
  });

  it('refuses half a character of UTF-16', () => {
    const odd = Buffer.concat([utf16('\uFEFFroll'), Buffer.from([0x41])]);
    assert.deepEqual(decode(odd), unreadable('not valid UTF-16'));
  });

  it('tells a replacement character that stands there from one that would hide a mistake', () => {
    assert.deepEqual(decode(Buffer.from('what the \uFFFD?')), text('what the \uFFFD?'));
    assert.deepEqual(decode(Buffer.from([0x72, 0xff, 0x79])), unreadable('not valid UTF-8'));
    // A surrogate in UTF-8, and a sequence that breaks off.
    assert.deepEqual(decode(Buffer.from([0xed, 0xa0, 0x80])), unreadable('not valid UTF-8'));
    assert.deepEqual(decode(Buffer.from([0x72, 0xc3])), unreadable('not valid UTF-8'));
  });

  it('sees that a file is binary', () => {
    assert.deepEqual(decode(Buffer.from('PNG\0\0\0')), unreadable('binary'));
    assert.deepEqual(decode(utf16('no mark')), unreadable('binary'));
  });
});
