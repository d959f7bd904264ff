import { directoryOf } from '../../core/source/paths.ts';
import type { FileChange } from './changes.ts';
import { isFile, type Entries, type Entry } from './entries.ts';

/** What there was before some changes. */
export class EntriesBefore implements Entries {
  readonly #now: Entries;
  /** By the path of whatever was changed; `null` where there was nothing. */
  readonly #before: ReadonlyMap<string, Entry | null>;

  constructor(now: Entries, changes: readonly FileChange[]) {
    const before = new Map<string, Entry | null>();
    for (const change of changes) if (change.now !== null) before.set(change.now.path, null);
    for (const change of changes) if (change.before !== null) before.set(change.before.path, change.before);
    this.#now = now;
    this.#before = before;
  }

  get(path: string): Entry | undefined {
    const before = this.#before.get(path);
    return before === undefined ? this.#now.get(path) : (before ?? undefined);
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  namesIn(folder: string): readonly string[] {
    const prefix = folder === '' ? 0 : folder.length + 1;
    const changed = [...this.#before].filter(([path]) => directoryOf(path) === folder);
    if (changed.length === 0) return this.#now.namesIn(folder);
    const names = new Set(this.#now.namesIn(folder));
    for (const [path, entry] of changed)
      if (entry !== null && isFile(entry)) names.add(path.slice(prefix));
      else names.delete(path.slice(prefix));
    return [...names].sort();
  }

  files(): readonly string[] {
    const others = this.#now.files().filter((path) => !this.#before.has(path));
    const own = [...this.#before].flatMap(([path, entry]) => (entry !== null && isFile(entry) ? [path] : []));
    return [...others, ...own];
  }
}
