import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/fingerprint.ts';
import { attempt } from './attempt.ts';
import { sumOf } from './sum.ts';

/** Bytes of one file of the store; what would be larger is not kept. */
const largestPart = 32 * 1024 * 1024;
/** Bytes of all workspaces together; past it the ones that were used longest ago go. */
const largestStore = 512 * 1024 * 1024;

/**
 * Named values of one workspace on the disk. Each file says which build wrote it for which workspace, and the sum of its
 * content: whatever else is found there counts as nothing. No failure is told: without a store everything still works.
 */
export class Store {
  readonly #all: string;
  readonly #folder: string;
  readonly #stamp: string;

  /**
   * @param all the folder of all workspaces.
   * @param root of this workspace, absolute.
   * @param build what wrote and what reads have to be the same.
   */
  constructor(all: string, root: string, build: string) {
    this.#all = all;
    this.#folder = join(all, fingerprint(root));
    this.#stamp = `promptmeter cache ${build} ${fingerprint(root)}`;
  }

  /** `null` where there is nothing, or nothing that could be trusted. */
  read(name: string): unknown {
    const text = attempt(() => readFileSync(join(this.#folder, name), 'utf8'));
    const end = text?.indexOf('\n') ?? -1;
    if (text === null || end < 0) return null;
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== `${this.#stamp} ${sumOf(body)}`) return null;
    return JSON.parse(body) as unknown;
  }

  /** Replaces a value whole: who reads meanwhile gets the old one or the new one. @returns whether it could be written. */
  write(name: string, value: unknown): boolean {
    const body = JSON.stringify(value);
    const path = join(this.#folder, name);
    const unfinished = `${path}.${process.pid}.${fingerprint(`${process.hrtime.bigint()}`).slice(0, 8)}`;
    if (body.length > largestPart) {
      attempt(() => rmSync(path, { force: true }));
      return false;
    }
    const written = attempt(() => {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(unfinished, `${this.#stamp} ${sumOf(body)}\n${body}`, { mode: 0o600, flag: 'wx' });
      renameSync(unfinished, path);
      return true;
    });
    if (written === null) attempt(() => rmSync(unfinished, { force: true }));
    return written === true;
  }

  /** Removes the workspaces that were used longest ago, and what was never finished, where all together are too large. */
  prune(most = largestStore): void {
    const workspaces =
      attempt(() => readdirSync(this.#all))?.flatMap((name) => sizeOf(join(this.#all, name))) ?? [];
    let total = workspaces.reduce((all, { bytes }) => all + bytes, 0);
    for (const { path, bytes } of workspaces.sort((a, b) => a.used - b.used)) {
      if (total <= most || path === this.#folder) continue;
      attempt(() => rmSync(path, { recursive: true, force: true }));
      total -= bytes;
    }
  }
}

/** Hours after which a file that was never finished is nobody's any more. */
const unfinishedFor = 1;

function sizeOf(path: string): { path: string; bytes: number; used: number }[] {
  const names = attempt(() => readdirSync(path));
  if (names === null) return [];
  const files = names.flatMap((name) => {
    const file = join(path, name);
    const stat = attempt(() => statSync(file));
    if (stat === null) return [];
    const age = (Date.now() - stat.mtimeMs) / 3_600_000;
    if (/\.\d+\.\w{8}$/.test(name) && age > unfinishedFor) attempt(() => unlinkSync(file));
    return [stat];
  });
  return [
    {
      path,
      bytes: files.reduce((all, { size }) => all + size, 0),
      used: files.reduce((latest, { mtimeMs }) => Math.max(latest, mtimeMs), 0),
    },
  ];
}
