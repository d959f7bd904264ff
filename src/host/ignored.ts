import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Folders that hold no source of the project's own: packages, build output, caches. */
export const ignoredFolders: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj', 'node_modules', 'bower_components', '.yarn', '.pnpm-store'],
  ...['dist', '.next', '.nuxt', '.output', '.svelte-kit', '.turbo', '.cache', '.parcel-cache', 'coverage'],
  ...['.venv', 'venv', 'site-packages', '__pycache__', '.tox', '.nox', '.mypy_cache', '.pytest_cache'],
  ...['.ruff_cache', '.ipynb_checkpoints', '.vscode-test', '.terraform', '.gradle'],
]);

/** The rules of one folder's ignore file; `base` is that folder, relative to the root, with a `/` at its end unless empty. */
interface Rules {
  readonly base: string;
  readonly matcher: Ignore;
}

/** The ignore files that hold for a folder: its own and those above it, outermost first. */
export class IgnoreRules {
  readonly #rules: readonly Rules[];

  constructor(rules: readonly Rules[] = []) {
    this.#rules = rules;
  }

  /** The rules that hold inside `folder` (relative to `root`): these, and those of its own ignore file. */
  inside(root: string, folder: string, file = '.gitignore'): IgnoreRules {
    const text = readIfThere(join(root, folder, file));
    if (text === null) return this;
    const base = folder === '' ? '' : `${folder}/`;
    return new IgnoreRules([...this.#rules, { base, matcher: ignore().add(text) }]);
  }

  /** As Git decides: the innermost file that has a rule for the path has the last word. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let i = this.#rules.length - 1; i >= 0; i--) {
      const { base, matcher } = this.#rules[i] as Rules;
      const { ignored, unignored } = matcher.test(path.slice(base.length) + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
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
