// Opens VS Code with the extension on a folder: npm run editor [-- FOLDER], examples/ by default.
// Runs before anything is installed, so it uses nothing but Node's own modules and no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? join(root, 'examples'));

if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}: name one that exists, as in npm run editor -- ../my-app`);
  process.exit(1);
}
if (install() !== 0) process.exit(1);
console.log('Building …');
if (spawnSync(join(bin, 'node'), ['esbuild.mjs'], { cwd: root, stdio: 'inherit', env }).status !== 0)
  process.exit(1);

const child = spawn(join(bin, 'node'), [join(root, 'scripts', 'editor-open.ts'), folder], {
  stdio: 'inherit',
  env,
});
// Ctrl-C goes to the child as well, which ends its own and then itself.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code) => process.exit(code ?? 0));
