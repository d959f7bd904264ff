import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Holds a folder for one process, by a file that says which: two that wrote the same file would both lose. */
export class FetchLock {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, 'fetching');
  }

  /** @returns why not, where another one is at it. */
  take(): string | null {
    try {
      writeFileSync(this.#path, String(process.pid), { flag: 'wx' });
      return null;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(readFileSync(this.#path, 'utf8'));
    if (holder !== process.pid && isAlive(holder))
      return `it is being fetched already, by process ${holder}: wait for that one`;
    // whoever held it has died
    writeFileSync(this.#path, String(process.pid));
    return null;
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
