import type { PromptChange } from '../core/changes/compare.ts';
import { totalDelta } from '../report/gateReport.ts';
import type { FolderChanges } from './since.ts';
import { sayOfSince } from './sinceSentences.ts';

/** What stands beside the name of a file with prompts that changed. */
export interface FileBadge {
  /** One character: the prompts of the file have grown, shrunk, or read otherwise. */
  readonly badge: string;
  readonly tooltip: string;
}

/** What changed in a folder → path from the root → badge. There is none where prompts merely stand elsewhere now. */
export function fileBadges({ since, changes }: FolderChanges): ReadonlyMap<string, FileBadge> {
  const files = new Map<string, PromptChange[]>();
  for (const change of changes.filter((one) => one.kind !== 'moved')) {
    const { path } = change.now ?? change.before;
    files.set(path, [...(files.get(path) ?? []), change]);
  }
  return new Map([...files].map(([path, own]) => [path, badgeOf(own, since.base)]));
}

/** A text that is part of another one counts with that where it stands in the same file, and by itself where it does not. */
function badgeOf(changes: readonly PromptChange[], base: string): FileBadge {
  const ids = new Set(changes.map(({ now, before }) => (now ?? before).id));
  const whole = changes.filter(({ now, before }) => !ids.has((now ?? before).partOf ?? ''));
  const { count, words } = totalDelta(whole);
  return { badge: badges[Math.sign(count) + 1] ?? '', tooltip: sayOfSince.file(changes.length, words, base) };
}

const badges = ['↓', '≠', '↑'] as const;
