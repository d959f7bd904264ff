import { directoryOf, extensionOf } from '../../core/source/paths.ts';
import type { Change } from './change.ts';
import { nameOf } from './entries.ts';
import type { Git } from './git.ts';
import { mayBeCalled, namesFile, namesFor, namesForAll, namesIn, wordsIn } from './mentions.ts';
import { linesWith } from './questions.ts';

/** Over how many files a text may be handed on until it is sent. */
const mostRounds = 3;
/** Files that are looked at because they may use what was changed; those found first, which are nearest to it. */
const mostFiles = 500;
/** How many files that the changed ones use are read to understand them. */
const mostUsed = 200;

/** Files that may use what was changed. */
export interface Users {
  readonly paths: readonly string[];
  /** There may be more: git had more to say than is listened to, or they are too many. */
  readonly partial: boolean;
}

/**
 * The files that may use what was changed, found by the names they call it: git searches the working tree for them, which
 * takes a few hundredths of a second where reading everything would take seconds. One too many costs time alone.
 * @param isRead whether a path is one that is looked at.
 */
export async function usersOf(git: Git, change: Change, isRead: (path: string) => boolean): Promise<Users> {
  const seen = new Set([...change.paths, ...change.pathsBefore]);
  const found: string[] = [];
  const files = once(() => change.files());
  const there = once(() => new Set(files()));
  const wanted = (path: string) => !seen.has(path) && isRead(path) && there().has(path);
  // a prompt may be read from any file, also from one that is none by itself
  let next: readonly string[] = [...seen];
  let partial = false;
  for (let round = 0; round < mostRounds && next.length > 0 && found.length < mostFiles; round++) {
    const names = namesForAll(next);
    const searched = await naming(git, names);
    const named = [...searched.paths, ...dirtyNaming(change, names), ...besides(next, files)];
    const all = [...new Set(named)].filter(wanted).sort();
    next = all.slice(0, mostFiles - found.length);
    partial ||= searched.partial || next.length < all.length;
    for (const path of next) seen.add(path);
    found.push(...next);
  }
  return { paths: found.sort(), partial };
}

/** The files that these may use: their functions may be what sends the prompts of these. */
export function usedBy(
  paths: readonly string[],
  { files, now }: Pick<Change, 'files' | 'now'>,
  isRead: (path: string) => boolean,
): readonly string[] {
  const own = new Set(paths);
  const texts = paths.flatMap((path) => {
    const reading = now.readFile(path);
    return reading?.kind === 'text' ? [reading.text] : [];
  });
  // there may be many thousand files, and few of them are called like any word of these texts
  const said = new Set(texts.flatMap((text) => [...wordsIn(text)]));
  const known = new Map<string, string[]>();
  for (const path of files()) {
    if (!mayBeCalled(path, said) || own.has(path)) continue;
    for (const name of namesFor(path)) {
      if (!said.has(name)) continue;
      const called = known.get(name);
      if (called === undefined) known.set(name, [path]);
      else called.push(path);
    }
  }
  const used = new Set<string>();
  for (const text of texts)
    for (const name of namesIn(text, known))
      for (const other of known.get(name) ?? []) if (used.size < mostUsed && isRead(other)) used.add(other);
  return [...used].sort();
}

async function naming(git: Git, names: readonly string[]): Promise<Users> {
  if (names.length === 0) return { paths: [], partial: false };
  const { code, out } = await git.ask(...linesWith(names));
  const found = new Set<string>();
  for (const row of linesOf(out)) {
    const end = row.indexOf(0);
    // cut off in the middle of a path
    const path = end < 0 ? null : nameOf(row.subarray(0, end));
    if (path === null || found.has(path)) continue;
    const line = row.toString('utf8', end + 1);
    if (names.some((name) => line.includes(name) && namesFile(line, name))) found.add(path);
  }
  // git ends with 1 where it found nothing
  return { paths: [...found], partial: code !== 0 && code !== 1 };
}

/** Files that git searched in a text other than the one that is looked at. */
function dirtyNaming({ dirty, now }: Change, names: readonly string[]): string[] {
  const known = new Set(names);
  return dirty.filter((path) => {
    const reading = now.readFile(path);
    return reading?.kind === 'text' && namesIn(reading.text, known).size > 0;
  });
}

/** In Go the files of a folder are one package, and use each other without a word. */
function besides(paths: readonly string[], files: () => readonly string[]): string[] {
  const folders = new Set(paths.filter((path) => extensionOf(path) === 'go').map(directoryOf));
  if (folders.size === 0) return [];
  return files().filter((path) => extensionOf(path) === 'go' && folders.has(directoryOf(path)));
}

/** Most changes never ask. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function linesOf(out: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < out.length;) {
    const end = out.indexOf(10, start);
    lines.push(out.subarray(start, end < 0 ? out.length : end));
    start = end < 0 ? out.length : end + 1;
  }
  return lines;
}
