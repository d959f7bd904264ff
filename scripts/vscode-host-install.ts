import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { installSystemPackages } from './vscode-host-packages.ts';

/** VS Code 1.139.1 as the MIT-licensed npm package code-server serves it: no display and no download site needed. */
const version = '4.139.1';
export const cache = resolve(import.meta.dirname, '..', '.vscode-test');

/** Where `code-server`'s entry script is; installed first if it is not. `PROMPTMETER_CODE_SERVER` names a package folder to use instead. */
export async function installHost(say: (line: string) => void): Promise<string> {
  const given = process.env['PROMPTMETER_CODE_SERVER'];
  const folder = join(cache, `code-server-${version}`);
  const entry = join(given ?? join(folder, 'node_modules', 'code-server'), 'out', 'node', 'entry.js');
  if (given !== undefined && !existsSync(entry))
    throw new Error(`PROMPTMETER_CODE_SERVER names ${given}, but there is no out/node/entry.js in it.`);
  if (existsSync(entry)) return entry;
  installSystemPackages('all', say);
  say(`Installing VS Code (code-server ${version}, 600 MB) into ${folder}. Once only; two to six minutes.`);
  // Renamed when whole, so that an installation that was stopped is not taken for one.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(
    join(unfinished, 'package.json'),
    JSON.stringify({ private: true, dependencies: { 'code-server': version } }),
  );
  await npmInstall(unfinished, say);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return entry;
}

/** Runs npm on the Node that runs this script: code-server refuses any other than the one it was made for. */
async function npmInstall(folder: string, say: (line: string) => void): Promise<void> {
  const log = join(cache, 'install.log');
  const started = Date.now();
  const output: Buffer[] = [];
  const child = spawn(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', '--foreground-scripts'],
    {
      cwd: folder,
      env: { ...environmentOfNpm(), PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const progress = setInterval(
    () => say(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    30_000,
  );
  const code = await new Promise<number | null>((done, failed) =>
    child.on('error', failed).on('close', done),
  );
  clearInterval(progress);
  writeFileSync(log, Buffer.concat(output));
  if (code === 0) return;
  const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  throw new Error(
    `VS Code could not be installed (npm ended with ${code}); the whole output is in ${log}.\n${tail}`,
  );
}

/** Native modules are compiled against the headers that came with this Node, not against ones that would have to be fetched. */
function environmentOfNpm(): NodeJS.ProcessEnv {
  // An npm that runs this script has put what it found out about itself, its Node's version among it, into these.
  const ofOuterNpm =
    /^npm_(?!config_)|^npm_config_(user_agent|prefix|local_prefix|global_prefix|node_gyp)$|^NODE_OPTIONS$/i;
  const inherited = Object.entries(process.env).filter(([name]) => !ofOuterNpm.test(name));
  const headers = headersFolder();
  return { ...Object.fromEntries(inherited), ...(headers === null ? {} : { npm_config_nodedir: headers }) };
}

function headersFolder(): string | null {
  const require = createRequire(import.meta.url);
  const folder = join(
    dirname(require.resolve('node/package.json')),
    'node_modules',
    `node-${process.platform}-${process.arch}`,
  );
  return existsSync(join(folder, 'include', 'node', 'node_api.h')) ? folder : null;
}

/** Installs packages into an extensions folder of their own. Installed whole or not at all. */
export function installExtensions(entry: string, vsix: readonly string[], extensions: string): void {
  const data = join(cache, 'install-data');
  const unfinished = `${extensions}.${process.pid}`;
  for (const file of vsix) {
    const options = ['--user-data-dir', data, '--extensions-dir', unfinished, '--install-extension', file];
    execFileSync(process.execPath, [entry, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  rmSync(extensions, { recursive: true, force: true });
  renameSync(unfinished, extensions);
}
