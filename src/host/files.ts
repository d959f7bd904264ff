import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../core/config.ts';
import { coveringMatcher, globMatcher, type GlobMatcher } from '../core/glob.ts';
import { promptFormat } from '../core/prompts/files.ts';
import type { Unread } from '../core/report.ts';
import { languageOf } from '../core/source/languages/index.ts';
import { ignoredFolders, IgnoreRules } from './ignored.ts';

export interface FilesQuery {
  /** Absolute; ignore files above the starting points count down from here. */
  readonly root: string;
  /** Files and folders to start from, relative to the root; `''` is the root. */
  readonly from: readonly string[];
  readonly config: Pick<Config, 'include' | 'exclude'>;
  /** False reads what `.gitignore`, `exclude` and the folders ignored by default would leave out. */
  readonly ignoring: boolean;
}

export interface FoundFiles {
  /** Relative to the root, sorted, each once. */
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
}

/**
 * The files to analyze. A starting point counts even where an ignore file names it: naming it asks for it.
 * Links are not followed: what they lead to is found where it stands, and a loop of them leads nowhere.
 */
export function findFiles(query: FilesQuery): FoundFiles {
  const walk = new Walk(query);
  for (const path of query.from) walk.start(path);
  return { files: [...walk.files].sort(), unread: walk.unread };
}

/** Whether a path would be found, ignore files aside: for lists that Git keeps, which has read those. */
export function selector(config: FilesQuery['config']): (path: string) => boolean {
  const included = globMatcher(config.include);
  const excluded = coveringMatcher(config.exclude);
  return (path) =>
    isRead(path) &&
    included(path) &&
    !excluded(path) &&
    !path
      .split('/')
      .slice(0, -1)
      .some((folder) => ignoredFolders.has(folder));
}

class Walk {
  readonly files = new Set<string>();
  readonly unread: Unread[] = [];
  readonly #query: FilesQuery;
  readonly #included: GlobMatcher;
  readonly #excluded: GlobMatcher;

  constructor(query: FilesQuery) {
    this.#query = query;
    this.#included = globMatcher(query.config.include);
    this.#excluded = globMatcher(query.ignoring ? query.config.exclude : []);
  }

  start(path: string): void {
    const isFolder = lstatSync(join(this.#query.root, path)).isDirectory();
    const { config, ignoring } = this.#query;
    if (ignoring && coveringMatcher(config.exclude)(path))
      this.unread.push({ path, why: 'left out by "exclude"' });
    else if (isFolder) this.#folder(path, this.#rulesAbove(path));
    else if (!isRead(path)) this.unread.push({ path, why: 'not in a language that promptmeter reads' });
    else this.files.add(path);
  }

  #folder(folder: string, above: IgnoreRules): void {
    const rules = this.#query.ignoring ? above.inside(this.#query.root, folder) : above;
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const entry of this.#entries(folder)) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (!this.#skipsFolder(entry.name, path, rules)) this.#folder(path, rules);
      } else if (entry.isFile() && isRead(path) && !rules.ignores(path, false)) {
        if (this.#included(path) && !this.#excluded(path)) this.files.add(path);
      }
    }
  }

  #skipsFolder(name: string, path: string, rules: IgnoreRules): boolean {
    if (name === '.git') return true;
    return (
      this.#query.ignoring && (ignoredFolders.has(name) || rules.ignores(path, true) || this.#excluded(path))
    );
  }

  #entries(folder: string): readonly Dirent[] {
    try {
      return readdirSync(join(this.#query.root, folder), { withFileTypes: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.unread.push({
        path: folder === '' ? '.' : folder,
        why: `the folder could not be read (${String(error.code)})`,
      });
      return [];
    }
  }

  /** The ignore files above a starting point; none where they would leave it out, since naming it asks for it. */
  #rulesAbove(path: string): IgnoreRules {
    let rules = new IgnoreRules();
    if (!this.#query.ignoring) return rules;
    rules = rules.inside(this.#query.root, '', '.git/info/exclude');
    const parts = path === '' ? [] : path.split('/');
    for (let i = 0; i < parts.length; i++) {
      rules = rules.inside(this.#query.root, parts.slice(0, i).join('/'));
      if (rules.ignores(parts.slice(0, i + 1).join('/'), true)) return new IgnoreRules();
    }
    return rules;
  }
}

/** Source code, and files that can be prompts. */
function isRead(path: string): boolean {
  return languageOf(path) !== null || promptFormat(path) !== null;
}
