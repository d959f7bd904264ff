import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globMatcher, globProblem, type GlobMatcher } from '../core/glob.ts';

/** Folders that hold no source of the project's own: packages, build output, caches. */
export const ignoredFolders: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj', 'node_modules', 'bower_components', '.yarn', '.pnpm-store'],
  ...['dist', '.next', '.nuxt', '.output', '.svelte-kit', '.turbo', '.cache', '.parcel-cache', 'coverage'],
  ...['.venv', 'venv', 'site-packages', '__pycache__', '.tox', '.nox', '.mypy_cache', '.pytest_cache'],
  ...['.ruff_cache', '.ipynb_checkpoints', '.vscode-test', '.terraform', '.gradle'],
]);

/** A line of an ignore file. */
interface Rule {
  readonly ignores: boolean;
  readonly foldersOnly: boolean;
  /** Of a path that counts from the folder of the ignore file. */
  readonly matches: GlobMatcher;
}

/** `base` is the folder of the ignore file, with a `/` at its end unless empty. */
interface RuleFile {
  readonly base: string;
  readonly rules: readonly Rule[];
}

/** The ignore files that hold for a folder: its own and those above it, outermost first. */
export class IgnoreRules {
  readonly #files: readonly RuleFile[];

  constructor(files: readonly RuleFile[] = []) {
    this.#files = files;
  }

  /** The rules that hold inside `folder` (relative to `root`): these, and those of its own ignore file. */
  inside(root: string, folder: string, file = '.gitignore'): IgnoreRules {
    const text = readIfThere(join(root, folder, file));
    if (text === null) return this;
    const base = folder === '' ? '' : `${folder}/`;
    return new IgnoreRules([...this.#files, { base, rules: readRules(text) }]);
  }

  /**
   * As Git decides: the last line that matches has the last word, the innermost file before those further out. Says nothing
   * of folders around the path: what they hold is out of reach where one of them is ignored.
   */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { base, rules } of this.#files.toReversed()) {
      const below = path.slice(base.length);
      const rule = rules.findLast(({ foldersOnly, matches }) => (isFolder || !foldersOnly) && matches(below));
      if (rule !== undefined) return rule.ignores;
    }
    return false;
  }
}

/** @see https://git-scm.com/docs/gitignore (2026-11-22). A line that is no pattern matches nothing, as in Git. */
export function readRules(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const pattern = line.replace(/(?<!\\)\s+$/, '');
    if (pattern === '' || pattern.startsWith('#')) return [];
    const ignores = !pattern.startsWith('!');
    const wanted = ignores ? pattern : pattern.slice(1);
    const foldersOnly = wanted.endsWith('/');
    const glob = globOf(foldersOnly ? wanted.slice(0, -1) : wanted);
    return globProblem(glob) === null ? [{ ignores, foldersOnly, matches: globMatcher([glob]) }] : [];
  });
}

/** A pattern of an ignore file as a glob: it counts from its folder only when it has a slash, and braces are plain characters. */
function globOf(pattern: string): string {
  const plain = pattern.replaceAll(/[{},]/g, '\\$&');
  if (!plain.includes('/')) return `**/${plain}`;
  const rooted = plain.replace(/^\//, '');
  // What is inside the folder, not the folder itself, so that a later line can take something out again.
  return rooted.endsWith('/**') ? `${rooted}/*` : rooted;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // A folder named .gitignore, or one that may not be read, holds no rules; reading on loses nothing.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
