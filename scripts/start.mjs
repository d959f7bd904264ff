// The first run: installs and builds what is missing, then shows what the prompts of the example cost. `npm start [PATH…]`
// Runs before anything is installed, so it uses nothing but Node's own modules and no TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = 20;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (Number(process.versions.node.split('.')[0]) < oldest)
  end(`PromptMeter needs Node ${oldest} or newer; this is ${process.version}: install it from https://nodejs.org`);

if (!isInstalled()) step('Installing its packages, once', npm, ['ci', '--loglevel=error']);
step('Building', npm, ['run', '--silent', 'build']);

const paths = process.argv.slice(2);
const scanned = paths.length > 0 ? paths : ['examples'];
console.log(`\n$ promptmeter scan ${scanned.join(' ')}\n`);
run(process.execPath, [join(root, 'dist/cli.js'), 'scan', ...scanned]);
console.log(`
The same numbers above each prompt, in VS Code:    npm run editor
On a folder of your own:                           npm start -- FOLDER
The command line:                                  node dist/cli.js --help`);

/** npm writes its own copy of the lock file when it has installed everything; an older one is of another state. */
function isInstalled() {
  const mark = join(root, 'node_modules/.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function step(title, command, args) {
  console.log(`${title} …`);
  run(command, args);
}

function run(command, args) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: command === npm ? root : process.cwd(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) end(`${command} could not be started (${error.message})`);
  if (signal) process.exit(130);
  if (status !== 0) end(`"${[command, ...args].join(' ')}" ended with ${status}: what it says above is the reason`);
}

function end(sentence) {
  console.error(sentence);
  process.exit(1);
}
