import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from './planned.ts';
import { newHook, withCommand } from './shellHook.ts';
import { withYamlItem } from './yamlItem.ts';

/** A program that keeps the hooks of a repository in a file that is committed. */
export interface HookManager {
  readonly name: string;
  /** The file with the hooks; absolute, and not there where it would be new. `null` where the program is not used. */
  find(root: string): string | null;
  /** The file with one command more; `null` where nobody but a person can add it. @param text `null` for a new file. */
  add(text: string | null, command: string): Promise<string | null> | string | null;
  /** What a person adds. */
  byHand(command: string): string;
}

/** Those first that run the others' work. */
export const hookManagers: readonly HookManager[] = [
  {
    name: 'pre-commit',
    find: (root) => firstOf(root, ['.pre-commit-config.yaml', '.pre-commit-config.yml']),
    add: (text, command) => (text === null ? null : withYamlItem(text, ['repos'], preCommitItem(command))),
    byHand: (command) => preCommitItem(command).join('\n'),
  },
  {
    name: 'lefthook',
    find: (root) => firstOf(root, ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml']),
    add: (text, command) => (text === null ? null : withLefthook(text, command)),
    byHand: (command) =>
      ['pre-commit:', '  commands:', ...lefthookItem(command).map((line) => `    ${line}`)].join('\n'),
  },
  {
    name: 'husky',
    find: (root) => (existsSync(join(root, '.husky')) ? join(root, '.husky', 'pre-commit') : null),
    add: (text, command) => (text === null ? `${command}\n` : withCommand(text, command, { bare: true })),
    byHand: (command) => command,
  },
  {
    name: 'simple-git-hooks',
    find: (root) => {
      const file = join(root, 'package.json');
      return /"simple-git-hooks"\s*:\s*\{/.test(textAt(file) ?? '') ? file : null;
    },
    // one command stands for each hook, and only the person knows how theirs goes together with another one
    add: () => null,
    byHand: (command) => `"pre-commit": "${command}"`,
  },
];

/** A hook that git runs by itself. */
export function addToPlainHook(text: string | null, command: string): string | null {
  return text === null ? newHook(command) : withCommand(text, command);
}

async function withLefthook(text: string, command: string): Promise<string | null> {
  const [name = '', run = ''] = lefthookItem(command);
  const job = [`- name: ${name.replace(':', '')}`, run];
  const added =
    (await withYamlItem(text, ['pre-commit', 'commands'], [name, run])) ??
    (await withYamlItem(text, ['pre-commit', 'jobs'], job));
  if (added !== null || /^["']?pre-commit["']?\s*:/m.test(text)) return added;
  return withYamlItem(text, [], ['pre-commit:', '  commands:', `    ${name}`, `    ${run}`]);
}

function lefthookItem(command: string): string[] {
  return ['promptmeter:', `  run: ${command}`];
}

function preCommitItem(command: string): string[] {
  return [
    '- repo: local',
    '  hooks:',
    '    - id: promptmeter',
    '      name: promptmeter',
    `      entry: ${command}`,
    '      language: system',
    '      types: [text]',
    '      pass_filenames: false',
  ];
}

function firstOf(root: string, names: readonly string[]): string | null {
  return names.map((name) => join(root, name)).find((file) => existsSync(file)) ?? null;
}
