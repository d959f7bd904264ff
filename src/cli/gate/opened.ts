import type { Host } from '../../core/host.ts';
import { openGate, type Gate } from '../../host/gate/gate.ts';
import type { Assets } from '../../host/assets.ts';
import type { GitRefusal } from '../../host/git/base.ts';
import type { Git } from '../../host/git/git.ts';
import { openChange, type OpenedChange } from '../../host/git/openChange.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import type { Workspace } from '../workspace.ts';

/** What `--staged` and `--base` ask for. @throws Stop where git has no answer. */
export async function changeOf(
  { terminal, args }: Context,
  assets: Assets,
  git: Git | null,
): Promise<OpenedChange & { kind: 'change' }> {
  const opened = await openChange(terminal.cwd(), terminal.env, {
    staged: args.on('staged'),
    since: args.on('base') ? { ref: args.value('base') } : 'last-commit',
    assets,
    git,
  });
  if (opened.kind === 'change') return opened;
  throw new Stop(refusals[opened.why](opened.detail, opened.root));
}

/** @param files where CODEOWNERS and the baseline are read. @throws Stop */
export function gateOf(workspace: Workspace, files: Pick<Host, 'readFile'>): Gate<Workspace> {
  const opened = openGate(workspace, files);
  if (opened.kind === 'gate') return opened.gate;
  throw new Stop(say.badBaseline(opened.path, opened.why));
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
