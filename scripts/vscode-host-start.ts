import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface HostOptions {
  readonly entry: string;
  /** User data of this window: settings, state, logs. Made if missing. */
  readonly data: string;
  readonly extensions: string;
  /** The user's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** With `false`, folders open in Restricted Mode until a person trusts them. */
  readonly trusted: boolean;
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningHost {
  /** @param path a folder, or a `.code-workspace` file that names several. */
  url(path: string): string;
  /** Ends the host and waits until it is gone. */
  stop(): Promise<void>;
  readonly ended: Promise<void>;
}

/** Calm pictures and nothing that asks for a network. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'typescript.validate.enable': false,
  'javascript.validate.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.hover.delay': 0,
  'window.commandCenter': false,
} as const;

/** Starts VS Code's server on a free loopback port. */
export async function startHost({
  entry,
  data,
  extensions,
  settings,
  trusted,
  env = {},
}: HostOptions): Promise<RunningHost> {
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(
    join(data, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  const port = await freePort();
  const options = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--user-data-dir', data];
  options.push('--extensions-dir', extensions, '--disable-telemetry', '--disable-update-check');
  options.push('--disable-getting-started-override', '--ignore-last-opened');
  if (trusted) options.push('--disable-workspace-trust');
  const child = spawn(process.execPath, [entry, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const output = collect(child);
  await Promise.race([
    listening(port),
    ended.then(() => {
      throw new Error(`VS Code's server ended before it was up:\n${output()}`);
    }),
  ]);
  return {
    url(path) {
      const kind = path.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://127.0.0.1:${port}/?${kind}=${encodeURIComponent(path)}`;
    },
    ended,
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function listening(port: number): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const up = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    if (Date.now() > deadline)
      throw new Error(`VS Code's server did not answer on port ${port} within two minutes.`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : failed(new Error('no port')),
      );
    });
  });
}
