import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hookManagers } from '../../../src/host/setUp/hookManagers.ts';
import { newHook, withCommand } from '../../../src/host/setUp/shellHook.ts';
import { withYamlItem } from '../../../src/host/setUp/yamlItem.ts';

const command = 'promptmeter check --staged';
const lines = `# what this commit does to prompts is held to its budgets\n${command} || exit $?\n`;
const manager = (wanted: string) => {
  const found = hookManagers.find(({ name }) => name === wanted);
  assert.ok(found);
  return (text: string | null) => found.add(text, command);
};

describe('a hook that is a shell script', () => {
  it('is begun with the shell that git brings along', () => {
    assert.equal(newHook(command), `#!/bin/sh\n${lines}`);
  });

  it('runs one command more before what it did, which may end with exit', () => {
    const old = '#!/usr/bin/env bash\nset -e\nmake tide\nexit 0\n';
    assert.equal(withCommand(old, command), `#!/usr/bin/env bash\n${lines}set -e\nmake tide\nexit 0\n`);
  });

  it('keeps the first line of husky in front, which starts the script again', () => {
    const old = '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n';
    assert.equal(withCommand(old, command), old.replace('\n\n', `\n${lines}\n`));
  });

  it('keeps its line ends, and needs none at its end', () => {
    assert.equal(
      withCommand('#!/bin/sh\r\nmake\r\n', command),
      `#!/bin/sh\r\n${lines.replaceAll('\n', '\r\n')}make\r\n`,
    );
    assert.equal(withCommand('#!/bin/sh', command), `#!/bin/sh\n${lines}`);
  });

  it('is left alone where it is another program', () => {
    assert.equal(withCommand('#!/usr/bin/env python3\nprint()\n', command), null);
    assert.equal(withCommand('\u007fELF', command), null);
  });

  it('may lack its first line where husky runs it', async () => {
    assert.equal(await manager('husky')('npm test\n'), `${lines}npm test\n`);
    assert.equal(await manager('husky')(null), `${command}\n`);
  });
});

describe('hooks in YAML', () => {
  it('get one item more, and keep every other byte', async () => {
    const old =
      'repos: # all of them\n  - repo: local\n    hooks: [{id: "tide"}]  # spring\n\n\nci: {skip: [tide]}\n';
    const now = await manager('pre-commit')(old);
    assert.ok(now !== null);
    assert.equal(
      now.indexOf('  - repo: local\n    hooks:\n      - id: promptmeter\n'),
      old.indexOf('\n\n\n') + 1,
    );
    assert.equal(now.replace(/ {2}- repo: local\n {4}hooks:\n {6}- id: promptmeter\n(?: {8}.*\n)*/, ''), old);
  });

  it('get it where the last line has no end', async () => {
    assert.equal(
      await withYamlItem('berths:\n- north\n- south', ['berths'], ['- west']),
      'berths:\n- north\n- south\n- west\n',
    );
  });

  it('keep their line ends', async () => {
    const old = 'berths:\r\n  north: 1\r\n';
    assert.equal(await withYamlItem(old, ['berths'], ['west: 2']), `${old}  west: 2\r\n`);
  });

  it('are left to a person in flow form, empty, elsewhere or broken', async () => {
    const refused = [
      'repos: []\n',
      'repos: [{repo: local}]\n',
      'repos:\n',
      'repo: x\n',
      'repos:\n- a: [\n',
      '',
    ];
    for (const text of refused) assert.equal(await manager('pre-commit')(text), null, text);
  });

  it('of lefthook get a command, a job, or the section', async () => {
    const add = manager('lefthook');
    assert.equal(
      await add('pre-commit:\n  jobs:\n    - name: lint\n      run: make\n'),
      `pre-commit:\n  jobs:\n    - name: lint\n      run: make\n    - name: promptmeter\n      run: ${command}\n`,
    );
    assert.equal(
      await add('pre-push:\n  commands: {}\n'),
      `pre-push:\n  commands: {}\npre-commit:\n  commands:\n    promptmeter:\n      run: ${command}\n`,
    );
    assert.equal(await add('pre-commit: {commands: {lint: {run: make}}}\n'), null);
  });
});
