import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Two repositories, the quays with a third one, of tugs, inside; removed when it is disposed. */
export function harbours(): Disposable & { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'promptmeter-harbours-'));
  const quays = resolve(import.meta.dirname, 'workspaces', 'quays');
  const made = (name: string, file: string): string => {
    const root = join(folder, name);
    cpSync(join(quays, 'quay.ts'), join(root, file), { recursive: true });
    cpSync(join(quays, 'rules.ts'), join(root, 'rules.ts'));
    run(root, 'init', '-q');
    run(root, 'add', '-A');
    run(root, 'commit', '-qm', 'Open the harbour');
    return root;
  };
  const [east, tugs] = [made('east', 'quay.ts'), made('tugs', 'tug.ts')];
  made('west', 'pier.ts');
  run(east, 'submodule', 'add', '-q', tugs, 'tugs');
  run(east, 'commit', '-qm', 'Bring the tugs');
  rmSync(tugs, { recursive: true });
  const file = 'harbours.code-workspace';
  writeFileSync(join(folder, file), JSON.stringify({ folders: [{ path: 'east' }, { path: 'west' }] }));
  return { folder, file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the real git. @throws what it says where it fails. */
export function run(folder: string, ...words: string[]): void {
  const { code, stderr } = git(words, folder);
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
}
