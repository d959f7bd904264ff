import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Unread } from '../../core/report.ts';
import type { Assets } from '../assets.ts';
import { Disk } from '../disk.ts';
import type { Base } from './base.ts';
import { CheckedOut } from './checkedOut.ts';
import { readChanges, type FileChange } from './changes.ts';
import { isFile, nameOf, rowsOf, type Entries } from './entries.ts';
import { EntriesBefore } from './entriesBefore.ts';
import { gitFolder } from './environment.ts';
import type { Git } from './git.ts';
import { stagedSince, unstaged } from './questions.ts';
import { openIndex } from './readIndex.ts';
import { Snapshot } from './snapshot.ts';

/** What differs between a base and what is staged, or what stands in the working tree. */
export interface Change {
  readonly base: Base;
  /** Paths that were added or changed. */
  readonly paths: readonly string[];
  /** Paths that were removed or changed, as they were called before. */
  readonly pathsBefore: readonly string[];
  /** Path now → what it was called before, where that is another name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Paths of all files now. */
  files(): readonly string[];
  /** Files whose text in the working tree is not the one that is looked at. */
  readonly dirty: readonly string[];
  readonly unread: readonly Unread[];
  readonly now: Disk;
  readonly before: Snapshot;
  /** What is staged: of the whole index, whatever is compared. */
  readonly index: Entries;
}

/** `null` where git does not answer, which `whyNot` explains. */
export async function readChange(
  git: Git,
  base: Base,
  { staged, assets }: { readonly staged: boolean; readonly assets: Assets },
): Promise<Change | null> {
  const [listed, changed, dirty, untracked, other, ends] = await Promise.all([
    openIndex(git),
    git.ask(...stagedSince(base.oid)),
    git.ask(...unstaged),
    staged ? null : git.ask(['ls-files', '--others', '--exclude-standard', '-z']),
    staged && isMerging(git.root)
      ? git.ask(['diff-index', '--cached', '--name-only', '-z', '--no-renames', 'MERGE_HEAD', '--'])
      : null,
    staged ? null : git.ask(['config', '--get', 'core.autocrlf']),
    git.readAheadDone(),
  ]);
  const failed = [changed, dirty, untracked].some((answer) => answer !== null && answer.code !== 0);
  if (listed === null || failed) return null;
  const { entries, unread } = listed;
  // what a merge takes over as it is was checked where it was made
  const resolved = other?.code === 0 ? new Set(namesOf(other.out)) : null;
  const changes = readChanges(changed.out).filter(
    // what is in conflict is not staged, and is told as unread
    (change) =>
      concernsFiles(change) &&
      !(staged && change.isConflict) &&
      (resolved === null || resolved.has(pathOf(change))),
  );
  const before = new EntriesBefore(entries, changes);
  const touched = namesOf(dirty.out);
  // git refreshes nothing here: a file may only look changed, and then its analysis finds that nothing is
  const more = staged ? [] : [...touched, ...namesOf(untracked?.out ?? Buffer.alloc(0))];
  const now = staged ? new Snapshot(git, entries, assets) : new Disk(git.root, assets);
  // what is gone from the working tree, and still staged
  const gone = new Set(staged ? [] : touched.filter((path) => !existsSync(join(git.root, path))));
  const present = (paths: readonly string[]) => unique(paths.filter((path) => !gone.has(path)));
  return {
    base,
    paths: present([...changes.flatMap((change) => change.now?.path ?? []), ...more]),
    pathsBefore: unique([
      ...changes.flatMap((change) => change.before?.path ?? []),
      ...(staged ? [] : touched),
    ]),
    renamed: new Map(changes.flatMap(renameOf)),
    files: () => (staged ? entries.files() : present([...entries.files(), ...more])),
    dirty: staged ? touched : [],
    unread,
    now,
    before:
      ends !== null && convertsEnds(ends.out)
        ? new CheckedOut(git, before, assets, now)
        : new Snapshot(git, before, assets),
    index: entries,
  };
}

/** @see https://git-scm.com/docs/git-config#Documentation/git-config.txt-coreautocrlf (2026-11-22) */
function convertsEnds(setting: Buffer): boolean {
  return ['true', 'input', 'yes', 'on', '1'].includes(setting.toString().trim().toLowerCase());
}

function isMerging(root: string): boolean {
  const folder = gitFolder(root);
  return folder !== null && existsSync(join(folder, 'MERGE_HEAD'));
}

function pathOf({ now, before }: FileChange): string {
  return (now ?? before)?.path ?? '';
}

function concernsFiles({ before, now }: FileChange): boolean {
  return (before !== null && isFile(before)) || (now !== null && isFile(now));
}

function renameOf({ before, now }: FileChange): [string, string][] {
  return before !== null && now !== null && before.path !== now.path ? [[now.path, before.path]] : [];
}

function namesOf(out: Buffer): string[] {
  return rowsOf(out).flatMap((row) => nameOf(row) ?? []);
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort();
}
