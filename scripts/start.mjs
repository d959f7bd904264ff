// The first run: installs and builds what is missing, then shows what the prompts of the example cost. `npm start [PATH…]`
// Runs before anything is installed, so it uses nothing but Node's own modules and no TypeScript.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = 20;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (Number(process.versions.node.split('.')[0]) < oldest)
  end(
    `PromptMeter needs Node ${oldest} or newer; this is ${process.version}: install it from https://nodejs.org`,
  );

if (install() !== 0) end('The packages could not be installed: what npm says above is the reason');
step('Building', npm, ['run', '--silent', 'build']);

const paths = process.argv.slice(2);
const scanned = paths.length > 0 ? paths : ['examples'];
console.log(`\n$ promptmeter scan ${scanned.join(' ')}\n`);
run(process.execPath, [join(root, 'dist/cli.js'), 'scan', ...scanned]);
console.log(`
The same numbers above each prompt, in VS Code:    npm run editor
On a folder of your own:                           npm start -- FOLDER
The command line:                                  node dist/cli.js --help`);

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
  if (status !== 0)
    end(`"${[command, ...args].join(' ')}" ended with ${status}: what it says above is the reason`);
}

function end(sentence) {
  console.error(sentence);
  process.exit(1);
}
