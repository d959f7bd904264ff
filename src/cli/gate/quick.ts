import { gitEnvironment } from '../../host/git/environment.ts';
import { Git } from '../../host/git/git.ts';
import { repositoryRoot } from '../../host/repository.ts';
import type { Context } from '../command.ts';

/** Endings of files that hold no prompt, no text that one is read from, nor anything that says how prompts are read. */
export const neverRead: ReadonlySet<string> = new Set([
  ...['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'avif', 'ico', 'pdf', 'mp3', 'mp4', 'webm', 'wav'],
  ...['css', 'scss', 'less', 'woff', 'woff2', 'ttf', 'eot', 'lock', 'snap'],
  ...['zip', 'gz', 'tar', 'wasm', 'so', 'dll', 'exe', 'bin'],
]);

/**
 * Whether what is staged holds nothing that could matter, told by names alone and before anything else is loaded: most
 * commits are such. False where git does not say so at once; whoever looks closer finds out why.
 */
export function stagesNothing({ terminal, args }: Context): boolean {
  const cwd = terminal.cwd();
  const root = repositoryRoot(cwd);
  if (root === null || args.paths.length > 0) return false;
  const git = new Git(root, gitEnvironment(root, cwd, terminal.env));
  const { code, out } = git.askNow([
    'diff-index',
    '--cached',
    '--name-only',
    '-z',
    '--no-renames',
    'HEAD',
    '--',
  ]);
  if (code !== 0) return false;
  const paths = out.toString('utf8').split('\0').slice(0, -1);
  return paths.every((path) => neverRead.has(endingOf(path)));
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}
