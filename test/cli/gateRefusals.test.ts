import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Sandbox } from './console.ts';
import { agent, check, freshHarbour, long } from './gateHarbour.ts';
import { git } from './git.ts';

describe('a gate that cannot do its work', () => {
  const harbour = freshHarbour();
  const { at, run, done } = harbour;

  it('is told where there is none', async () => {
    const other = new Sandbox(undefined, 'none');
    try {
      const { code, stderr } = await check(other.root, ['--staged']);
      assert.equal(code, 2);
      assert.match(stderr, /is in no git repository: run it inside one/);
    } finally {
      other.remove();
    }
  });

  it('is told where it is bare', async () => {
    const alone = new Sandbox(undefined, 'none');
    try {
      git(['clone', '-q', '--bare', harbour.sandbox.root, 'bare.git'], alone.root);
      const bare = await check(join(alone.root, 'bare.git'), ['--staged']);
      assert.equal(bare.code, 2);
      assert.match(bare.stderr, /is a bare repository, in which no files stand/);
    } finally {
      alone.remove();
    }
  });

  it('is told where git is not there', async () => {
    const { code, stderr } = await check(harbour.sandbox.root, ['--staged'], { PATH: '/nonexistent' });
    assert.equal(code, 2);
    assert.match(stderr, /git was not found: install it/);
  });

  it('is told where there is no such base, and of a shallow clone how to get it', async () => {
    const missing = await run('--base', 'origin/main');
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /there is no commit origin\/main: check the spelling, or fetch it/);
    harbour.sandbox.write('src/agent.ts', agent(long));
    done('commit', '-qam', 'Say more');
    git(['clone', '-q', '--depth=1', `file://${harbour.sandbox.root}`, 'shallow'], harbour.sandbox.root);
    const shallow = await check(at('shallow'), ['--base', 'HEAD~1']);
    assert.equal(shallow.code, 2);
    assert.match(shallow.stderr, /in this shallow clone: fetch it with git fetch --unshallow/);
  });

  it('takes a base that looks like an option for a name', async () => {
    const { code, stderr } = await run('--base=--output=stolen');
    assert.equal(code, 2);
    assert.match(stderr, /there is no commit --output=stolen/);
  });

  it('never takes a broken configuration for a clean run', async () => {
    harbour.sandbox.write('promptmeter.config.json', '{ "budgets": [{ "prompts": "**" }] }');
    done('add', '-A');
    const { code, stderr } = await run('--staged');
    assert.equal(code, 2);
    assert.match(stderr, /promptmeter\.config\.json:1: "budgets\[0\]" needs at least one of/);
  });

  it('reads the configuration and the baseline that are staged', async () => {
    harbour.sandbox.write('src/agent.ts', agent(long));
    done('add', '-A');
    harbour.sandbox.write('promptmeter.config.json', '{}');
    assert.equal((await run('--staged')).code, 1);
    done('add', '-A');
    const { code, stderr } = await run('--staged');
    assert.deepEqual([code, /no budgets are configured/.test(stderr)], [0, true]);
    harbour.sandbox.write('promptmeter.baseline.json', '{"schemaVersion": 2}');
    done('add', '-A');
    const broken = await run('--staged');
    assert.equal(broken.code, 2);
    assert.match(broken.stderr, /promptmeter\.baseline\.json is no baseline, its "schemaVersion" is not 1/);
  });

  it('says where a price is missing for a budget in money, and fails only if told to', async () => {
    const priceless = (unpriced: string): string =>
      JSON.stringify({ unpriced, budgets: [{ prompts: '**', maxUsdPerCall: '1c' }] });
    harbour.sandbox.write('src/agent.ts', agent(long).replace('gpt-4.1', 'harbour-own-7b'));
    harbour.sandbox.write('promptmeter.config.json', priceless('pass'));
    done('add', '-A');
    const passing = await run('--staged');
    assert.deepEqual([passing.code, /uncheckable/.test(passing.stdout)], [0, true], passing.stdout);
    harbour.sandbox.write('promptmeter.config.json', priceless('fail'));
    done('add', '-A');
    const failing = await run('--staged');
    assert.equal(failing.code, 1);
    assert.match(
      failing.stdout,
      /^src\/agent\.ts#.* cannot be held to \$0\.01 per call of \*\*: no price is known/,
    );
  });
});
