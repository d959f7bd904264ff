import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaultConfig } from '../../src/core/config.ts';
import { findConfiguration, readConfiguration } from '../../src/host/configuration/find.ts';
import { rebaseConfig } from '../../src/host/configuration/rebase.ts';
import { folderWith } from './folder.ts';

const gpt4o = {
  'promptmeter.config.json': '{ "defaultModel": "gpt-4o" }',
  'promptmeter.config.jsonc': '{ "defaultModel": "gpt-4o", /* the counter */ }',
  'promptmeter.config.yaml': '# the counter\ndefaultModel: gpt-4o\n',
  'promptmeter.config.yml': 'defaultModel: "gpt-4o"\n',
  'package.json': '{ "name": "bakery", "promptmeter": { "defaultModel": "gpt-4o" } }',
  'pyproject.toml': '[project]\nname = "bakery"\n\n[tool.promptmeter]\ndefaultModel = "gpt-4o"\n',
};

describe('finding the configuration', () => {
  for (const [name, text] of Object.entries(gpt4o))
    it(`reads ${name}`, async (context) => {
      const root = folderWith(context, { [name]: text });
      const found = await findConfiguration(root, root);
      assert.deepEqual(found.problems, []);
      assert.equal(found.file, join(root, name));
      assert.equal(found.config.defaultModel, 'gpt-4o');
    });

  it('is content without one', async (context) => {
    const files = { 'package.json': '{ "name": "promptmeter-bakery" }', 'pyproject.toml': '[tool.ruff]\n' };
    const root = folderWith(context, files);
    const found = await findConfiguration(root, root);
    assert.deepEqual([found.file, found.config, found.problems], [null, defaultConfig, []]);
  });

  it('uses the one nearest to the top, and names the others', async (context) => {
    const root = folderWith(context, {
      'promptmeter.config.json': '{ "defaultModel": "gpt-4o" }',
      'shop/package.json': '{ "promptmeter": {} }',
      'shop/till/promptmeter.config.yaml': 'defaultModel: gpt-4.1',
    });
    const found = await findConfiguration(join(root, 'shop/till'), root);
    assert.equal(found.config.defaultModel, 'gpt-4o');
    assert.deepEqual(found.passedOver, [
      join(root, 'shop/package.json'),
      join(root, 'shop/till/promptmeter.config.yaml'),
    ]);
  });

  it('looks no further than the top', async (context) => {
    const root = folderWith(context, { 'promptmeter.config.json': '{}', 'shop/till/a.ts': '' });
    assert.equal((await findConfiguration(join(root, 'shop/till'), join(root, 'shop'))).file, null);
  });

  it('refuses two in one folder', async (context) => {
    const root = folderWith(context, { ...gpt4o });
    const [problem] = (await findConfiguration(root, root)).problems;
    assert.match(
      problem?.message ?? '',
      /promptmeter\.config\.jsonc beside it configures promptmeter as well: keep one/,
    );
  });
});

