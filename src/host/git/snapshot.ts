import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../core/host.ts';
import type { Assets } from '../assets.ts';
import { decode } from '../decode.ts';
import { Disk } from '../disk.ts';
import { largestFile } from '../largestFile.ts';
import { readBlobs } from './blobs.ts';
import { isFile, type Entries, type Entry } from './entries.ts';
import type { Git } from './git.ts';
import { contentsOf } from './questions.ts';

/**
 * An index or a commit as the core sees it: the same engine reads it as reads a folder. A file of the working tree whose
 * bytes are those of the blob is read there, which is fast; whatever differs, if only in its line ends, git is asked for.
 */
export class Snapshot extends Disk {
  readonly entries: Entries;
  readonly #git: Git;
  readonly #readings = new Map<string, Reading>();

  constructor(git: Git, entries: Entries, assets: Assets) {
    super(git.root, assets);
    this.#git = git;
    this.entries = entries;
  }

  override readFile(path: string): Reading | null {
    const entry = this.entries.get(path);
    if (entry === undefined) return null;
    if (entry.mode === '120000') return { kind: 'unreadable', why: 'a link' };
    if (!isFile(entry)) return null;
    const known = this.#readings.get(path);
    if (known !== undefined) return known;
    const reading = this.#read(path, entry);
    this.#readings.set(path, reading);
    return reading;
  }

  override listFolder(path: string): readonly string[] {
    return this.entries.namesIn(path);
  }

  /** Takes the text of a file from somebody who has read what stands there. */
  offer(path: string, text: string): void {
    const entry = this.entries.get(path);
    if (entry !== undefined && isFile(entry)) this.#readings.set(path, { kind: 'text', text });
  }

  /** Asks git for files all at once, so that it is not asked for each when they are read. */
  async fetch(paths: readonly string[]): Promise<void> {
    const wanted = paths.flatMap((path) => {
      const entry = this.entries.get(path);
      const isHere =
        entry === undefined ||
        !isFile(entry) ||
        this.#readings.has(path) ||
        this.#git.content(entry.oid) !== null;
      return isHere || fromWorkingTree(join(this.root, path), entry.oid) !== null ? [] : [{ path, ...entry }];
    });
    if (wanted.length === 0) return;
    const { out } = await this.#git.ask(...contentsOf(wanted.map(({ oid }) => oid)));
    const blobs = readBlobs(out);
    for (const { path, oid } of wanted) {
      const bytes = blobs.get(oid);
      // the others are asked for by themselves, which tells why they cannot be read
      if (bytes !== undefined && bytes.length <= largestFile) this.#readings.set(path, decode(bytes));
    }
  }

  /** The bytes of a file; `null` where git does not have them. */
  bytes(path: string): Buffer | null {
    const entry = this.entries.get(path);
    if (entry === undefined || !isFile(entry)) return null;
    return (
      fromWorkingTree(join(this.root, path), entry.oid) ??
      blobOf(this.#git.askNow(['cat-file', 'blob', entry.oid]))
    );
  }

  #read(path: string, { oid }: Entry): Reading {
    const here = this.#git.content(oid) ?? fromWorkingTree(join(this.root, path), oid);
    if (here !== null && here.length <= largestFile) return decode(here);
    const { code, out, err } = this.#git.askNow(['cat-file', 'blob', oid], '', largestFile);
    if (code === 0) return decode(out);
    if (code === null) return { kind: 'unreadable', why: `larger than ${largestFile / 1024 / 1024} MB` };
    return { kind: 'unreadable', why: `git cannot show it: ${err.trim().split('\n')[0] ?? ''}` };
  }
}

function blobOf({ code, out }: { readonly code: number | null; readonly out: Buffer }): Buffer | null {
  return code === 0 ? out : null;
}

/** The bytes of a file, if they are those of the blob. */
export function fromWorkingTree(path: string, oid: string): Buffer | null {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > largestFile) return null;
    const bytes = readFileSync(path);
    return isBlob(bytes, oid) ? bytes : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Whether git calls a blob of these bytes so. @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects (2026-11-22) */
function isBlob(bytes: Buffer, oid: string): boolean {
  const sum = createHash(oid.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes);
  return sum.digest('hex') === oid;
}
