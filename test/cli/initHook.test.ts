// What init writes is run by git itself here.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { spawnSync } from 'node:child_process';
import { promptmeter, Sandbox, type Outcome } from './console.ts';
import { agent, harbourRepository, long, short } from './gateHarbour.ts';
import { git, gitEnvironment } from './git.ts';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
const hook = '.git/hooks/pre-commit';

describe('the hook that init writes', () => {
  let harbour: Sandbox;
  beforeEach(() => {
    harbour = harbourRepository();
    harbour.write('bin/promptmeter', `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
    chmodSync(join(harbour.root, 'bin/promptmeter'), 0o755);
    harbour.write('.git/info/exclude', 'bin\n');
  });
  afterEach(() => {
    harbour.remove();
  });
  const env = () => ({
    ...gitEnvironment,
    PATH: `${join(harbour.root, 'bin')}:${gitEnvironment['PATH'] ?? ''}`,
  });
  const init = (...words: string[]): Promise<Outcome> =>
    promptmeter(['init', ...words], { cwd: harbour.root, env: env() });
  const commit = () => {
    git(['add', '-A'], harbour.root);
    return spawnSync('git', ['commit', '-m', 'Speak'], { cwd: harbour.root, env: env(), encoding: 'utf8' });
  };
  const read = (path: string) => readFileSync(join(harbour.root, path), 'utf8');

  it('refuses a commit over its budget, and lets one within it pass', async () => {
    const { code, stderr } = await init('--yes');
    assert.equal(code, 0, stderr);
    assert.ok(!stderr.includes('PATH'), stderr);
    harbour.write('src/agent.ts', agent(long));
    const refused = commit();
    assert.equal(refused.status, 1);
    assert.match(refused.stdout + refused.stderr, /#ask.*, \d+ more than the 20 of \*\*/);
    harbour.write('src/agent.ts', agent(`${short} `));
    const passed = commit();
    assert.equal(passed.status, 0, passed.stderr);
  });

  it('keeps what a hook did, and its rights', async () => {
    harbour.write(hook, '#!/bin/sh\necho the tide is high\nexit 0\n');
    chmodSync(join(harbour.root, hook), 0o750);
    await init('--yes', '-q');
    assert.equal(statSync(join(harbour.root, hook)).mode & 0o777, 0o750);
    harbour.write('src/agent.ts', agent(long));
    assert.equal(commit().status, 1);
    harbour.write('src/agent.ts', agent(`${short}!`));
    assert.match(commit().stderr, /the tide is high/);
    await init('--undo', '--yes');
    assert.equal(read(hook), '#!/bin/sh\necho the tide is high\nexit 0\n');
  });

  it('is not put into a hook that is another program, or switched off', async () => {
    harbour.write(hook, '#!/usr/bin/env python3\nprint("tide")\n');
    chmodSync(join(harbour.root, hook), 0o755);
    const python = await init('--yes');
    assert.match(
      python.stdout,
      /is no shell script, so it stays as it stands; add\n {2}promptmeter check --staged/,
    );
    writeFileSync(join(harbour.root, hook), '#!/bin/sh\nmake\n');
    chmodSync(join(harbour.root, hook), 0o644);
    assert.match((await init('--yes')).stdout, /is no program, so git does not run it/);
    assert.equal(read(hook), '#!/bin/sh\nmake\n');
  });

  it('goes where core.hooksPath says, unless that is for other repositories too', async () => {
    git(['config', 'core.hooksPath', 'tools/hooks'], harbour.root);
    await init('--yes', '-q');
    assert.match(read('tools/hooks/pre-commit'), /promptmeter check --staged/);
    const elsewhere = new Sandbox(undefined, 'none');
    try {
      git(['config', 'core.hooksPath', elsewhere.root], harbour.root);
      const { stdout } = await init('--yes');
      assert.match(stdout, /serves other repositories too/);
      assert.ok(!existsSync(join(elsewhere.root, 'pre-commit')));
    } finally {
      elsewhere.remove();
    }
  });

  it('is found in a worktree, where git keeps the hooks of the main one', async () => {
    git(['worktree', 'add', '-q', 'pier'], harbour.root);
    const cwd = join(harbour.root, 'pier');
    const { code, stderr } = await promptmeter(['init', '--yes', '-q'], { cwd, env: env() });
    assert.equal(code, 0, stderr);
    assert.match(read(hook), /promptmeter check --staged/);
    const undone = await promptmeter(['init', '--undo', '--yes', '-q'], { cwd, env: env() });
    assert.equal(undone.code, 0, undone.stderr);
    assert.ok(!existsSync(join(harbour.root, hook)));
  });

  it('runs the promptmeter that the project depends on', async () => {
    harbour.write('package.json', '{ "devDependencies": { "promptmeter": "^0.1.0" } }\n');
    const { stderr } = await init('--yes');
    assert.ok(!stderr.includes('PATH'), stderr);
    assert.match(read(hook), /^node_modules\/\.bin\/promptmeter check --staged/m);
  });

  it('is told to whoever keeps hooks in package.json, also where that names promptmeter', async () => {
    const stated = { devDependencies: { promptmeter: '^0.1.0' }, 'simple-git-hooks': { 'pre-push': 'make' } };
    harbour.write('package.json', JSON.stringify(stated));
    const { stdout } = await init('--yes');
    assert.match(stdout, /package\.json is not in a form .* add\n {2}"pre-commit": "node_modules/);
    assert.ok(!existsSync(join(harbour.root, hook)));
  });

  it('is found where pre-commit takes it from our repository', async () => {
    harbour.write('.pre-commit-config.yaml', 'repos:\n- repo: ../meter\n  hooks:\n  - id: promptmeter\n');
    assert.match((await init('--yes')).stdout, /\.pre-commit-config\.yaml runs promptmeter already/);
  });

  it('says what it could not read', async () => {
    harbour.write(`${hook}/tide`, '');
    const { code, stderr } = await init('--yes');
    assert.equal(code, 2);
    assert.match(stderr, /hooks\/pre-commit could not be read or written \(EISDIR\): see that/);
  });

  it('asks a person, and takes anything but a yes for a no', async () => {
    const asked = (input: string) =>
      promptmeter(['init'], { cwd: harbour.root, env: env(), input, keyboard: true });
    assert.match((await asked('well\n')).stderr, /nothing was written/);
    assert.ok(!existsSync(join(harbour.root, hook)));
    assert.match((await asked('y\n')).stderr, /wrote \.git\/hooks\/pre-commit/);
  });

  it('is written into no bare repository', async () => {
    git(['init', '-q', '--bare', 'quay.git'], harbour.root);
    const cwd = join(harbour.root, 'quay.git');
    rmSync(join(harbour.root, '.git'), { recursive: true });
    const { code, stderr } = await promptmeter(['init', '--yes'], { cwd, env: env() });
    assert.match(stderr, /this is a bare repository, in which no files stand: run init in a clone/);
    assert.equal(code, 2);
  });

  it('says why it could not write', async () => {
    symlinkSync('nowhere/at/all', join(harbour.root, hook));
    const { code, stderr } = await init('--yes');
    assert.equal(code, 2);
    assert.match(stderr, /\.git\/hooks\/pre-commit could not be written: \w+/);
  });
});
