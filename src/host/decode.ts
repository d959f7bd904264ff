import type { Reading } from '../core/host.ts';

/** Git's own measure: a NUL among the first bytes of a file without a byte order mark means that it is no text. */
const looksBinaryWithin = 8000;

const bom = '\uFEFF';

/**
 * A file's bytes → its text, without the byte order mark, so that offsets equal those of an editor's document.
 * UTF-8, and UTF-16 where a byte order mark says so. Line ends stay as they are.
 */
export function decode(bytes: Buffer): Reading {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(swapped(bytes));
  if (bytes.subarray(0, looksBinaryWithin).includes(0)) return { kind: 'unreadable', why: 'binary' };
  return utf8(bytes);
}

function utf8(bytes: Buffer): Reading {
  const text = bytes.toString('utf8');
  // Only a text with a replacement character can have had a broken byte sequence: the second look is rarely paid.
  if (text.includes('\uFFFD') && !Buffer.from(text, 'utf8').equals(bytes))
    return { kind: 'unreadable', why: 'not valid UTF-8' };
  return { kind: 'text', text: text.startsWith(bom) ? text.slice(1) : text };
}

function utf16(bytes: Buffer): Reading {
  if (bytes.length % 2 === 1) return { kind: 'unreadable', why: 'not valid UTF-16' };
  return { kind: 'text', text: bytes.toString('utf16le', 2) };
}

function swapped(bytes: Buffer): Buffer {
  const even = bytes.length - (bytes.length % 2);
  const copy = Buffer.from(bytes);
  copy.subarray(0, even).swap16();
  return copy;
}
