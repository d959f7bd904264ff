import { accessSync, constants } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Git } from '../git/git.ts';
import { addToPlainHook, hookManagers } from './hookManagers.ts';
import { textAt, type PlannedFile } from './planned.ts';

/** What becomes of the hook before a commit. `manager` is `git` where no program keeps the hooks. */
export type HookPlan =
  | { readonly kind: 'write'; readonly manager: string; readonly planned: PlannedFile }
  /** It runs promptmeter already. @param file absolute */
  | { readonly kind: 'there'; readonly file: string }
  /** A person has to do it. */
  | { readonly kind: 'by hand'; readonly file: string; readonly why: ByHand; readonly add: string };

/** It keeps hooks in a form that only a person can add to, is no shell script, is switched off, or serves other repositories too. */
export type ByHand = 'form' | 'no-shell' | 'switched-off' | 'elsewhere';

/** The folders of git that belong to a working tree. */
export interface GitFolders {
  /** Absolute, of this working tree alone. */
  readonly own: string;
  /** Absolute: where git looks for hooks. */
  readonly hooks: string;
  /** The hooks are this repository's alone. */
  readonly isOwnHooks: boolean;
}

/** `null` where git does not answer. */
export async function gitFolders(git: Git): Promise<GitFolders | null> {
  const [folders, configured] = await Promise.all([
    git.ask(['rev-parse', '--git-dir', '--git-common-dir']),
    git.ask(['config', '--type=path', '-z', '--get-all', 'core.hooksPath']),
  ]);
  if (folders.code !== 0) return null;
  const [own = '', common = ''] = folders.out
    .toString()
    .split('\n')
    .map((path) => resolve(git.root, path));
  // the last one is ours, which keeps git from running hooks while it is asked
  const stated = configured.out.toString().split('\0').slice(0, -2).at(-1);
  const hooks = stated === undefined ? join(common, 'hooks') : resolve(git.root, stated);
  return { own, hooks, isOwnHooks: isInside(git.root, hooks) || isInside(common, hooks) };
}

/** @param command what the hook is to run. */
export async function planHook(root: string, folders: GitFolders, command: string): Promise<HookPlan> {
  for (const { name, find, add, byHand } of hookManagers) {
    const file = find(root);
    if (file === null) continue;
    const before = textAt(file);
    if (runsAlready(before)) return { kind: 'there', file };
    const after = await add(before, command);
    if (after === null) return { kind: 'by hand', file, why: 'form', add: byHand(command) };
    return { kind: 'write', manager: name, planned: { file, before, after, runs: true } };
  }
  return planPlain(folders, command);
}

function planPlain({ hooks, isOwnHooks }: GitFolders, command: string): HookPlan {
  const file = join(hooks, 'pre-commit');
  const before = textAt(file);
  if (runsAlready(before)) return { kind: 'there', file };
  const byHand = (why: ByHand) => ({ kind: 'by hand', file, why, add: `${command} || exit $?` }) as const;
  if (!isOwnHooks) return byHand('elsewhere');
  if (before !== null && !isProgram(file)) return byHand('switched-off');
  const after = addToPlainHook(before, command);
  if (after === null) return byHand('no-shell');
  return { kind: 'write', manager: 'git', planned: { file, before, after, runs: true } };
}

/** As a command, or as one of the hooks that pre-commit takes from our repository; a dependency of that name runs nothing. */
function runsAlready(text: string | null): boolean {
  const said = text?.replaceAll(/^\s*#.*$/gm, '') ?? '';
  return /\bpromptmeter check\b|\bid:\s*["']?promptmeter\b/.test(said);
}

/** Git passes over a hook that is none, except where the system knows no such right. */
function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
