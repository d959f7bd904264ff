import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathFrom } from '../../host/repository.ts';
import { planHook, type GitFolders } from '../../host/setUp/hook.ts';
import { textAt } from '../../host/setUp/planned.ts';
import type { Terminal } from '../terminal.ts';
import type { Proposal } from './propose.ts';
import { sayInit } from './sentences.ts';

/** The hook that would hold a commit to the budgets, and the jobs that a person may add. */
export async function proposeHook(
  root: string,
  folders: GitFolders,
): Promise<Proposal & { readonly command: string }> {
  const program = programIn(root);
  const command = `${program} check --staged`;
  const plan = await planHook(root, folders, command);
  const jobs = jobLines(root);
  if (plan.kind === 'there')
    return { command, files: [], lines: [sayInit.hookThere(pathFrom(root, plan.file)), ...jobs] };
  if (plan.kind === 'by hand') {
    const add = plan.add.split('\n').map((line) => `  ${line}`);
    return {
      command,
      files: [],
      lines: [sayInit.hookByHand(pathFrom(root, plan.file), plan.why), ...add, ...jobs],
    };
  }
  const { planned, manager } = plan;
  return { command, files: [planned], lines: [sayInit.hook(manager, pathFrom(root, planned.file)), ...jobs] };
}

/** A project that depends on promptmeter runs its own, so that everybody has the same one. */
function programIn(root: string): string {
  const own = 'node_modules/.bin/promptmeter';
  const isNamed = /"promptmeter"\s*:\s*"/.test(textAt(join(root, 'package.json')) ?? '');
  return isNamed || existsSync(join(root, own)) ? own : 'promptmeter';
}

/** Whether a hook would find what it runs. */
export function isFound(command: string, env: Terminal['env']): boolean {
  if (!command.startsWith('promptmeter ')) return true;
  const names = ['promptmeter', 'promptmeter.cmd'];
  return (env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && names.some((name) => existsSync(join(folder, name))));
}

/** Jobs differ too much for us to write into them. */
function jobLines(root: string): string[] {
  const jobs = [
    ['.github/workflows', 'promptmeter check --base "origin/$GITHUB_BASE_REF" --format github'],
    [
      '.gitlab-ci.yml',
      'promptmeter check --base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --format gitlab',
    ],
  ] as const;
  return jobs.flatMap(([path, command]) =>
    existsSync(join(root, path)) ? [sayInit.pullRequests(path, command)] : [],
  );
}
