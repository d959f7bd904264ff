import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { EncodingName, GrammarName, Host, Reading } from '../core/host.ts';
import { Assets } from './assets.ts';
import { largestTokenizer } from './largestFile.ts';
import { readRegularFile, readWhole, unreadable } from './regularFile.ts';

/** A folder on this machine as the core sees it. Nothing outside the folder can be read through it. */
export class Disk implements Host {
  readonly root: string;
  readonly #realRoot: string;
  readonly #assets: Assets;
  /** Folder → its real path; most files share theirs with many others. */
  readonly #realFolders = new Map<string, string>();

  /** @param root an existing folder. @throws when it does not exist. */
  constructor(root: string, assets = new Assets()) {
    this.root = resolve(root);
    this.#realRoot = realpathSync(this.root);
    this.#assets = assets;
  }

  readFile(path: string): Reading | null {
    try {
      const real = this.#real(path);
      return real === null ? { kind: 'unreadable', why: 'outside the folder' } : readWhole(real);
    } catch (error) {
      return unreadable(error);
    }
  }

  listFolder(path: string): readonly string[] {
    try {
      const full = join(this.root, path);
      if (!within(this.root, full) || !within(this.#realRoot, realpathSync(full))) return [];
      const files = readdirSync(full, { withFileTypes: true }).filter((entry) => entry.isFile());
      return files.map((entry) => entry.name).sort();
    } catch (error) {
      if (error instanceof Error && 'code' in error) return [];
      throw error;
    }
  }

  loadGrammar(name: GrammarName | 'runtime'): Promise<Uint8Array> {
    return this.#assets.loadGrammar(name);
  }

  loadEncoding(name: EncodingName): Uint8Array {
    return this.#assets.loadEncoding(name);
  }

  loadTokenizer(path: string): Reading {
    return readRegularFile(resolve(this.root, path), largestTokenizer);
  }

  loadPrices(): Promise<string> {
    return this.#assets.loadPrices();
  }

  readUpdatedPrices(): Reading | null {
    return this.#assets.readUpdatedPrices();
  }

  /** The file that `path` leads to, or `null` when that is outside the root. @throws as `lstat` does. */
  #real(path: string): string | null {
    const full = join(this.root, path);
    if (!within(this.root, full)) return null;
    const linked = lstatSync(full).isSymbolicLink();
    const real = linked
      ? realpathSync(full)
      : join(this.#realFolder(dirname(full)), full.slice(dirname(full).length));
    return within(this.#realRoot, real) ? real : null;
  }

  #realFolder(folder: string): string {
    const known = this.#realFolders.get(folder);
    if (known !== undefined) return known;
    const real = realpathSync(folder);
    this.#realFolders.set(folder, real);
    return real;
  }
}

/** Whether a path is the folder or lies in it. Both absolute, without `.` and `..` in them. */
export function within(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
