import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { neverRead } from '../../src/host/git/neverRead.ts';
import { selector } from '../../src/host/files.ts';
import { defaultConfig } from '../../src/core/config.ts';
import type { Sandbox } from './console.ts';
import { check, harbourRepository } from './gateHarbour.ts';
import { git } from './git.ts';

describe('what is told by names alone', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = harbourRepository();
  });
  afterEach(() => {
    sandbox.remove();
  });

  it('is nothing that would be read, wherever it stands', () => {
    const isRead = selector(defaultConfig);
    const folders = ['', 'src/', 'prompts/', 'src/prompts/', 'prompt_templates/', '.github/prompts/'];
    const names = ['system', 'prompt', 'system.prompt', 'agent.instructions'];
    for (const ending of neverRead)
      for (const folder of folders)
        for (const name of names) {
          const path = `${folder}${name}.${ending}`;
          assert.equal(isRead(path), false, path);
        }
  });

  it('says the same as looking closer does', async () => {
    sandbox.write('charts/quay.svg', '<svg/>');
    git(['add', '-A'], sandbox.root);
    const quick = await check(sandbox.root, ['--staged']);
    sandbox.write('LICENSE', 'Anybody may dock here.');
    git(['add', '-A'], sandbox.root);
    assert.deepEqual(await check(sandbox.root, ['--staged']), quick);
    assert.deepEqual([quick.code, quick.stdout], [0, 'No prompt changed since HEAD\n']);
  });

  it('looks closer where the configuration is staged', async () => {
    sandbox.write('promptmeter.config.json', '{');
    git(['add', '-A'], sandbox.root);
    assert.equal((await check(sandbox.root, ['--staged'])).code, 2);
  });
});
