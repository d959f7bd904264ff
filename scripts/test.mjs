// Everything that can be tested: npm test [-- --no-editor]
// Runs before anything is installed, so it uses nothing but Node's own modules and no TypeScript.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { runWatched } from './watched.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const folder = join(root, 'out', 'test');
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
const withEditor = !process.argv.includes('--no-editor');

if (install() !== 0) process.exit(1);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

step('Building', ['esbuild.mjs']);
step('Packaging the extension', ['scripts/package.ts']);
/** Names of the parts that were run. */
const results = new Set();
const failed = [];
const unsteady = [];
await unitTests();
if (withEditor) {
  step('Preparing VS Code', ['scripts/vscode-host-prepare.ts']);
  const editor = join('test', 'editor');
  for (const file of readdirSync(join(root, editor)).sort())
    if (file.endsWith('.window.ts')) await windowTests(join(editor, file));
}

console.log('');
for (const [name, count] of Object.entries(totals())) console.log(`# ${name} ${count}`);
if (!withEditor) console.log('The editor tests were left out, as --no-editor says.');
if (unsteady.length > 0) console.log(`Passed only when run again: ${unsteady.join(', ')}`);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}

/** All tests without a window. A file that had to be ended is run once more, where nothing else failed. */
async function unitTests() {
  const { passed, hung } = await tests('unit', ['test/**/*.test.ts']);
  if (passed) return;
  const { fail, cancelled } = totals();
  if (hung.length === 0 || fail + cancelled > hung.length) return void failed.push('unit');
  console.log(`\n${hung.join(', ')} hung, and is run once more`);
  if ((await tests('unit-again', hung)).passed) unsteady.push(...hung);
  else failed.push(...hung);
}

/**
 * A file of tests that look into a window, one window at a time. One that fails is run once more, since a window on a
 * busy machine may lose a click; what fails twice has failed, and what had to be run twice is said at the end.
 */
async function windowTests(file) {
  const name = basename(file, '.ts');
  if ((await tests(name, [file])).passed) return;
  console.log(`\n${file} failed, and is run once more`);
  if ((await tests(name, [file])).passed) unsteady.push(file);
  else failed.push(file);
}

/** Runs a part of the tests; what is known of it afterwards is what its last run said. */
async function tests(name, files) {
  console.log(`\n— ${name} tests`);
  results.add(name);
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  reporters.push('--test-reporter=tap', `--test-reporter-destination=${tap(name)}`);
  const args = ['--test', ...reporters, ...files];
  const { status, signal, hung } = await runWatched(join(bin, 'node'), args, { cwd: root, env });
  if (signal) process.exit(130);
  return { passed: status === 0, hung };
}

function tap(name) {
  return join(folder, `${name}.tap`);
}

/** The sums of the runners' own summaries. */
function totals() {
  const sums = { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0, duration_ms: 0 };
  for (const name of results)
    for (const [, key, count] of readFileSync(tap(name), 'utf8').matchAll(/^# (\w+) ([\d.]+)$/gm))
      if (key in sums) sums[key] += Number(count);
  return { ...sums, duration_ms: Math.round(sums.duration_ms) };
}

function step(title, args) {
  console.log(`${title} …`);
  const status = run(args);
  if (status === 0) return;
  console.error(`${title} failed: what it says above is the reason`);
  process.exit(1);
}

/** Runs a script or the test runner with the Node that the project installs, which reads TypeScript. */
function run(args) {
  const { status, signal, error } = spawnSync(join(bin, 'node'), args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  if (signal) process.exit(130);
  return status;
}