describe('a configuration file that is wrong', () => {
  const wrong: Readonly<Record<string, readonly [name: string, text: string, line: number, says: RegExp]>> = {
    'an empty JSON file': ['a.json', '', 1, /empty/],
    'an empty YAML file': ['a.yaml', '# nothing\n', 1, /empty/],
    'broken JSON': ['a.json', '{\n "include": [\n}', 3, /no valid JSON/],
    'broken YAML': ['a.yaml', 'include: [\n', 2, /./],
    'a key twice in JSON': ['a.json', '{ "cache": {},\n "cache": {} }', 2, /"cache" stands here twice/],
    'a key twice in YAML': ['a.yaml', 'cache: {}\ncache: {}\n', 2, /unique/],
    'broken TOML': ['a.toml', '[tool.promptmeter]\ninclude = [\n', 3, /./],
    'a value of the wrong type in JSON': [
      'a.json',
      '{\n "exclude": [\n  "a",\n  7\n ]\n}',
      4,
      /"exclude\[1\]" must be a glob/,
    ],
    'a key below its parent in YAML': [
      'a.yaml',
      'cache:\n  # few\n  minimum: 1\n',
      3,
      /unknown key "minimum"/,
    ],
    'a key in a table of TOML': [
      'a.toml',
      '[tool.promptmeter]\n\n[tool.promptmeter.cache]\nminimum = 1\n',
      4,
      /unknown key/,
    ],
    'a list where an object should be': ['a.json', '[]', 1, /must be an object/],
    'an alias bomb': ['a.yaml', bomb(), 1, /repeats itself/],
    'a cycle': ['a.yaml', 'models: &m\n  aliases: *m\n', 2, /aliases/],
    'nesting without end in JSON': ['a.json', '['.repeat(100_000), 1, /nested too deeply/],
    'nesting without end in YAML': ['a.yaml', '['.repeat(100_000), 1, /nested too deeply/],
    'nesting without end in TOML': [
      'a.toml',
      `[tool.promptmeter]\na = ${'['.repeat(100_000)}`,
      1,
      /nested too deeply/,
    ],
    'a huge file': ['a.json', ' '.repeat(300 * 1024), 1, /larger than 0.25 MB/],
    'a binary file': ['a.json', '\0\0\0', 1, /binary/],
    'a file of another tool': [
      'package.json',
      '{ "name": "bakery" }',
      1,
      /nothing in it configures promptmeter/,
    ],
    'an ending that nobody reads': ['a.ini', '[promptmeter]', 1, /ends in \.json/],
  };

  for (const [name, [file, text, line, says]] of Object.entries(wrong))
    it(`is told with its line: ${name}`, async (context) => {
      const root = folderWith(context, { [file]: text });
      const { problems, config } = await readConfiguration(join(root, file));
      assert.match(problems[0]?.message ?? '', says);
      assert.equal(problems[0]?.line, line);
      assert.equal(config, defaultConfig);
    });

  it('tells what is not there or no file', async (context) => {
    const root = folderWith(context, {});
    mkdirSync(join(root, 'folder.json'));
    symlinkSync('round.json', join(root, 'round.json'));
    const says = async (name: string) =>
      (await readConfiguration(join(root, name))).problems[0]?.message ?? '';
    assert.match(await says('none.json'), /there is no such file/);
    assert.match(await says('folder.json'), /a folder/);
    assert.match(await says('round.json'), /back to itself/);
  });

  it('says nothing of the mistakes of other tools', async (context) => {
    const files = { 'package.json': '{ "name": ', 'pyproject.toml': '[tool.promptmeter-like\nx = ' };
    const root = folderWith(context, files);
    assert.deepEqual((await findConfiguration(root, root)).problems, []);
  });

  it('tells a mistake in the file that holds our section', async (context) => {
    const root = folderWith(context, { 'package.json': '{\n "promptmeter": {},\n "name" \n}' });
    assert.equal((await findConfiguration(root, root)).problems[0]?.line, 4);
  });

  it('takes no prototype from a file', async (context) => {
    const files = {
      'a.json': '{ "__proto__": { "defaultModel": "x" } }',
      'a.yaml': '__proto__:\n  defaultModel: x\n',
      'a.toml': '[tool.promptmeter]\n__proto__ = { defaultModel = "x" }\n',
    };
    const root = folderWith(context, files);
    for (const name of Object.keys(files)) {
      const { problems } = await readConfiguration(join(root, name));
      assert.match(problems[0]?.message ?? '', /__proto__/, name);
    }
    assert.equal(({} as Record<string, unknown>)['defaultModel'], undefined);
  });

  it('reads days of TOML and YAML as days', async (context) => {
    const root = folderWith(context, {
      'a.toml': '[tool.promptmeter.pricing]\nasOf = 2026-10-01\n',
      'a.yaml': 'pricing: { asOf: 2026-10-01 }\n',
    });
    for (const name of ['a.toml', 'a.yaml']) {
      const { config, problems } = await readConfiguration(join(root, name));
      assert.deepEqual([problems, config.pricing.asOf], [[], '2026-10-01'], name);
    }
  });
});

describe('a configuration seen from further out', () => {
  const config = {
    ...defaultConfig,
    include: ['src/**', './a.ts'],
    exclude: ['{old,older}'],
    budgets: [{ prompts: 'src/*#A', maxTokens: 1 }],
    promptModels: { 'src/a.ts#A': 'gpt-4o' },
    tokenizers: { 'gemini-*': './gemma/tokenizer.json', 'rye-*': '/models/rye/tokenizer.json' },
  };

  it('has its globs and ids moved', () => {
    const moved = rebaseConfig(config, 'shops/[north]');
    assert.deepEqual(moved.include, ['shops/\\[north\\]/src/**', 'shops/\\[north\\]/a.ts']);
    assert.deepEqual(moved.exclude, ['shops/\\[north\\]/{old,older}']);
    assert.deepEqual(moved.budgets, [{ prompts: 'shops/\\[north\\]/src/*#A', maxTokens: 1 }]);
    assert.deepEqual(moved.promptModels, { 'shops/[north]/src/a.ts#A': 'gpt-4o' });
    assert.deepEqual(moved.tokenizers, {
      'gemini-*': 'shops/[north]/gemma/tokenizer.json',
      'rye-*': '/models/rye/tokenizer.json',
    });
  });

  it('is the same from its own folder', () => {
    assert.equal(rebaseConfig(config, ''), config);
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\n`;
}
