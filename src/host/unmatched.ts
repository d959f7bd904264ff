import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig, type Config } from '../core/config.ts';
import { globMatcher, type GlobMatcher } from '../core/glob.ts';
import type { ValuePath } from '../core/shape.ts';
import { ignoredFolders, IgnoreRules } from './ignored.ts';

export interface UnmatchedGlob {
  readonly path: ValuePath;
  readonly glob: string;
}

/**
 * The globs of a configuration that match nothing, which is what a misspelt one does. What `.gitignore` leaves out anyway
 * counts as matched: it is not there in a fresh clone.
 * @param files all that was found under `root` with this configuration.
 */
export function unmatchedGlobs(
  root: string,
  config: Pick<Config, 'include' | 'exclude'>,
  files: readonly string[],
): UnmatchedGlob[] {
  const rules = new IgnoreRules().inside(root, '');
  const include = config.include === defaultConfig.include ? [] : config.include;
  return [
    ...include.flatMap((glob, i) =>
      files.some(globMatcher([glob])) ? [] : [{ path: ['include', i], glob }],
    ),
    ...config.exclude.flatMap((glob, i) =>
      leftOutAnyway(glob, rules) || existsUnder(root, '', globMatcher([glob]))
        ? []
        : [{ path: ['exclude', i], glob }],
    ),
  ];
}

function leftOutAnyway(glob: string, rules: IgnoreRules): boolean {
  const parts = glob.split('/').filter((part) => part !== '**' && part !== '.' && part !== '');
  if (parts.some((part) => ignoredFolders.has(part))) return true;
  if (parts.some((part) => /[*?[{]/.test(part))) return false;
  return parts.some((_, i) => {
    const path = parts.slice(0, i + 1).join('/');
    return rules.ignores(path, true) || rules.ignores(path, false);
  });
}

function existsUnder(root: string, folder: string, matches: GlobMatcher): boolean {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (matches(path)) return true;
    if (entry.isDirectory() && !ignoredFolders.has(entry.name) && existsUnder(root, path, matches))
      return true;
  }
  return false;
}
