import type { FileRecord } from '../../core/prompts/record.ts';
import { directoryOf } from '../../core/source/paths.ts';
import type { Change } from './change.ts';

/** Records of files, parted by whether they also hold for another state of the same files. */
export interface Parted {
  /** Nothing that was looked at for them differs. */
  readonly shared: readonly (readonly [path: string, record: FileRecord])[];
  /** Files that look at what differs, without those that differ themselves. */
  readonly affected: readonly string[];
}

/**
 * Parts what was read of files by whether it holds for another state of them as well: most files are the same in both, and
 * are read once.
 * @param differing files whose text differs, or that are there in one of the states only.
 * @param listed those of them that are there in one state only.
 */
export function partRecords(
  records: Iterable<readonly [string, FileRecord]>,
  differing: ReadonlySet<string>,
  listed: Iterable<string>,
): Parted {
  const folders = new Set([...listed].map(directoryOf));
  const shared: (readonly [string, FileRecord])[] = [];
  const affected: string[] = [];
  for (const [path, record] of records) {
    const { looked } = record;
    const differs =
      looked.files.some((file) => differing.has(file)) ||
      looked.folders.some((folder) => folders.has(folder));
    if (!differs && !looked.strained) shared.push([path, record]);
    else if (differs && !differing.has(path)) affected.push(path);
  }
  return { shared, affected };
}

/** Files of a change that are there now or were there before, and not both. */
export function listedOnce({ paths, pathsBefore }: Pick<Change, 'paths' | 'pathsBefore'>): string[] {
  const [now, before] = [new Set(paths), new Set(pathsBefore)];
  return [...paths.filter((path) => !before.has(path)), ...pathsBefore.filter((path) => !now.has(path))];
}
