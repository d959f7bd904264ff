import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the browser-served VS Code needs of the system: the Debian package, and how to see that it is there. */
const packages = [
  { name: 'chromium', present: () => chromiumPath() !== null },
  { name: 'libkrb5-dev', present: () => existsSync('/usr/include/gssapi/gssapi.h') },
  { name: 'pkg-config', present: () => onPath('pkg-config') },
  { name: 'make', present: () => onPath('make') },
  { name: 'g++', present: () => onPath('g++') },
  { name: 'python3', present: () => onPath('python3') },
] as const;

/** The window of the tests: `PROMPTMETER_CHROMIUM`, else what the system has. */
export function chromiumPath(): string | null {
  const candidates = [
    process.env['PROMPTMETER_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/**
 * Installs with apt-get what is missing.
 * @throws Error with a sentence that says what to install, where that cannot be done from here.
 */
export function installSystemPackages(wanted: 'browser' | 'all', say: (line: string) => void): void {
  const missing = packages
    .filter(({ name }) => wanted === 'all' || name === 'chromium')
    .filter(({ present }) => !present())
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!onPath('apt-get'))
    throw new Error(`Install ${missing.join(', ')} with your system's package manager, then run this again.`);
  if (process.getuid?.() !== 0)
    throw new Error(`Run \`sudo ${command}\`, then run this again: installing it needs root.`);
  say(`Installing ${missing.join(', ')} with apt-get…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', command.split(' ').slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env });
}

export function onPath(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}
