import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../core/host.ts';
import type { PriceList } from '../../core/prices/lists/list.ts';
import { readRegularFile } from '../regularFile.ts';

/** Bytes. The largest public lists have less than two million. */
export const longestList = 32 * 1024 * 1024;

const name = 'prices.json';

/** The list that was updated to; `null` when there is none. */
export function readUpdatedPrices(folder: string): Reading | null {
  const reading = readRegularFile(join(folder, name), longestList);
  return reading.kind === 'unreadable' && reading.why === 'there is no such file' ? null : reading;
}

/** All or nothing: whoever reads meanwhile sees the old list or the new one. @returns where it stands. */
export function storePrices(folder: string, list: PriceList): string {
  const path = join(folder, name);
  const beside = `${path}.${process.pid}.new`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(beside, `${JSON.stringify(list)}\n`);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
  return path;
}
