import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Watch } from '../../core/compress/engine.ts';
import type { Connection } from '../network/send.ts';
import { download, machineReason } from './download.ts';
import { FetchLock } from './fetchLock.ts';
import { addressOf, bytesOf, type ModelFile, type ScoringModel } from './manifest.ts';
import type { Remedies } from './remedies.ts';
import { damaged, FirstUse, readReceipt, writeReceipt, type Received } from './receipt.ts';

/** Whether a model is here. `begun`: what came so far is kept, and the next attempt goes on from there. */
export type ModelState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'damaged'; readonly file: string }
  | { readonly kind: 'here'; readonly bytes: number };

export interface Fetching {
  /** Without a slash at its end. */
  readonly server: string;
  readonly connection: Connection;
  /** Told bytes of the whole model. */
  readonly watch: Watch;
  /** The sum of the weights that a person has from somewhere they trust. Hexadecimal. */
  readonly sha256?: string | null;
  readonly remedies: Remedies;
}

export type Fetched =
  /** @param firstUse files whose sum nobody had published, and that are trusted from now on as they came. */
  | {
      readonly kind: 'fetched';
      readonly folder: string;
      readonly firstUse: readonly (Received & { readonly path: string })[];
    }
  | { readonly kind: 'problem'; readonly why: string };

/** The models of a person, each in a folder of its own. A folder is there whole, or not at all. */
export class ModelStore {
  readonly root: string;

  /** @param folder see `dataFolder`. */
  constructor(folder: string) {
    this.root = join(folder, 'scorers');
  }

  folderOf({ id }: ScoringModel): string {
    return join(this.root, id);
  }

  stateOf(model: ScoringModel): ModelState {
    const folder = this.folderOf(model);
    const receipt = readReceipt(folder);
    if (receipt === null) {
      if (existsSync(folder)) return { kind: 'damaged', file: 'received.json' };
      return { kind: existsSync(this.#begun(model)) ? 'begun' : 'absent' };
    }
    const file = damaged(folder, receipt);
    if (file !== null) return { kind: 'damaged', file };
    return { kind: 'here', bytes: Object.values(receipt).reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  /** @returns whether there was anything to remove. What was trusted on first use is still known. */
  remove(model: ScoringModel): boolean {
    const folders = [this.folderOf(model), this.#begun(model)].filter((folder) => existsSync(folder));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    return folders.length > 0;
  }

  async fetch(model: ScoringModel, fetching: Fetching): Promise<Fetched> {
    try {
      return await this.#locked(model, fetching, this.#begun(model));
    } catch (error) {
      const why = machineReason(error, fetching.remedies);
      if (why === null) throw error;
      return { kind: 'problem', why };
    }
  }

  async #locked(model: ScoringModel, fetching: Fetching, begun: string): Promise<Fetched> {
    mkdirSync(begun, { recursive: true });
    const lock = new FetchLock(begun);
    const taken = lock.take();
    if (taken !== null) return { kind: 'problem', why: taken };
    try {
      return await this.#fetch(model, fetching, begun);
    } finally {
      lock.release();
      // of which nothing came, nothing was begun
      if (existsSync(begun) && readdirSync(begun).length === 0) rmdirSync(begun);
    }
  }

  async #fetch(model: ScoringModel, fetching: Fetching, begun: string): Promise<Fetched> {
    const missing = roomMissing(begun, model, fetching.remedies);
    if (missing !== null) return { kind: 'problem', why: missing };
    const known = new FirstUse(this.root);
    const firstUse: (Received & { readonly path: string })[] = [];
    let before = 0;
    for (const file of model.files) {
      const address = addressOf(model, file.path, fetching.server);
      const own = file.path === model.weights ? (fetching.sha256 ?? null) : null;
      // a mirror has the same file
      const name = addressOf(model, file.path, '');
      const remembered = own ?? file.sha256 ?? known.sumOf(name);
      const received = await bring(file, {
        begun,
        address,
        sha256: remembered,
        fetching,
        before,
        all: bytesOf(model),
      });
      if ('why' in received) {
        const again =
          own === null && file.sha256 === null && /SHA-256/.test(received.why)
            ? firstUseChanged(fetching.remedies)
            : '';
        return { kind: 'problem', why: `${file.path}: ${received.why}${again}` };
      }
      if (own === null && file.sha256 === null) {
        known.remember(name, received.sha256);
        if (remembered === null) firstUse.push({ path: file.path, ...received });
      }
      before += received.bytes;
    }
    new FetchLock(begun).release();
    const folder = this.folderOf(model);
    rmSync(folder, { recursive: true, force: true });
    renameSync(begun, folder);
    return { kind: 'fetched', folder, firstUse };
  }

  #begun({ id }: ScoringModel): string {
    return join(this.root, `${id}.part`);
  }
}

function firstUseChanged({ ownChecksum }: Remedies): string {
  return `, because that is what came the first time; if the publisher has changed it, ${ownChecksum}`;
}

interface Bringing {
  readonly begun: string;
  readonly address: string;
  readonly sha256: string | null;
  readonly fetching: Fetching;
  /** Bytes of the files that are here already. */
  readonly before: number;
  readonly all: number;
}

/** One file of a model, unless an earlier attempt has brought it. */
async function bring(
  { path }: ModelFile,
  { begun, address, sha256, fetching, before, all }: Bringing,
): Promise<Received | { readonly why: string }> {
  const receipt = readReceipt(begun) ?? {};
  const target = join(begun, path);
  const there = receipt[path];
  const isThere = there !== undefined && statSync(target, { throwIfNoEntry: false })?.size === there.bytes;
  if (isThere && (sha256 === null || there.sha256 === sha256.toLowerCase())) return there;
  const { signal, progress } = fetching.watch;
  const outcome = await download({
    address,
    path: `${target}.part`,
    sha256,
    connection: fetching.connection,
    remedies: fetching.remedies,
    watch: { signal, progress: (done, total) => progress(before + done, Math.max(all, before + total)) },
  });
  if (outcome.kind === 'problem') return outcome;
  renameSync(`${target}.part`, target);
  const received = { sha256: outcome.sha256, bytes: outcome.bytes };
  writeReceipt(begun, { ...receipt, [path]: received });
  return received;
}

/** Why there is no room; `null` where there is, or where the system does not say. */
function roomMissing(folder: string, model: ScoringModel, { otherFolder }: Remedies): string | null {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const needed = model.files.reduce((sum, { path, bytes }) => {
    const stat =
      statSync(join(folder, path), { throwIfNoEntry: false }) ??
      statSync(join(folder, `${path}.part`), { throwIfNoEntry: false });
    return sum + Math.max(0, bytes - (stat?.size ?? 0));
  }, 0);
  if (bsize === 0 || free >= needed) return null;
  return `it needs ${megabytes(needed)} MB, and the disk has room for ${megabytes(free)} MB: make room, or ${otherFolder}`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
