// Opens VS Code with the built extension on a folder: node scripts/editor-open.ts FOLDER
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { makePackage } from './package.ts';
import { cache, installExtensions, installHost } from './vscode-host-install.ts';
import { onPath } from './vscode-host-packages.ts';
import { startHost } from './vscode-host-start.ts';

const root = resolve(import.meta.dirname, '..');
const folder = process.argv[2];
if (folder === undefined) throw new Error('node scripts/editor-open.ts FOLDER');

if (onPath('code')) await openOnDesktop(folder);
else await openInBrowser(folder);

function openOnDesktop(where: string): Promise<void> {
  console.log(`Opening ${where} in VS Code, with PromptMeter as it was just built.`);
  const child = spawn('code', [`--extensionDevelopmentPath=${root}`, where], { stdio: 'inherit' });
  return new Promise((done, failed) => child.on('error', failed).on('close', () => done()));
}

/** Without a `code` on the PATH: VS Code's own server, seen only from this machine. */
async function openInBrowser(where: string): Promise<void> {
  const entry = await installHost((line) => console.log(line));
  const extensions = join(cache, 'editor-extensions');
  const vsix = join(cache, 'editor.vsix');
  await makePackage(vsix);
  installExtensions(entry, [vsix], extensions);
  const host = await startHost({
    entry,
    data: join(cache, 'editor-data'),
    extensions,
    settings: {},
    trusted: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop());
  console.log(`VS Code is at ${host.url(where)}\nCtrl-C ends it.`);
  await host.ended;
}
