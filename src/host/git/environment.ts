import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Of git's own variables, those that say how the person's git is set up, and not which repository is meant. */
const kept = new Set([
  ...['GIT_EXEC_PATH', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'],
  ...['GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM'],
]);

/**
 * The environment for git about the repository at `root`. In a hook, git says with GIT_INDEX_FILE which index will be
 * committed (`git commit FILE` makes one of its own): that is kept, unless GIT_DIR says that it belongs to another repository.
 * @param cwd what relative paths in it count from.
 * @see https://git-scm.com/docs/githooks and https://git-scm.com/docs/git#_environment_variables (2026-11-22)
 */
export function gitEnvironment(root: string, cwd: string, env: Environment): Environment {
  const others = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || kept.has(name));
  const index = env['GIT_INDEX_FILE'];
  const folder = env['GIT_DIR'];
  const isOurs = folder === undefined || sameFolder(resolve(cwd, folder), gitFolder(root));
  return {
    ...Object.fromEntries(others),
    ...(index === undefined || index === '' || !isOurs ? {} : { GIT_INDEX_FILE: resolve(cwd, index) }),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LITERAL_PATHSPECS: '1',
    // its messages are read
    LC_ALL: 'C',
  };
}

/**
 * Whether git is committing the files that were named to it (`git commit FILE`): a hook then sees an index made for that, and
 * the one that stays, with all that is staged, is written already. What a hook changes is committed, and taken back by the
 * next commit.
 * @see https://github.com/git/git/blob/master/builtin/commit.c, `prepare_index` (2026-11-22)
 */
export function commitsNamedFiles(env: Environment): boolean {
  return /(?:^|[\\/])next-index-\d+\.lock$/.test(env['GIT_INDEX_FILE'] ?? '');
}

/** Where git keeps the repository of a working tree: `.git`, or where that file says; `null` where there is none. */
export function gitFolder(root: string): string | null {
  const path = join(root, '.git');
  try {
    if (statSync(path).isDirectory()) return path;
    const [, folder] = /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8')) ?? [];
    return folder === undefined ? null : resolve(root, folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function sameFolder(a: string, b: string | null): boolean {
  if (b === null) return false;
  try {
    return realpathSync(a) === realpathSync(b);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
