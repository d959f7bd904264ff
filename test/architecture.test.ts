import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src');

/** The rooms, and what each may import besides itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  core: [],
  host: ['core'],
  ledger: ['core', 'host'],
  gateway: ['core', 'host', 'ledger'],
  report: ['core', 'ledger'],
  cli: ['core', 'host', 'ledger', 'gateway', 'report'],
  editor: ['core', 'host', 'ledger', 'gateway', 'report', 'webview'],
  webview: [],
};

/** Inside the core: everything imports from its left only. What stands in one entry is on the same level. */
const line: readonly (readonly string[])[] = [
  [
    'text',
    'damagedInstall',
    'host',
    'nearest',
    'glob',
    'grouped',
    'fingerprint',
    'shape',
    'configValues',
    'configMoney',
    'configLedger',
    'configBudgets',
    'calibration',
    'config',
  ],
  ['source'],
  ['prompts'],
  ['tokens'],
  ['prices'],
  ['cache'],
  ['compress'],
  ['report'],
  ['meter', 'meterTexts', 'meterTools', 'meterVolume', 'meterPictures'],
  ['budgets'],
  ['changes'],
  ['rules'],
  ['compare'],
  ['records'],
  ['gauges'],
  ['ahead'],
  ['analyze'],
  ['compressing'],
];

/** Folders whose members know nothing of each other, and what all of them may stand on. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  'cli/commands': [],
  'core/source/languages': [],
  'ledger/ingest/formats': [],
  'core/source/formats': ['format', 'engines', 'reading', 'schemas'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll('\\', '/'));
const imports = files.flatMap(importsOf);

describe('the architecture', () => {
  it('has code to look at', () => {
    assert.ok(files.includes('core/analyze.ts') && files.includes('cli/main.ts'));
    assert.ok(imports.some(({ from, to }) => from === 'core/analyze.ts' && to === 'core/records.ts'));
  });

  it('has only the rooms that are drawn', () => {
    assert.deepEqual(
      broken(
        files.map((from) => ({ from, to: '' })),
        ({ from }) => roomOf(from) in rooms,
      ),
      [],
    );
  });

  it('lets no room import one that it may not', () => {
    const inside = imports.filter(({ to }) => files.includes(to));
    const allowed = ({ from, to }: Import) =>
      roomOf(from) === roomOf(to) || (rooms[roomOf(from)] ?? []).includes(roomOf(to));
    assert.deepEqual(broken(inside, allowed), []);
  });

  it('lets the editor know of the page only what they say to each other', () => {
    const known = imports.filter(({ from, to }) => roomOf(from) === 'editor' && roomOf(to) === 'webview');
    assert.deepEqual(
      broken(known, ({ to }) => to === 'webview/protocol.ts'),
      [],
    );
  });

  it('lets the core import from its left only', () => {
    const inside = imports.filter(({ from, to }) => roomOf(from) === 'core' && roomOf(to) === 'core');
    assert.deepEqual(
      broken(inside, ({ from, to }) => placeOf(to) <= placeOf(from)),
      [],
    );
  });

  it('keeps the core from the machine', () => {
    const core = imports.filter(({ from }) => roomOf(from) === 'core');
    assert.deepEqual(
      broken(core, ({ to }) => !to.startsWith('node:') && !builtinModules.includes(to) && to !== 'vscode'),
      [],
    );
  });

  it('lets only the editor see vscode', () => {
    assert.deepEqual(
      broken(imports, ({ from, to }) => to !== 'vscode' || roomOf(from) === 'editor'),
      [],
    );
  });

  it('keeps neighbours apart', () => {
    const between = imports.filter(({ from, to }) =>
      Object.entries(neighbours).some(([folder, common]) => {
        const [a, b] = [memberOf(folder, from), memberOf(folder, to)];
        return a !== null && b !== null && a !== 'index' && a !== b && !common.includes(b);
      }),
    );
    assert.deepEqual(between, []);
  });

  it('imports nothing that is not there', () => {
    const relatives = imports.filter(({ to }) => /\.(tsx?|json)$/.test(to));
    assert.deepEqual(
      broken(relatives, ({ to }) => existsSync(join(source, to))),
      [],
    );
  });

  it('imports no package that package.json does not name', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
    const named = Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] });
    const packages = imports.filter(
      ({ to }) => !to.startsWith('node:') && !/\.(tsx?|json)$/.test(to) && to !== 'vscode',
    );
    assert.deepEqual(
      broken(packages, ({ to }) => named.some((name) => to === name || to.startsWith(`${name}/`))),
      [],
    );
  });

  it('has no drawers for what has no place', () => {
    const drawers = /(^|\/)(utils?|common|shared|helpers?|lib|services?|types|misc)(\/|\.ts$)/;
    assert.deepEqual(
      files.filter((path) => drawers.test(path)),
      [],
    );
  });

  it('has no file of more than 300 lines', () => {
    const long = files.filter((path) => readFileSync(join(source, path), 'utf8').split('\n').length > 301);
    assert.deepEqual(long, []);
  });
});

function broken(all: readonly Import[], holds: (one: Import) => boolean): string[] {
  return all.filter((one) => !holds(one)).map(({ from, to }) => `${from} → ${to}`);
}

/** Static, dynamic and type-only imports and re-exports; relative ones as paths from `src`. */
function importsOf(from: string): Import[] {
  const file = ts.createSourceFile(
    from,
    readFileSync(join(source, from), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      specifiers.push((node.moduleSpecifier as ts.StringLiteral).text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      assert.ok(
        specifier && ts.isStringLiteral(specifier),
        `${from} imports what nobody can see before it runs`,
      );
      specifiers.push(specifier.text);
    }
    if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    )
      specifiers.push(node.argument.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return specifiers.map((specifier) => ({ from, to: resolved(from, specifier) }));
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative(source, normalize(join(source, dirname(from), specifier))).replaceAll('\\', '/');
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function placeOf(path: string): number {
  const name = basename(path.split('/')[1] ?? '', '.ts');
  const place = line.findIndex((names) => names.includes(name));
  assert.ok(
    place >= 0,
    `${path} has no place in the line of the core: give it one here and in docs/architecture.md`,
  );
  return place;
}

function memberOf(folder: string, path: string): string | null {
  if (!path.startsWith(`${folder}/`)) return null;
  return basename(path.slice(folder.length + 1).split('/')[0] ?? '', '.ts');
}
