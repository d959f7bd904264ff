import { namesOfChanges, readChanges } from '../../host/git/changes.ts';
import { isFile } from '../../host/git/entries.ts';
import { gitEnvironment } from '../../host/git/environment.ts';
import { Git } from '../../host/git/git.ts';
import { namesForAll } from '../../host/git/mentions.ts';
import { isNeverRead } from '../../host/git/neverRead.ts';
import { linesWith, stagedSince, unstaged } from '../../host/git/questions.ts';
import { repositoryRoot } from '../../host/repository.ts';
import { say } from '../sentences.ts';
import type { Terminal } from '../terminal.ts';

/** Something is staged that may matter. */
export interface Staged {
  /** How many names that are. */
  readonly paths: number;
  /** Who was asked, and what comes next as well: git works while the engine is loaded. */
  readonly git: Git;
}

/** What says how the others are to be read, where it stands at the top. */
const settings = ['promptmeter.config.json', 'promptmeter.baseline.json', 'package.json', 'tsconfig.json'];
/** Of how many files, as they are and as they were, the contents are asked for ahead. */
const fewSides = 32;

/**
 * Asks git what is staged before anything else is loaded, and says so where that is `nothing` that could matter: most commits
 * are such. @returns `null` where git does not answer at once; whoever looks closer finds out why.
 */
export async function lookAtStaged({ cwd, env, stdout }: Terminal): Promise<Staged | 'nothing' | null> {
  const root = repositoryRoot(cwd());
  if (root === null) return null;
  const git = new Git(root, gitEnvironment(root, cwd(), env));
  const { code, out } = await git.askAhead(...stagedSince('HEAD'));
  if (code !== 0) return null;
  const paths = namesOfChanges(out);
  if (paths.every(isNeverRead)) {
    stdout.write(`${say.nothingStaged}\n`);
    return 'nothing';
  }
  askNext(git, paths, out);
  return { paths: paths.length, git };
}

/** What whoever looks closer asks in any case, so that git works while the engine is loaded. */
function askNext(git: Git, paths: readonly string[], staged: Buffer): void {
  const sides = readChanges(staged).flatMap(({ before, now }) => [before, now].filter((one) => one !== null));
  const read = sides.filter((one) => isFile(one) && !isNeverRead(one.path));
  if (read.length <= fewSides)
    git.readAhead([...new Set(read.map(({ oid }) => oid)), ...settings.map((path) => `:${path}`)]);
  const names = namesForAll(paths);
  if (names.length > 0) void git.askAhead(...linesWith(names));
  void git.askAhead(...unstaged);
}
