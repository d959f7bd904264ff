import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { git } from '../cli/git.ts';

/** A workspace of `workspaces/` as a repository of its own with one commit; removed when it is disposed. */
export function repositoryOf(workspace: string): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'promptmeter-repository-'));
  cpSync(resolve(import.meta.dirname, 'workspaces', workspace), folder, { recursive: true });
  run(folder, 'init', '-q');
  run(folder, 'add', '-A');
  run(folder, 'commit', '-qm', 'Open the harbour');
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the real git. @throws what it says where it fails. */
export function run(folder: string, ...words: string[]): void {
  const { code, stderr } = git(words, folder);
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
}
