import { globMatcher, globProblem, type GlobMatcher } from '../glob.ts';
import type { OwnersOf } from './owners.ts';

interface Line {
  readonly matches: GlobMatcher;
  readonly owners: readonly string[];
}

/**
 * CODEOWNERS → who owns a file: the last line that matches. A line without owners takes them away; sections of GitLab count
 * as one list, and a line that is no pattern says nothing.
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners (2026-11-22)
 */
export function codeOwners(text: string): OwnersOf {
  const lines = text.split(/\r?\n/).flatMap(lineOf);
  return (path) => lines.findLast(({ matches }) => matches(path))?.owners ?? [];
}

function lineOf(line: string): Line[] {
  const [pattern = '', ...owners] = line
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .split(/(?<!\\)\s+/);
  if (pattern === '' || pattern.startsWith('[') || pattern.startsWith('^[')) return [];
  const globs = globsOf(pattern.replaceAll('\\ ', ' '));
  return globs.every((glob) => globProblem(glob) === null) ? [{ matches: globMatcher(globs), owners }] : [];
}

/** A pattern counts from the root where it has a slash before its end; a folder stands for all that is in it. */
function globsOf(pattern: string): string[] {
  const plain = pattern.replaceAll(/[{},]/g, '\\$&');
  const bare = plain.replace(/\/$/, '');
  const rooted = bare.startsWith('/') || bare.includes('/') ? bare.replace(/^\//, '') : `**/${bare}`;
  if (plain.endsWith('/')) return [`${rooted}/**`];
  // "docs/*" owns the files of the folder alone, and not what lies deeper
  return rooted.endsWith('/*') || rooted.endsWith('/**') ? [rooted] : [rooted, `${rooted}/**`];
}
