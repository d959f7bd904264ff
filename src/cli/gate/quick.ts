import { namesOfChanges } from '../../host/git/changes.ts';
import { gitEnvironment, type Environment } from '../../host/git/environment.ts';
import { Git } from '../../host/git/git.ts';
import { namesForAll } from '../../host/git/mentions.ts';
import { isNeverRead } from '../../host/git/neverRead.ts';
import { linesWith, stagedSince, unstaged } from '../../host/git/questions.ts';
import { repositoryRoot } from '../../host/repository.ts';

/** What is staged, as far as names tell. */
export interface Staged {
  /** Nothing that could matter: most commits are such. */
  readonly isNothing: boolean;
  /** How many names that are. */
  readonly paths: number;
  /** Who was asked, and what comes next as well: git works while the engine is loaded. */
  readonly git: Git;
}

/** Asks before anything else is loaded. `null` where git does not say so at once; whoever looks closer finds out why. */
export async function lookAtStaged(cwd: string, env: Environment): Promise<Staged | null> {
  const root = repositoryRoot(cwd);
  if (root === null) return null;
  const git = new Git(root, gitEnvironment(root, cwd, env));
  const { code, out } = await git.askAhead(...stagedSince('HEAD'));
  if (code !== 0) return null;
  const paths = namesOfChanges(out);
  const isNothing = paths.every(isNeverRead);
  if (!isNothing) askNext(git, paths);
  return { isNothing, paths: paths.length, git };
}

function askNext(git: Git, paths: readonly string[]): void {
  const names = namesForAll(paths);
  if (names.length > 0) void git.askAhead(...linesWith(names));
  void git.askAhead(...unstaged);
}
