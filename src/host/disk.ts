import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { EncodingName, GrammarName, Host, Reading } from '../core/host.ts';
import { Assets } from './assets.ts';
import { decode } from './decode.ts';
import { largestFile, largestTokenizer } from './largestFile.ts';

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

/** A file by its absolute path, wherever it stands, as a person named it. @param largest in bytes, whole megabytes. */
export function readRegularFile(path: string, largest = largestFile): Reading {
  try {
    return readWhole(path, largest);
  } catch (error) {
    return unreadable(error) ?? { kind: 'unreadable', why: 'there is no such file' };
  }
}

/** Whether a path is the folder or lies in it. Both absolute, without `.` and `..` in them. */
export function within(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function readWhole(path: string, largest = largestFile): Reading {
  // Without O_NONBLOCK, opening a pipe would wait for a writer that never comes.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { kind: 'unreadable', why: 'a folder' };
    if (!stat.isFile()) return { kind: 'unreadable', why: 'not a regular file' };
    if (stat.size > largest) return { kind: 'unreadable', why: `larger than ${largest / 1024 / 1024} MB` };
    const bytes = Buffer.allocUnsafe(stat.size);
    let length = 0;
    for (let more = 1; more > 0 && length < bytes.length; length += more)
      more = readSync(file, bytes, length, bytes.length - length, null);
    return decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'a link that leads back to itself',
  EISDIR: 'a folder',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk could not read it',
  ENAMETOOLONG: 'its name is too long',
};

/** What a failed read of a file says: `null` when the file is not there. */
function unreadable(error: unknown): Reading | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return null;
  return { kind: 'unreadable', why: reasons[code] ?? `the system says ${code}` };
}
