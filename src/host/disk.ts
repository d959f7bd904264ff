import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { EncodingName, GrammarName, Host, Reading } from '../core/host.ts';
import { Assets } from './assets.ts';
import { largestTokenizer } from './largestFile.ts';
import { isLinkError, readRegularFile, readWhole, tellsLinks, unreadable } from './regularFile.ts';

/** Nearly every source file has fewer bytes. */
const mostSources = 256 * 1024;

const outside: Reading = { kind: 'unreadable', why: 'outside the folder' };

/** A folder on this machine as the core sees it. Nothing outside the folder can be read through it. */
export class Disk implements Host {
  readonly root: string;
  readonly #realRoot: string;
  readonly #assets: Assets;
  /** Folder → its real path; most files share theirs with many others. */
  readonly #realFolders = new Map<string, string>();
  readonly #bytes = Buffer.allocUnsafeSlow(mostSources);

  /** @param root an existing folder. @throws when it does not exist. */
  constructor(root: string, assets = new Assets()) {
    this.root = resolve(root);
    this.#realRoot = realpathSync(this.root);
    this.#assets = assets;
  }

  readFile(path: string): Reading | null {
    try {
      return this.#read(path);
    } catch (error) {
      return unreadable(error);
    }
  }

  /** @throws as the system does. */
  #read(path: string): Reading {
    const full = join(this.root, path);
    if (!within(this.root, full)) return outside;
    const folder = dirname(full);
    const inPlace = join(this.#realFolder(folder), full.slice(folder.length));
    if (tellsLinks)
      try {
        return within(this.#realRoot, inPlace)
          ? readWhole(inPlace, { noLink: true, into: this.#bytes })
          : outside;
      } catch (error) {
        if (!isLinkError(error)) throw error;
      }
    const real = lstatSync(full).isSymbolicLink() ? realpathSync(full) : inPlace;
    return within(this.#realRoot, real) ? readWhole(real) : outside;
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

  loadGrammar(name: GrammarName | 'runtime'): Uint8Array {
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
