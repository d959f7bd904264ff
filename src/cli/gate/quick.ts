import { gitEnvironment } from '../../host/git/environment.ts';
import { Git } from '../../host/git/git.ts';
import { namesFor } from '../../host/git/mentions.ts';
import { indexed, linesWith, stagedNames, stagedSince, unstaged } from '../../host/git/questions.ts';
import { repositoryRoot } from '../../host/repository.ts';
import type { Context } from '../command.ts';

/** Endings of files that hold no prompt, no text that one is read from, nor anything that says how prompts are read. */
export const neverRead: ReadonlySet<string> = new Set([
  ...['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'avif', 'ico', 'pdf', 'mp3', 'mp4', 'webm', 'wav'],
  ...['css', 'scss', 'less', 'woff', 'woff2', 'ttf', 'eot', 'lock', 'snap'],
  ...['zip', 'gz', 'tar', 'wasm', 'so', 'dll', 'exe', 'bin'],
]);

/** What is staged, as far as names tell. */
export interface Staged {
  /** Nothing that could matter: most commits are such. */
  readonly isNothing: boolean;
  /** Who was asked, and what comes next as well: git works while the engine is loaded. */
  readonly git: Git;
}

/** Asks before anything else is loaded. `null` where git does not say so at once; whoever looks closer finds out why. */
export async function lookAtStaged({ terminal, args }: Context): Promise<Staged | null> {
  const cwd = terminal.cwd();
  const root = repositoryRoot(cwd);
  if (root === null || args.paths.length > 0) return null;
  const git = new Git(root, gitEnvironment(root, cwd, terminal.env));
  const { code, out } = await git.ask(...stagedNames);
  if (code !== 0) return null;
  const paths = out.toString('utf8').split('\0').slice(0, -1);
  const isNothing = paths.every((path) => neverRead.has(endingOf(path)));
  if (!isNothing) askNext(git, paths);
  return { isNothing, git };
}

function askNext(git: Git, paths: readonly string[]): void {
  const names = [...new Set(paths.flatMap(namesFor))];
  if (names.length > 0) void git.askAhead(...linesWith(names));
  for (const question of [indexed, stagedSince('HEAD'), unstaged]) void git.askAhead(...question);
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}
