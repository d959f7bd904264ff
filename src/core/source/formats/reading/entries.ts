import type { Decoded } from '../../decoded.ts';

export type Key = string | number;

/** A text of a file of keys and values. */
export interface Entry {
  /** From the outside in; numbers are places in a list. */
  readonly keys: readonly Key[];
  readonly text: Decoded;
}

/** All texts of a file, in its order. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Why the file, or a piece of it, could not be read. */
  readonly problem: string | null;
}

/** The text under exactly these keys. */
export function valueAt(entries: readonly Entry[], ...keys: readonly Key[]): string | null {
  return entries.find((entry) => sameKeys(entry.keys, keys))?.text.text ?? null;
}

export function sameKeys(a: readonly Key[], b: readonly Key[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}

/** The keys as one name; places in lists count from one. */
export function namesOf(keys: readonly Key[]): string[] {
  return keys.map((key) => (typeof key === 'number' ? String(key + 1) : key));
}
