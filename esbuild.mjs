// Makes the bundles and the data beside them, all in dist/. `node esbuild.mjs`
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { grammarSources } from './src/host/assets.ts';
import { writeLicences } from './scripts/licences.ts';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  outdir: 'dist',
  // The plain ES modules of a package: several packages' CommonJS builds require() Node's modules as they run.
  mainFields: ['module', 'main'],
  plugins: [versionOnly()],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};

mkdirSync('dist/grammars', { recursive: true });
mkdirSync('dist/encodings', { recursive: true });

// Split, so that `promptmeter --version` loads next to nothing.
const modules = await build({
  ...common,
  entryPoints: existing({
    run: 'src/cli/run.ts',
    worker: 'src/host/worker.ts',
    scorer: 'src/host/scorer/child.ts',
    reader: 'src/host/pool/reader.ts',
    ledger: 'src/ledger/thread/worker.ts',
    gateway: 'src/gateway/child.ts',
    importer: 'src/ledger/ingest/thread/worker.ts',
  }),
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});
// What starts, and what a hook asks first at every commit: each by itself, as small as what it does.
const beside = loadedBeside({
  'src/cli/run.ts': './run.js',
  'src/cli/gate/start.ts': './hook.cjs',
  'src/cli/reading/start.ts': './start.cjs',
});
const start = await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts' },
  format: 'esm',
  plugins: [...common.plugins, beside],
});
const hook = await build({
  ...common,
  entryPoints: { hook: 'src/cli/gate/start.ts', start: 'src/cli/reading/start.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  plugins: [...common.plugins, beside, asNeeded()],
});
// Scripts, so that what V8 makes of their functions can be kept (host/cache/compiledScript.ts).
const scripts = await build({
  ...common,
  entryPoints: { gate: 'src/cli/gate/run.ts', reading: 'src/cli/reading/run.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: { js: '((exports, require, bundleUrl) => { "use strict"; const module = { exports };' },
  footer: { js: 'Object.assign(exports, module.exports); })' },
  define: { 'import.meta.url': 'bundleUrl' },
  // a script has nobody who imports for it
  supported: { 'dynamic-import': false },
  plugins: [...common.plugins, requiredHere(), asNeeded()],
});
for (const file of ['dist/gate.cjs', 'dist/reading.cjs']) escapeLetters(file);
const extension = await build({
  ...common,
  entryPoints: existing({ extension: 'src/editor/extension.ts' }),
  format: 'cjs',
  external: ['vscode'],
  outExtension: { '.js': '.cjs' },
});

const webview = await build({
  ...common,
  entryPoints: existing({ main: 'src/webview/main.tsx', theme: 'src/webview/theme.css' }),
  platform: 'browser',
  target: 'es2023',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  outdir: 'dist/webview',
});

// The runtimes of the word scorer, each loaded by the scorer's process when it is needed. Of the native one only the
// JavaScript is here: its library is different for each system, and comes with the package that is made for one.
const runtimes = await build({
  ...common,
  entryPoints: {
    native: 'node_modules/onnxruntime-node/dist/index.js',
    web: 'node_modules/onnxruntime-web/dist/ort.node.min.js',
  },
  format: 'cjs',
  mainFields: ['main'],
  outExtension: { '.js': '.cjs' },
  outdir: 'dist/onnxruntime',
  plugins: [libraryBeside()],
});
for (const name of ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
  copyFileSync(`node_modules/onnxruntime-web/dist/${name}`, `dist/onnxruntime/${name}`);

const parts = [modules, start, hook, scripts];
const outputs = parts.flatMap(({ metafile }) => Object.keys(metafile.outputs));
if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);
for (const name of existsSync('dist/chunks') ? readdirSync('dist/chunks') : [])
  if (!outputs.includes(`dist/chunks/${name}`)) rmSync(`dist/chunks/${name}`, { force: true });

for (const [name, source] of Object.entries(grammarSources))
  copyFileSync(join('node_modules', source), `dist/grammars/${name}.wasm`);

rmSync('dist/rules', { recursive: true, force: true });
cpSync('docs/rules', 'dist/rules', { recursive: true });
mkdirSync('dist/docs', { recursive: true });
copyFileSync('docs/ledger.md', 'dist/docs/ledger.md');

if (existsSync('scripts/encodings.ts')) {
  const { writeEncodings } = await import('./scripts/encodings.ts');
  await writeEncodings('dist/encodings');
}

if (existsSync('scripts/prices.ts')) {
  const { writePrices } = await import('./scripts/prices.ts');
  await writePrices('dist');
}

// What was kept by one build is not read by another: a grammar, a table or a line of code may be different.
const built = [...outputs, ...Object.keys(grammarSources).map((name) => `dist/grammars/${name}.wasm`)];
const sums = built.sort().map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
writeFileSync('dist/build', `${createHash('sha256').update(sums.join()).digest('hex').slice(0, 32)}\n`);

writeLicences('dist/THIRD-PARTY.md', [
  ...parts.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  ...Object.keys(extension.metafile.inputs),
  ...Object.keys(webview.metafile.inputs),
  ...Object.keys(runtimes.metafile.inputs),
  ...Object.values(grammarSources).map((source) => `node_modules/${source}`),
  'node_modules/js-tiktoken/ranks',
  'node_modules/@pydantic/genai-prices/dist',
]);

/** Of our own manifest the code reads the version alone; the rest of it would be loaded with every start. */
function versionOnly() {
  const own = resolve('package.json');
  return {
    name: 'version-only',
    setup(building) {
      building.onLoad({ filter: /package\.json$/ }, ({ path }) => {
        if (path !== own) return undefined;
        const { version } = JSON.parse(readFileSync(own, 'utf8'));
        return { contents: JSON.stringify({ version }), loader: 'json' };
      });
    },
  };
}

/** What is imported as it is needed, and is a bundle of its own. @param bundles where it begins, and its file. */
function loadedBeside(bundles) {
  const names = new Map(Object.entries(bundles).map(([path, file]) => [resolve(path), file]));
  return {
    name: 'loaded-beside',
    setup(building) {
      building.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
        const name = kind === 'dynamic-import' ? names.get(resolve(resolveDir, path)) : undefined;
        return name === undefined ? undefined : { path: name, external: true };
      });
    },
  };
}

/** Cryptography takes Node milliseconds to load, and most commits need none: it is loaded when it is first called. */
function asNeeded() {
  const functions = ['createHash', 'randomUUID'];
  const called = (name) => `export const ${name} = (...given) => require('node:crypto').${name}(...given);\n`;
  return {
    name: 'as-needed',
    setup(building) {
      building.onResolve({ filter: /^node:crypto$/ }, ({ kind }) =>
        kind === 'import-statement' ? { path: 'node:crypto', namespace: 'as-needed' } : undefined,
      );
      building.onLoad({ filter: /.*/, namespace: 'as-needed' }, () => ({
        contents: functions.map(called).join(''),
        loader: 'js',
      }));
    },
  };
}

/** The bundler leaves regular expressions as they are written; a file of ASCII alone is read in half the time. */
function escapeLetters(file) {
  const code = readFileSync(file, 'utf8');
  if (/\\[^\0-\x7f]/.test(code)) throw new Error(`${file} has an escaped letter that is no ASCII`);
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, code.replaceAll(/[^\0-\x7f]/g, escaped));
}

/** The parser asks as it starts for what makes `require` in a module; a script has it, and cannot import. */
function requiredHere() {
  const asks =
    /const \{ createRequire \} = await import\("module"\);\s+var require = createRequire\(import\.meta\.url\);/;
  return {
    name: 'required-here',
    setup(building) {
      building.onLoad({ filter: /web-tree-sitter\.js$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        if (!asks.test(code)) throw new Error(`${path} makes its require in another way than it did`);
        return { contents: code.replace(asks, ''), loader: 'js' };
      });
    },
  };
}

/** The native runtime looks for its library in its own package, which does not ship: it is in `bin` beside the bundle. */
function libraryBeside() {
  const wanted = /require\(`\.\.\/bin\/[^`]*\.node`\)/;
  return {
    name: 'library-beside',
    setup(building) {
      building.onLoad({ filter: /onnxruntime-node[\\/]dist[\\/]binding\.js$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        if (!wanted.test(code)) throw new Error(`${path} loads its library in another way than it did`);
        const found = "require(require('node:path').join(__dirname, 'bin', 'onnxruntime_binding.node'))";
        return { contents: code.replace(wanted, found), loader: 'js' };
      });
    },
  };
}

function existing(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
}
