import type { Contents } from '../format.ts';
import type { Entry, Key } from '../reading/entries.ts';

/** What a program reads of a file of keys and values; null where the file is none of that program's. */
export type Schema = (entries: readonly Entry[], path: string) => Contents | null;

/** Entries that stand side by side, by the keys above them. */
export interface Group {
  readonly above: readonly Key[];
  readonly texts: ReadonlyMap<string, Entry>;
}

export function groupsOf(entries: readonly Entry[]): readonly Group[] {
  const groups = new Map<string, { above: readonly Key[]; texts: Map<string, Entry> }>();
  for (const entry of entries) {
    const above = entry.keys.slice(0, -1);
    const name = JSON.stringify(above);
    const group = groups.get(name) ?? { above, texts: new Map<string, Entry>() };
    group.texts.set(String(entry.keys.at(-1)), entry);
    groups.set(name, group);
  }
  return [...groups.values()];
}
