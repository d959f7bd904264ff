import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is remembered of a file of a model. */
export interface Received {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a folder of a model says of itself: path of each file → what came. */
export type Receipt = Readonly<Record<string, Received>>;

const name = 'received.json';

/** `null` where there is none, or none that can be read. */
export function readReceipt(folder: string): Receipt | null {
  const read = readJson(join(folder, name));
  if (read === null) return null;
  const entries = Object.entries(read).flatMap(([path, value]): [string, Received][] => {
    if (typeof value !== 'object' || value === null || !('sha256' in value) || !('bytes' in value)) return [];
    const { sha256, bytes } = value;
    return typeof sha256 === 'string' && typeof bytes === 'number' ? [[path, { sha256, bytes }]] : [];
  });
  return Object.fromEntries(entries);
}

export function writeReceipt(folder: string, receipt: Receipt): void {
  writeJson(join(folder, name), receipt);
}

/** Which of the files that a receipt names is not there as it came; `null` where all are. Told by size: a whole check reads gigabytes. */
export function damaged(folder: string, receipt: Receipt): string | null {
  const found = Object.entries(receipt).find(([path, { bytes }]) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    return stat?.size !== bytes;
  });
  return found?.[0] ?? null;
}

/** Addresses of files without a published sum, and the sum of what came from there the first time. Outlives the models. */
export class FirstUse {
  readonly #path: string;

  constructor(root: string) {
    this.#path = join(root, 'first-use.json');
  }

  sumOf(address: string): string | null {
    const sum = readJson(this.#path)?.[address];
    return typeof sum === 'string' ? sum : null;
  }

  remember(address: string, sum: string): void {
    writeJson(this.#path, { ...readJson(this.#path), [address]: sum });
  }
}

function readJson(path: string): Readonly<Record<string, unknown>> | null {
  if (!existsSync(path)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** All or nothing. */
function writeJson(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${path}.${process.pid}.new`, path);
}
