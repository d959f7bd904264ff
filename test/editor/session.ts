import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { cache, installExtensions, installHost } from '../../scripts/vscode-host-install.ts';
import { chromiumPath } from '../../scripts/vscode-host-packages.ts';
import { startHost } from '../../scripts/vscode-host-start.ts';
import { inSight } from './witness.ts';
import { Workbench } from './workbench.ts';

export interface SessionOptions {
  /** A folder under `workspaces/`, or an absolute one. */
  readonly workspace: string;
  /** A `.code-workspace` file in it, which is opened in the place of the folder. */
  readonly file?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens it in Restricted Mode. */
  readonly trusted?: boolean;
  /** Environment of VS Code's server, and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further packages beside ours. */
  readonly alsoInstall?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Session extends AsyncDisposable {
  readonly workbench: Workbench;
  /** The copy of the workspace that is open; what a test changes stays there. */
  readonly folder: string;
  /** The workspace's own settings. */
  readSettings(): Promise<Record<string, unknown>>;
  /** Changes the workspace's settings from outside of the editor. */
  setSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Writes a file of the workspace from outside of the editor. */
  writeFile(path: string, change: (text: string) => string): Promise<void>;
  /** Closes the window and opens the folder in a new one. */
  reopen(): Promise<Workbench>;
}

const root = resolve(import.meta.dirname, '..', '..');

/** A real VS Code with the packaged extension on a copy of a workspace, and a browser as its window. */
export async function openSession({
  workspace,
  file = '',
  settings = {},
  trusted = true,
  env = {},
  alsoInstall = [],
  size,
}: SessionOptions): Promise<Session> {
  const home = mkdtempSync(join(tmpdir(), 'promptmeter-editor-'));
  const folder = join(home, 'workspace');
  cpSync(resolve(import.meta.dirname, 'workspaces', workspace), folder, { recursive: true });
  const entry = await installHost((line) => console.log(line));
  const extensions = installedExtensions(entry, alsoInstall);
  const restricted = trusted
    ? {}
    : { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };
  const host = await startHost({
    entry,
    data: join(home, 'data'),
    extensions,
    trusted,
    env,
    settings: { ...restricted, ...settings },
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const open = async (): Promise<Workbench> => {
    const context = await browser.newContext({
      viewport: size ?? { width: 1280, height: 800 },
      locale: 'en-US',
      deviceScaleFactor: 1,
    });
    const page = await context.newPage();
    await page.goto(host.url(join(folder, file)));
    return Workbench.ready(page);
  };
  let workbench = await open();
  inSight.add(workbench);
  return {
    get workbench() {
      return workbench;
    },
    folder,
    async readSettings() {
      return JSON.parse(await readFile(join(folder, '.vscode', 'settings.json'), 'utf8')) as Record<
        string,
        unknown
      >;
    },
    async setSettings(changed) {
      const file = join(folder, '.vscode', 'settings.json');
      const before = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as object) : {};
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify({ ...before, ...changed }));
    },
    async writeFile(path, change) {
      const file = join(folder, path);
      await writeFile(file, change(existsSync(file) ? await readFile(file, 'utf8') : ''));
    },
    async reopen() {
      inSight.delete(workbench);
      await workbench.page.context().close();
      workbench = await open();
      inSight.add(workbench);
      return workbench;
    },
    async [Symbol.asyncDispose]() {
      inSight.delete(workbench);
      await browser.close();
      await host.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The package under test, and others, in a folder that is made once for all sessions that install the same. */
function installedExtensions(entry: string, others: readonly string[]): string {
  const packages = [join(root, 'promptmeter.vsix'), ...others];
  const missing = packages.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new Error(`There is no ${missing}: run "npm run build && npm run package" first.`);
  const digest = createHash('sha256');
  for (const file of packages) digest.update(readFileSync(file));
  const extensions = join(cache, 'extensions', digest.digest('hex').slice(0, 16));
  if (!existsSync(extensions)) installExtensions(entry, packages, extensions);
  return extensions;
}
