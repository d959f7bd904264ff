import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../core/host.ts';
import { directoryOf } from '../../core/source/paths.ts';
import { Assets } from '../assets.ts';
import { Disk } from '../disk.ts';
import { absent, type Sums } from './shard.ts';

/** What a file looked like from outside when its content was last read, and the sum of that content. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds, with fractions, as the disk tells them; and when it was asked. */
  readonly modified: number;
  readonly changed: number;
  readonly asked: number;
  readonly inode: number;
  readonly sum: string;
}

/** A file that was looked into, and what was seen; without a stamp where it is no regular file. */
export interface Sighted {
  readonly path: string;
  readonly sum: string;
  readonly stamp: Stamp | null;
}

/**
 * Two changes within this time can leave the same times behind: a file that was changed so shortly before it was read is
 * read again, as Git does (git-scm.com/docs/racy-git, 2026-11-22). Milliseconds; the coarsest disks count in two seconds.
 */
const tick = 2100;

/** A disk that knows, of each file read through it, the sum of what was read: one for the whole of its life. */
export class StampedDisk extends Disk implements Sums {
  readonly #stamps: Map<string, Stamp>;
  /** What was read or found in this life. */
  readonly #sums = new Map<string, string>();
  readonly #folders = new Map<string, readonly string[]>();
  readonly #names = new Map<string, ReadonlySet<string>>();
  /** Files that changed while they were used: nothing that was made of them can be kept. */
  readonly #unsteady = new Set<string>();
  readonly #now: () => number;
  readonly #sighted: Sighted[] = [];

  /** @param stamps of an earlier life. @param now milliseconds since 1970. @throws when there is no such folder. */
  constructor(
    root: string,
    assets = new Assets(),
    { stamps = [], now = Date.now }: { stamps?: Iterable<readonly [string, Stamp]>; now?: () => number } = {},
  ) {
    super(root, assets);
    this.#stamps = new Map(stamps);
    this.#now = now;
  }

  override readFile(path: string): Reading | null {
    const asked = this.#now();
    const stat = this.#stat(path);
    const reading = super.readFile(path);
    const sum = sumOf(reading);
    const stamp = stat?.isFile() === true ? stampOf(stat, asked, sum) : null;
    this.adopt([{ path, sum, stamp }]);
    return reading;
  }

  /** Takes over what another one saw of the same disk. */
  adopt(sighted: readonly Sighted[]): void {
    for (const one of sighted) {
      this.note(one.path, one.sum);
      if (one.stamp !== null) this.#stamps.set(one.path, one.stamp);
      this.#sighted.push(one);
    }
  }

  /** What was looked into since this was last asked. */
  takeSighted(): readonly Sighted[] {
    return this.#sighted.splice(0);
  }

  /** Whether more is known than at the beginning. */
  get hasNews(): boolean {
    return this.#sighted.length > 0;
  }

  override listFolder(path: string): readonly string[] {
    const known = this.#folders.get(path) ?? super.listFolder(path);
    this.#folders.set(path, known);
    return known;
  }

  /** The sum of a file as it is now; read only where its outside does not say that it is the same as before. */
  sum(path: string): string {
    const known = this.#sums.get(path);
    if (known !== undefined) return known;
    if (!this.#isThere(path)) return this.note(path, absent);
    const stamp = this.#stamps.get(path);
    const stat = stamp === undefined ? null : this.#stat(path);
    if (stamp === undefined || stat === null || !isSame(stamp, stat)) {
      this.readFile(path);
      return this.#sums.get(path) ?? absent;
    }
    return this.note(path, stamp.sum);
  }

  /** The sum of a folder's list of names as it is now. */
  sumOfFolder(path: string): string {
    return hash(this.listFolder(path).join('\0'));
  }

  /** Keeps what was seen first: made of two states of a file, nothing holds. */
  note(path: string, sum: string): string {
    const before = this.#sums.get(path) ?? sum;
    if (before !== sum) this.#unsteady.add(path);
    this.#sums.set(path, before);
    return before;
  }

  /** What was made of these files can be kept: none of them changed meanwhile. */
  isSteady(paths: readonly string[]): boolean {
    return this.#unsteady.size === 0 || !paths.some((path) => this.#unsteady.has(path));
  }

  /** Of the files that are there, as far as anybody looked. */
  stamps(): Iterable<readonly [string, Stamp]> {
    return [...this.#stamps].filter(([path]) => this.#sums.get(path) !== absent);
  }

  #isThere(path: string): boolean {
    const folder = directoryOf(path);
    const names = this.#names.get(folder) ?? new Set(this.listFolder(folder));
    this.#names.set(folder, names);
    return names.has(folder === '' ? path : path.slice(folder.length + 1));
  }

  #stat(path: string): Stats | null {
    try {
      return lstatSync(join(this.root, path), { throwIfNoEntry: false }) ?? null;
    } catch (error) {
      // what may not be looked at is read, which says why it cannot be
      if (error instanceof Error && 'code' in error) return null;
      throw error;
    }
  }
}

function stampOf(stat: Stats, asked: number, sum: string): Stamp {
  const { size, mtimeMs: modified, ctimeMs: changed, ino: inode } = stat;
  return { size, modified, changed, asked, inode, sum };
}

function isSame(stamp: Stamp, stat: Stats): boolean {
  return (
    stat.isFile() &&
    stamp.size === stat.size &&
    stamp.modified === stat.mtimeMs &&
    stamp.changed === stat.ctimeMs &&
    stamp.inode === stat.ino &&
    Math.max(stamp.modified, stamp.changed) + tick < stamp.asked
  );
}

function sumOf(reading: Reading | null): string {
  if (reading === null) return absent;
  return reading.kind === 'text' ? hash(reading.text) : `!${reading.why}`;
}

function hash(text: string): string {
  // as UTF-16, in which a broken half of a pair is not the same as any other
  return createHash('sha1').update(text, 'utf16le').digest('base64').slice(0, 24);
}
