import type { SortedRows } from './sortedEntries.ts';

const headerBytes = 12;
/** Of a SHA-1: those of repositories with longer names are asked for. */
const oidBytes = 20;
/** Where in an entry its mode, its object and its flags stand; behind them may come two more bytes of flags, then its path. */
const [modeAt, oidAt, flagsAt] = [24, 40, 60];
/** Of the first byte of the flags: that there are more, and the stage, which is that of a conflict. */
const [moreFlags, stage] = [0x40, 0x30];

/**
 * What stands in an index file, which git would take a process and a long text to say. Only what is plain: without
 * conflicts, with names of ASCII, all in this file. @returns `null` where it is not, or not whole: then git is to be asked.
 * @see https://git-scm.com/docs/index-format (2026-11-22)
 */
export function indexRows(bytes: Buffer): SortedRows | null {
  const version = isWhole(bytes) ? bytes.readUInt32BE(4) : 0;
  if (version < 2 || version > 4) return null;
  const length = bytes.readUInt32BE(8);
  const end = bytes.length - oidBytes;
  // no room is made for more entries than can be there
  if (length > end / flagsAt) return null;
  const text = bytes.toString('latin1');
  const entries = new Uint32Array(length);
  const paths: string[] = [];
  let at = headerBytes;
  for (let row = 0; row < length; row++) {
    const flags = bytes[at + flagsAt] ?? stage;
    if ((flags & stage) !== 0) return null;
    entries[row] = at;
    let start = at + flagsAt + ((flags & moreFlags) === 0 ? 2 : 4);
    let path = '';
    if (version === 4) {
      // what it shares with the path before is left out
      const before = paths[row - 1] ?? '';
      const { strips, next } = strippedAt(bytes, start);
      if (strips < 0 || strips > before.length) return null;
      path = before.slice(0, before.length - strips);
      start = next;
    }
    const stop = text.indexOf('\0', start);
    if (stop < 0 || stop >= end) return null;
    path += text.slice(start, stop);
    paths.push(path);
    // before version 4 an entry is filled up to a multiple of eight bytes, with at least one
    at = version === 4 ? stop + 1 : at + ((stop - at + 8) & ~7);
  }
  if (!endsPlainly(bytes, at, end) || notAscii.test(paths.join('\0'))) return null;
  const entryOf = (row: number): number => entries[row] ?? 0;
  return {
    length,
    path: (row) => paths[row] ?? '',
    // modes of files begin with 100 in octal digits
    isFile: (row) => (bytes[entryOf(row) + modeAt + 2] ?? 0) >> 4 === 8,
    mode: (row) => bytes.readUInt32BE(entryOf(row) + modeAt).toString(8),
    oid: (row) => bytes.toString('hex', entryOf(row) + oidAt, entryOf(row) + oidAt + oidBytes),
  };
}

const notAscii = /[^\0-\x7f]/;

/**
 * Whether it is an index file. It ends with its own sum, or with none where git is told to leave it out: as in git
 * itself since 2017 (a33fc72fe91) nobody who reads it adds that up. In a repository with longer names what comes behind the
 * first of them fits nothing.
 */
function isWhole(bytes: Buffer): boolean {
  if (bytes.length < headerBytes + oidBytes || bytes.toString('latin1', 0, 4) !== 'DIRC') return false;
  const sum = bytes.subarray(bytes.length - oidBytes);
  // in a repository with longer names it is longer
  return !isZero(sum) || !isZero(bytes.subarray(bytes.length - 32));
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Whether only extensions follow that may be passed over: their names begin with a capital. */
function endsPlainly(bytes: Buffer, from: number, end: number): boolean {
  let at = from;
  while (at + 8 <= end) {
    const first = bytes[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end;
}

/** How many bytes of the path before do not belong to a path, and where the rest of it stands. */
function strippedAt(bytes: Buffer, start: number): { readonly strips: number; readonly next: number } {
  let next = start;
  let byte = bytes[next++] ?? 0;
  let strips = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[next++] ?? 0;
    strips = ((strips + 1) << 7) | (byte & 0x7f);
  }
  return { strips, next };
}
