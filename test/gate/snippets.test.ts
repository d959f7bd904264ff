import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { commands } from '../../src/cli/manual/index.ts';
import { globalFlags } from '../../src/cli/globals.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/gate.md'), 'utf8');
const snippets = [...page.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(
  ([, language = '', path = '', text = '']) => ({ language, path, text }),
);
const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly pass_filenames: boolean;
  readonly require_serial: boolean;
}[];

describe('what people copy from the page of the gate', () => {
  it('is there for each of the programs', () => {
    assert.deepEqual(
      snippets.map(({ path }) => path),
      [
        '.pre-commit-config.yaml',
        '.pre-commit-config.yaml',
        '.husky/pre-commit',
        'lefthook.yml',
        'lint-staged.config.mjs',
        '.git/hooks/pre-commit',
        '.github/workflows/prompts.yml',
        '.gitlab-ci.yml',
      ],
    );
  });

  for (const { language, path, text } of snippets)
    it(`${path} parses`, () => {
      if (language === 'yaml') assert.equal(typeof parse(text), 'object');
      const checker = { sh: ['sh', '-n'], js: [process.execPath, '--input-type=module', '--check'] }[
        language
      ];
      if (checker === undefined) return;
      const { status, stderr } = spawnSync(checker[0] ?? '', checker.slice(1), {
        input: text,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
    });

  it('names hooks that there are, which are given no files', () => {
    const named = [...page.matchAll(/- id: (\S+)|^\| `(promptmeter-?\w*)` /gm)].map(
      ([, id, row]) => id ?? row,
    );
    assert.deepEqual(new Set(named), new Set(hooks.map(({ id }) => id)));
    for (const hook of hooks)
      assert.deepEqual([hook.language, hook.pass_filenames, hook.require_serial], ['node', false, true]);
  });

  it('runs commands with options that there are', () => {
    const lines = [page, ...hooks.map(({ entry }) => entry)].join('\n');
    const used = [...lines.matchAll(/promptmeter (check|init)((?: --[\w-]+)*)/g)];
    assert.ok(used.length > 10);
    for (const [, name, flags = ''] of used) {
      const known = commands.find((command) => command.name === name)?.flags ?? [];
      for (const flag of flags.split(' --').slice(1))
        assert.ok(
          [...known, ...globalFlags].some((one) => one.name === flag),
          `${name} --${flag}`,
        );
    }
  });
});
