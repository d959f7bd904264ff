import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRegularFile } from '../regularFile.ts';

/** A provider's number and when it gave it. Milliseconds since 1970. */
export interface KeptCount {
  readonly tokens: number;
  readonly at: number;
}

const longestFile = 1024;

/** Counts that were paid for with time, by a hash of what was asked; neither texts nor keys are kept. */
export class KeptCounts {
  readonly #folder: string | null;

  /** @param folder `null` keeps nothing. */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  find(question: readonly string[]): KeptCount | null {
    if (this.#folder === null) return null;
    const reading = readRegularFile(this.#path(this.#folder, question), longestFile);
    return reading.kind === 'text' ? keptIn(reading.text) : null;
  }

  /** What cannot be written is asked for again the next time. */
  keep(question: readonly string[], count: KeptCount): void {
    if (this.#folder === null) return;
    const path = this.#path(this.#folder, question);
    const beside = `${path}.${process.pid}.new`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(beside, JSON.stringify(count), { mode: 0o600 });
      renameSync(beside, path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      rmSync(beside, { force: true });
    }
  }

  #path(folder: string, question: readonly string[]): string {
    const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex');
    return join(folder, 'counts', hash.slice(0, 2), `${hash.slice(2)}.json`);
  }
}

function keptIn(text: string): KeptCount | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('tokens' in value) || !('at' in value)) return null;
    const { tokens, at } = value;
    return Number.isInteger(tokens) && Number(tokens) > 0 && Number.isFinite(at)
      ? { tokens: Number(tokens), at: Number(at) }
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
