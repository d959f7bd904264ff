// Everything that can be tested: npm test [-- --no-editor]
// Runs before anything is installed, so it uses nothing but Node's own modules and no TypeScript.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const results = join(root, 'out', 'test');
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
const withEditor = !process.argv.includes('--no-editor');

if (install() !== 0) process.exit(1);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

step('Building', ['esbuild.mjs']);
step('Packaging the extension', ['scripts/package.ts']);
const phases = [{ name: 'unit', files: 'test/**/*.test.ts' }];
if (withEditor) {
  step('Preparing VS Code', ['scripts/vscode-host-prepare.ts']);
  phases.push({ name: 'editor', files: 'test/editor/*.window.ts' });
}

const failed = phases.filter(({ name, files }) => {
  console.log(`\n— ${name} tests`);
  const tap = join(results, `${name}.tap`);
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  reporters.push('--test-reporter=tap', `--test-reporter-destination=${tap}`);
  return run(['--test', ...reporters, files]) !== 0;
});

console.log('');
for (const [name, count] of Object.entries(totals())) console.log(`# ${name} ${count}`);
if (!withEditor) console.log('The editor tests were left out, as --no-editor says.');
if (failed.length > 0) process.exit(1);

/** The sums of the runners' own summaries. */
function totals() {
  const sums = { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0, duration_ms: 0 };
  for (const { name } of phases)
    for (const [, key, count] of readFileSync(join(results, `${name}.tap`), 'utf8').matchAll(
      /^# (\w+) ([\d.]+)$/gm,
    ))
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
