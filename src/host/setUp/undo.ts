import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../replaceFile.ts';
import { textAt, type PlannedFile } from './planned.ts';

/** What was written at set-up, the last first. */
export type Written = readonly Pick<PlannedFile, 'file' | 'before' | 'after'>[];

export interface Undoing {
  readonly files: readonly PlannedFile[];
  /** Absolute; changed since in a way that cannot be told from what was written. */
  readonly kept: readonly string[];
}

/** Where it is kept what stood there before: in git's own folder, which is this clone's alone. */
export function recordIn(gitFolder: string): string {
  return join(gitFolder, 'promptmeter', 'init.json');
}

/** Adds to what is kept. @throws the system's error where it cannot be kept. */
export function keepWritten(record: string, written: Written): void {
  mkdirSync(dirname(record), { recursive: true });
  writeWhole(record, `${JSON.stringify([...written, ...(readWritten(record) ?? [])], null, 2)}\n`);
}

export function forgetWritten(record: string): void {
  rmSync(record, { force: true });
}

/** `null` where nothing is kept, or nothing that can be read. */
export function readWritten(record: string): Written | null {
  const text = textAt(record);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isEntry) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * What leads back. A file that reads as it was written gets back what stood there; in one that was changed since, only what
 * was added is taken out, where it still stands as it was added.
 */
export function undoing(written: Written): Undoing {
  const files = new Map<string, PlannedFile>();
  const kept: string[] = [];
  for (const { file, before, after } of written) {
    const known = files.get(file);
    const now = known === undefined ? textAt(file) : known.after;
    if (now === null) continue;
    const back = now === after ? { text: before } : withoutAddition(now, before, after);
    if (back === null) kept.push(file);
    else files.set(file, { file, before: known?.before ?? now, after: back.text, runs: false });
  }
  return { files: [...files.values()], kept };
}

function withoutAddition(
  now: string,
  before: string | null,
  after: string | null,
): { readonly text: string } | null {
  if (before === null || after === null) return null;
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  const added = after.slice(head, after.length - (before.length - head));
  if (!after.endsWith(before.slice(head)) || added === '') return null;
  const at = now.indexOf(added);
  const isAlone = at >= 0 && now.indexOf(added, at + 1) < 0;
  return isAlone ? { text: now.slice(0, at) + now.slice(at + added.length) } : null;
}

function isEntry(value: unknown): value is Written[number] {
  if (typeof value !== 'object' || value === null) return false;
  const { file, before, after }: { file?: unknown; before?: unknown; after?: unknown } = value;
  const isText = (one: unknown) => one === null || typeof one === 'string';
  return typeof file === 'string' && isText(before) && isText(after);
}
