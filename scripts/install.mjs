// Installs what package-lock.json names, unless it is all there: node scripts/install.mjs
// Runs before anything is installed, so it uses nothing but Node's own modules and no TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain) process.exitCode = install();

/** @returns the exit code: 0 when everything is there. */
export function install() {
  if (isInstalled()) return 0;
  console.log('Installing packages, which takes a minute the first time …');
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (error)
    console.error(
      `npm could not be started (${error.message}): install it with Node from https://nodejs.org`,
    );
  return status ?? 1;
}

/** npm keeps a list of what it has installed; packages for other systems are not in it. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}
