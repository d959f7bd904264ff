import { existsSync } from 'node:fs';
import type { Reading } from '../../core/host.ts';
import type { Assets } from '../../host/assets.ts';
import { branchBase, headBase, whyNot, type FoundBase, type GitRefusal } from '../../host/git/base.ts';
import { readChange, type Change } from '../../host/git/change.ts';
import { gitEnvironment } from '../../host/git/environment.ts';
import { Git } from '../../host/git/git.ts';
import { readRegularFile } from '../../host/regularFile.ts';
import { pathFrom, repositoryRoot } from '../../host/repository.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';

export interface OpenedChange {
  readonly git: Git;
  readonly change: Change;
}

/** What `--staged` and `--base` ask for. @throws Stop where git has no answer. */
export async function openChange({ terminal, args }: Context, assets: Assets): Promise<OpenedChange> {
  const cwd = terminal.cwd();
  const found = repositoryRoot(cwd);
  const root = found ?? cwd;
  const git = new Git(root, gitEnvironment(root, cwd, terminal.env));
  // git answers in a bare repository as well, of files that stand nowhere
  if (found === null) refuse((await whyNot(git)) ?? { why: 'no-repository', detail: '' }, root);
  const staged = args.on('staged');
  if (!args.on('base')) {
    // nearly always there is a last commit: whether there is, and git, shows in the answer
    const base = { name: 'HEAD', oid: 'HEAD', approximate: false };
    const change = await readChange(git, base, { staged, assets });
    if (change !== null) return { git, change };
  }
  const { base } = accepted(
    await (args.on('base') ? branchBase(git, args.value('base')) : headBase(git)),
    root,
  );
  const change = await readChange(git, base, { staged, assets });
  if (change !== null) return { git, change };
  refuse((await whyNot(git)) ?? { why: 'broken', detail: 'it did not list the files' }, root);
}

/** @throws Stop */
function refuse(
  { why, detail }: Pick<FoundBase & { kind: 'refused' }, 'why' | 'detail'>,
  root: string,
): never {
  throw new Stop(refusals[why](detail, root));
}

/** A configuration as the change has it; one that git does not keep is read where it stands. */
export function configurationIn(
  { now, index }: Change,
  root: string,
): (file: string, largest: number) => Reading | null {
  return (file, largest) => {
    const path = pathFrom(root, file);
    if (index.has(path)) return now.readFile(path);
    return existsSync(file) ? readRegularFile(file, largest) : null;
  };
}

function accepted(found: FoundBase, root: string): FoundBase & { kind: 'base' } {
  return found.kind === 'base' ? found : refuse(found, root);
}

const refusals: Readonly<Record<GitRefusal, (detail: string, root: string) => string>> = {
  'no-git': () => say.noGit,
  'no-repository': (_, root) => say.noRepository(root),
  bare: (_, root) => say.bareRepository(root),
  distrusted: (_, root) => say.distrustedRepository(root),
  'no-ref': (ref) => say.noSuchRef(ref),
  shallow: (ref) => say.shallowWithoutRef(ref),
  broken: (detail) => say.gitFailed(detail),
};
