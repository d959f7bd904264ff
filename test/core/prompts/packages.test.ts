import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf, texts } from '../../hostile/memory.ts';

const order = (module: string): string => `import OpenAI from 'openai';
import { SYSTEM } from '${module}';
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`\${SYSTEM} Be brief.\` }] });`;

const system = `export const SYSTEM = 'You are the baker of this shop.';`;

const manifests: readonly (readonly [string, string, object, string])[] = [
  [
    'its exports',
    '@bakery/prompts',
    { exports: { '.': { types: './dist/texts.d.ts', import: './dist/texts.js' } } },
    'src/texts.ts',
  ],
  [
    'a path of its exports',
    '@bakery/prompts/baker',
    { exports: { './baker': './dist/people/baker.mjs' } },
    'src/people/baker.ts',
  ],
  ['its main file', '@bakery/prompts', { main: 'lib/main.js' }, 'src/main.ts'],
  ['its usual source', '@bakery/prompts', {}, 'src/index.ts'],
  ['a path in it', '@bakery/prompts/baker', {}, 'src/baker.ts'],
];

describe('another package of the repository', () => {
  for (const [how, module, manifest, file] of manifests)
    it(`is found by ${how}`, async () => {
      const report = await reportOf({
        'apps/shop/src/order.ts': order(module),
        'packages/prompts/package.json': JSON.stringify({ name: '@bakery/prompts', ...manifest }),
        [`packages/prompts/${file}`]: system,
      });
      assert.ok(texts(report).includes('You are the baker of this shop. Be brief.'));
    });

  const lists: readonly (readonly [string, string, string])[] = [
    ['package.json', JSON.stringify({ workspaces: ['tools/*', '!tools/old'] }), 'tools/prompts'],
    ['package.json', JSON.stringify({ workspaces: { packages: ['./oven/texts'] } }), 'oven/texts'],
    ['pnpm-workspace.yaml', 'packages:\n  - "shared/code/**"\n', 'shared/code/prompts'],
  ];
  for (const [path, list, folder] of lists)
    it(`is found where ${path} lists it: ${folder}`, async () => {
      const report = await reportOf({
        [path]: list,
        'apps/shop/src/order.ts': order('@bakery/prompts'),
        [`${folder}/package.json`]: JSON.stringify({ name: '@bakery/prompts' }),
        [`${folder}/src/index.ts`]: system,
      });
      assert.ok(texts(report).includes('You are the baker of this shop. Be brief.'));
    });

  it('is found by its name alone where the list cannot be read', async () => {
    const report = await reportOf({
      'package.json': '{ "workspaces": [',
      'pnpm-workspace.yaml': 'packages: *list\n- [',
      'apps/shop/src/order.ts': order('@bakery/prompts'),
      'packages/prompts/package.json': JSON.stringify({ name: '@bakery/prompts' }),
      'packages/prompts/src/index.ts': system,
    });
    assert.ok(texts(report).includes('You are the baker of this shop. Be brief.'));
  });

  it('is none that has another name', async () => {
    const report = await reportOf({
      'apps/shop/src/order.ts': order('@mill/prompts'),
      'packages/prompts/package.json': JSON.stringify({ name: '@bakery/prompts' }),
      'packages/prompts/src/index.ts': system,
    });
    assert.ok(texts(report).includes('{} Be brief.'));
  });
});

describe('a class of PHP', () => {
  const shop = `<?php
namespace Bakery\\Shop;
use Bakery\\Texts\\Baker;
$client = OpenAI::client($key);
$client->chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'system', 'content' => Baker::SYSTEM]]]);`;
  const baker = `<?php
namespace Bakery\\Texts;
class Baker { const SYSTEM = 'You are the baker of this shop.'; }`;
  const found = async (psr4: object): Promise<boolean> => {
    const report = await reportOf({
      'composer.json': JSON.stringify({ autoload: { 'psr-4': psr4 } }),
      'web/order.php': shop,
      'code/words/Baker.php': baker,
    });
    const sent = report.calls.flatMap(({ prompts }) => prompts);
    return report.prompts.some(({ id, path }) => sent.includes(id) && path === 'code/words/Baker.php');
  };

  it('stands where Composer is told that its namespace is', async () => {
    assert.equal(await found({ 'Bakery\\': 'web/', 'Bakery\\Texts\\': ['missing', 'code/words/'] }), true);
    assert.equal(await found({ 'Mill\\': 'code/words/' }), false);
    assert.equal(await found({ 'Bakery\\Texts\\': '../outside' }), false);
  });
});

describe('a package of the repository in another language', () => {
  it('is found in the `src` of a project of Python', async () => {
    const report = await reportOf({
      'pyproject.toml': '[project]\nname = "bakery"\n',
      'src/bakery/__init__.py': '',
      'src/bakery/texts.py': 'SYSTEM = "You are the baker of this shop."\n',
      'scripts/order.py': `from bakery.texts import SYSTEM
from openai import OpenAI
OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"{SYSTEM} Be brief."}])`,
    });
    assert.ok(texts(report).includes('You are the baker of this shop. Be brief.'));
  });

  for (const [how, manifest, workspace] of [
    ['by its path', 'shop-texts = { path = "../shop-texts" }', ''],
    ['by a table', 'serde = "1"\n[dependencies.shop-texts]\nversion = "1"\npath = "../shop-texts"', ''],
    [
      'by the workspace',
      'shop-texts.workspace = true',
      '[workspace.dependencies]\nshop-texts = { path = "crates/shop-texts" }',
    ],
  ] as const)
    it(`is found as a crate of Rust ${how}`, async () => {
      const report = await reportOf({
        'Cargo.toml': `[workspace]\nmembers = ["crates/*"]\n${workspace}\n`,
        'crates/shop-texts/Cargo.toml': '[package]\nname = "shop-texts"\n',
        'crates/shop-texts/src/lib.rs': 'pub mod bread;\n',
        'crates/shop-texts/src/bread.rs': 'pub const RYE: &str = "You are the baker of this shop.";\n',
        'crates/desk/Cargo.toml': `[package]\nname = "desk"\n[dependencies]\n${manifest}\n`,
        'crates/desk/src/main.rs': `use rig::completion::Prompt;
use shop_texts::bread::RYE;
fn main() { let agent = client.agent("gpt-4o").preamble(&format!("{} Be brief.", RYE)).build(); }`,
      });
      assert.ok(
        texts(report).includes('You are the baker of this shop. Be brief.'),
        JSON.stringify(texts(report)),
      );
    });

  it('is not looked for where a crate comes from elsewhere', async () => {
    const report = await reportOf({
      'Cargo.toml': '[workspace.dependencies]\nshop-texts = { path = "shop-texts" }\n',
      'shop-texts/src/lib.rs': 'pub const RYE: &str = "You are the baker of this shop.";\n',
      'desk/Cargo.toml': '[dependencies]\nother = "1"\n',
      'desk/src/main.rs': `use rig::completion::Prompt;
use shop_texts::RYE;
fn main() { let agent = client.agent("gpt-4o").preamble(&format!("{} Be brief.", RYE)).build(); }`,
    });
    assert.ok(!texts(report).includes('You are the baker of this shop. Be brief.'));
  });
});
