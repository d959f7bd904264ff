import { existsSync } from 'node:fs';
import type { Reading } from '../../core/host.ts';
import type { Assets } from '../assets.ts';
import { readRegularFile } from '../regularFile.ts';
import { pathFrom, repositoryRoot } from '../repository.ts';
import { branchBase, headBase, whyNot, type FoundBase, type GitRefusal } from './base.ts';
import { readChange, type Change } from './change.ts';
import { gitEnvironment, type Environment } from './environment.ts';
import { Git } from './git.ts';

export type OpenedChange =
  | { readonly kind: 'change'; readonly git: Git; readonly change: Change }
  /** @param root of the repository, or where none was found. */
  | {
      readonly kind: 'refused';
      readonly why: GitRefusal;
      readonly detail: string;
      readonly root: string;
    };

export interface WantedChange {
  /** What is staged; else what stands in the working tree. */
  readonly staged: boolean;
  /** Compared is with the last commit, or with where the branch left `ref`; `null` stands for its upstream. */
  readonly since: 'last-commit' | { readonly ref: string | null };
  readonly assets: Assets;
  /** One that was asked ahead about the repository of the folder. */
  readonly git?: Git | null;
}

/** What changed in the repository around a folder. @param env of the process, which in a hook says more than the folder. */
export async function openChange(
  cwd: string,
  env: Environment,
  { staged, since, assets, git: asked = null }: WantedChange,
): Promise<OpenedChange> {
  const found = repositoryRoot(cwd);
  const root = found ?? cwd;
  const git = asked ?? new Git(root, gitEnvironment(root, cwd, env));
  const refused = ({
    why,
    detail,
  }: Pick<FoundBase & { kind: 'refused' }, 'why' | 'detail'>): OpenedChange => ({
    kind: 'refused',
    why,
    detail,
    root,
  });
  // git answers in a bare repository as well, of files that stand nowhere
  if (found === null) return refused((await whyNot(git)) ?? { why: 'no-repository', detail: '' });
  if (since === 'last-commit') {
    // nearly always there is a last commit: whether there is, and git, shows in the answer
    const base = { name: 'HEAD', oid: 'HEAD', approximate: false };
    const change = await readChange(git, base, { staged, assets });
    if (change !== null) return { kind: 'change', git, change };
  }
  const base = await (since === 'last-commit' ? headBase(git) : branchBase(git, since.ref));
  if (base.kind === 'refused') return refused(base);
  const change = await readChange(git, base.base, { staged, assets });
  if (change !== null) return { kind: 'change', git, change };
  return refused((await whyNot(git)) ?? { why: 'broken', detail: 'it did not list the files' });
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
