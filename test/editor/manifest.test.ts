import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '@vscode/vsce';
import { commandIds } from '../../src/editor/commandIds.ts';

import { activationEvents } from '../../src/editor/languages.ts';

const root = resolve(import.meta.dirname, '..', '..');

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: Record<
    string,
    {
      readonly supported: unknown;
      readonly description?: string;
      readonly restrictedConfigurations?: readonly string[];
    }
  >;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Record<string, { readonly markdownDescription?: string; readonly scope?: string }>;
    };
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly image: string } }[];
    }[];
  };
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

test('only what runs, and what a person reads, goes into the package', async () => {
  const allowed = [
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
    /^dist\/(extension\.cjs|worker\.js|ledger\.js|gateway\.js|importer\.js|docs\/ledger\.md|scorer\.js|onnxruntime\/(native|web)\.cjs|onnxruntime\/ort-wasm-simd-threaded\.(mjs|wasm)|prices\.json|THIRD-PARTY\.md|chunks\/[\w-]+\.js|webview\/(main\.js|theme\.css)|grammars\/[\w-]+\.wasm|encodings\/\w+\.bin|rules\/[a-z0-9-]+\.md)$/,
    /^media\/(icon\.png|pictures\/\w+\.png|example\/bakery\.ts|\w+\.schema\.json)$/,
  ];
  const files = (await listFiles({ cwd: root, packageManager: 0 })).map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(
    files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
    [],
  );
  for (const { media } of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps))
    assert.ok(files.includes(media.image), `${media.image} is shown by the walkthrough, but not packed`);
  for (const file of [
    'dist/extension.cjs',
    'dist/worker.js',
    'dist/ledger.js',
    'dist/gateway.js',
    'dist/importer.js',
    'dist/docs/ledger.md',
    'dist/scorer.js',
    'dist/onnxruntime/ort-wasm-simd-threaded.wasm',
    'dist/prices.json',
    'dist/webview/main.js',
    'dist/webview/theme.css',
    'dist/encodings/o200k_base.bin',
    'media/icon.png',
  ])
    assert.ok(files.includes(file), `${file} is missing`);
});

test('the extension wakes up for what is read, and not for every page and every file of data', () => {
  assert.deepEqual(manifest.activationEvents, activationEvents);
  for (const id of ['markdown', 'plaintext', 'json', 'jsonc', 'yaml', 'toml', 'css'])
    assert.ok(!manifest.activationEvents.includes(`onLanguage:${id}`), id);
  assert.ok(!manifest.activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
});

test('it says what it does without trust and without a disk', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces?.supported, 'limited');
  assert.deepEqual(untrustedWorkspaces?.restrictedConfigurations, [
    'promptmeter.volumes',
    'promptmeter.currency',
    'promptmeter.prices',
    'promptmeter.models',
    'promptmeter.pricing',
    'promptmeter.cache',
    'promptmeter.tokenizers',
    'promptmeter.compression.engine',
    'promptmeter.scorer.model',
    'promptmeter.scorer.folder',
    'promptmeter.scorer.server',
  ]);
  for (const name of ['model', 'folder', 'server'])
    assert.equal(
      manifest.contributes.configuration.properties[`promptmeter.scorer.${name}`]?.scope,
      'machine',
    );
  assert.equal(virtualWorkspaces?.supported, 'limited');
  for (const { description } of [untrustedWorkspaces, virtualWorkspaces])
    assert.match(description ?? '', /\.$/);
});

test('every command that a person can find is one that the extension knows', () => {
  const known: readonly string[] = Object.values(commandIds);
  const named = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual(
    named.filter((command) => !known.includes(command)),
    [],
  );
  assert.deepEqual(
    known.filter((command) => !named.includes(command)),
    [
      commandIds.showPrompt,
      commandIds.showChange,
      commandIds.applyFix,
      commandIds.turnRuleOff,
      commandIds.explainRule,
    ],
  );
});

test('every setting says what it is for', () => {
  for (const [name, { markdownDescription }] of Object.entries(manifest.contributes.configuration.properties))
    assert.ok(markdownDescription, `${name} has no description`);
});

test('no folder says where the gateway sends calls, or listens', () => {
  const { properties } = manifest.contributes.configuration;
  const own = Object.entries(properties).filter(([name]) => name.startsWith('promptmeter.gateway.'));
  assert.ok(own.length >= 3);
  for (const [name, { scope }] of own) assert.equal(scope, 'machine', name);
  assert.ok(!('promptmeter.ledger' in properties), 'what is kept is not a setting of a workspace');
});
