import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from './console.ts';
import { agent, harbourRepository, long, short } from './gateHarbour.ts';
import { git } from './git.ts';

const command = join(dirname(fileURLToPath(import.meta.url)), '../../src/cli/main.ts');

describe('a hook that git runs before a commit', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = harbourRepository();
    hookWith('check --staged -q');
  });
  afterEach(() => {
    sandbox.remove();
  });
  const hookWith = (words: string): void => {
    const hook = join(sandbox.root, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec '${process.execPath}' '${command}' ${words}\n`);
    chmodSync(hook, 0o755);
  };

  it('refuses one that goes over its budget, and says why', () => {
    sandbox.write('src/agent.ts', agent(long));
    const { code, stdout, stderr } = git(['commit', '-qam', 'Say more'], sandbox.root);
    assert.equal(code, 1);
    assert.match(stdout + stderr, /src\/agent\.ts#.* has \d+ tokens \(\d+ before\), \d+ more than the 20 of/);
    assert.equal(git(['log', '--oneline'], sandbox.root).stdout.trim().split('\n').length, 1);
  });

  it('looks at the files that are committed, and not at others that are staged', () => {
    sandbox.write('src/agent.ts', agent(long));
    git(['add', '-A'], sandbox.root);
    sandbox.write('src/tug.ts', agent(`${short} Tugs.`));
    git(['add', 'src/tug.ts'], sandbox.root);
    const single = git(['commit', '-qm', 'Add a tug', '--', 'src/tug.ts'], sandbox.root);
    assert.equal(single.code, 0, single.stdout + single.stderr);
    const rest = git(['commit', '-qm', 'Say more'], sandbox.root);
    assert.equal(rest.code, 1);
  });

  it('lets a merge take over what was accepted elsewhere, and checks what it resolves', () => {
    const run = (...words: string[]): number => git(words, sandbox.root).code;
    run('checkout', '-q', '-b', 'tides');
    sandbox.write('src/tides.ts', agent(long));
    sandbox.write('src/agent.ts', agent(`${short} Tides.`));
    run('add', '-A');
    assert.equal(run('commit', '-q', '--no-verify', '-m', 'Tides'), 0);
    run('checkout', '-q', 'main');
    sandbox.write('src/agent.ts', agent(`${short} Fog.`));
    assert.equal(run('commit', '-qam', 'Fog'), 0);
    assert.equal(run('merge', '-q', 'tides'), 1);
    sandbox.write('src/agent.ts', agent(long));
    run('add', '-A');
    assert.equal(run('commit', '-qm', 'Merge tides'), 1);
    sandbox.write('src/agent.ts', agent(`${short} Fog and tides.`));
    run('add', '-A');
    assert.equal(run('commit', '-qm', 'Merge tides'), 0);
  });

  const rows = ['"north": { "metres": 12, "free": true }', '"south": { "metres": 18, "free": false }'];
  const prompt = (json: string): string => `BERTH_PROMPT = """You know the berths:\n${json}\nName one."""\n`;
  const berths = prompt(`{\n  ${rows.join(',\n  ')}\n}`);
  const mended = prompt(`{${rows.join(',').replaceAll(' ', '')}}`);
  const said = (...words: string[]): string => git(words, sandbox.root).stdout;

  it('mends what all of the index commits, and leaves nothing behind', () => {
    hookWith('check --staged --fix -q');
    sandbox.write('promptmeter.config.json', '{}');
    git(['commit', '-qam', 'Without budgets'], sandbox.root);
    sandbox.write('berths.py', berths);
    git(['add', '-A'], sandbox.root);
    const { code, stdout, stderr } = git(['commit', '-qm', 'Berths'], sandbox.root);
    assert.equal(code, 0, stdout + stderr);
    assert.equal(said('show', 'HEAD:berths.py'), mended);
    assert.equal(said('status', '--porcelain'), '');
    sandbox.write('berths.py', berths);
    assert.equal(git(['commit', '-qam', 'Berths again'], sandbox.root).code, 0);
    assert.equal(said('status', '--porcelain'), '');
  });

  it('mends nothing where single files are committed: the index that is kept for later would take it back', () => {
    hookWith('check --staged --fix -q');
    sandbox.write('promptmeter.config.json', '{}');
    git(['commit', '-qam', 'Without budgets'], sandbox.root);
    sandbox.write('berths.py', berths);
    git(['add', '-A'], sandbox.root);
    const { code, stdout, stderr } = git(['commit', '-qm', 'Berths', '--', 'berths.py'], sandbox.root);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stderr, /berths\.py: not fixed, because git commits this file alone/);
    assert.equal(said('show', 'HEAD:berths.py'), berths);
    assert.equal(said('status', '--porcelain'), '');
  });
});
