// The law of docs/architecture.md as zones, and how our code reads.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Rooms, and what each may import besides itself. */
const rooms = {
  core: [],
  host: ['core'],
  ledger: ['core', 'host'],
  gateway: ['core', 'host', 'ledger'],
  report: ['core', 'ledger'],
  cli: ['core', 'host', 'ledger', 'gateway', 'report'],
  editor: ['core', 'host', 'ledger', 'gateway', 'report', 'webview/protocol.ts'],
  webview: [],
};

/** Inside the core everything imports only what stands to its left. */
const line = [
  'source',
  'prompts',
  'tokens',
  'prices',
  'report.ts',
  'meter.ts',
  'budgets.ts',
  'compare.ts',
  'analyze.ts',
];

const zones = [
  ...Object.entries(rooms).map(([room, others]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, ...others].map((other) => `./${other}`),
    message: `${room} may import ${['itself', ...others].join(', ')} only.`,
  })),
  ...line.slice(0, -1).map((name, i) => ({
    target: `./src/core/${name}`,
    from: line.slice(i + 1).map((right) => `./src/core/${right}`),
    message: `${name} stands to the left of that: see docs/architecture.md.`,
  })),
  {
    target: './src/core/{text,host,config,configValues,shape,glob,nearest}.ts',
    from: line.map((name) => `./src/core/${name}`),
    message: 'What all of the core stands on imports nothing of it.',
  },
  ...siblings('src/report', ['terminal.ts', 'markdown.ts', 'json.ts']),
  ...['src/cli/commands', 'src/core/source/languages'].flatMap((folder) =>
    siblings(folder, membersOf(folder)),
  ),
  // The folders of the formats, and format.ts, are what several formats stand on.
  ...siblings(
    'src/core/source/formats',
    membersOf('src/core/source/formats').filter((name) => name.endsWith('.ts') && name !== 'format.ts'),
  ),
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'out',
      '.vscode-test',
      'examples',
      'media',
      'test/**/fixtures',
      'test/rules/*-*',
      'test/core/prompts/languages',
      'test/editor/workspaces',
    ],
  },
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    rules: {
      // A switch counts once: a table of cases is no tangle.
      complexity: ['error', { max: 25, variant: 'modified' }],
      eqeqeq: 'error',
      'max-depth': ['error', 4],
      'max-lines': ['error', 300],
      'max-params': ['error', 5],
      'no-nested-ternary': 'error',
      'no-console': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A leading underscore says that something is left out on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // node:test's own functions return promises that nobody needs to await.
    files: ['src/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/editor/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'Only src/editor imports vscode.' }] },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['node:*', 'vscode'], message: 'The core is pure: ask the Host.' }],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'fetch',
          'console',
          'require',
          'performance',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'Buffer',
        ],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock.' },
        { object: 'Math', property: 'random', message: 'The core always says the same.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The core has no clock.',
        },
      ],
    },
  },
  {
    files: ['scripts/**', 'test/**', '*.mjs'],
    rules: { 'no-console': 'off', 'import-x/no-default-export': 'off' },
  },
);

/** What stands in a folder; `index.ts` knows all of it. */
function membersOf(folder) {
  const path = join(import.meta.dirname, folder);
  return existsSync(path) ? readdirSync(path).filter((name) => name !== 'index.ts') : [];
}

/** Neighbours that know nothing of each other. */
function siblings(folder, names) {
  if (names.length < 2) return [];
  return names.map((name) => ({
    target: `./${folder}/${name}`,
    from: names.filter((other) => other !== name).map((other) => `./${folder}/${other}`),
    message: 'Neighbours know nothing of each other: move what both need to a file of its own.',
  }));
}
