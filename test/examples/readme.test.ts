import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { promptmeter } from '../cli/console.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the README shows what the command says of the shop, and leaves lines out where it says so', async () => {
  const { stdout } = await promptmeter(['scan', 'examples/shop'], { cwd: root });
  const [, shown = ''] = /`promptmeter scan examples\/shop` says[^`]*```\n([^]*?)```/.exec(readme) ?? [];
  assert.ok(shown.length > 500, 'there is such a sample');
  let from = 0;
  for (const part of shown.split(/^ *…\n/m)) {
    const at = stdout.indexOf(part, from);
    assert.ok(at >= from, `these lines are not in the report:\n${part}\nThe report:\n${stdout}`);
    from = at + part.length;
  }
});

test('the README’s sentence on the clock has the numbers of the report', async () => {
  const { stdout } = await promptmeter(['scan', 'examples/shop', '--format', 'json'], { cwd: root });
  const { prompts } = JSON.parse(stdout) as {
    prompts: { id: string; tokens: { count: number }; cache: { stablePrefixTokens: number } | null }[];
  };
  const clock = prompts.find(({ id }) => id.endsWith('#orderingPrompt'));
  assert.ok(clock?.cache);
  const { stablePrefixTokens } = clock.cache;
  const rest = clock.tokens.count - stablePrefixTokens;
  assert.match(
    readme,
    new RegExp(`that is ${stablePrefixTokens} tokens, and ${rest.toLocaleString('en-US')} that never change`),
  );
});
