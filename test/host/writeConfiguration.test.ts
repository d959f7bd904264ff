import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findConfiguration } from '../../src/host/configuration/find.ts';
import { writeIntoConfiguration } from '../../src/host/configuration/write.ts';
import { folderWith } from './folder.ts';

const keys = ['calibration', 'claude-4.7'];
const value = { english: { factor: 1.43, band: 0.04 } };

describe('writing into a configuration', () => {
  const files: Readonly<Record<string, string>> = {
    'promptmeter.config.json': '{\n  "defaultModel": "gpt-4o"\n}\n',
    'promptmeter.config.jsonc':
      '{\n\t// the counter\n\t"defaultModel": "gpt-4o", /* for now */\n\t"calibration": { "grok": {} },\n}\n',
    'promptmeter.config.yaml': '# the counter\ndefaultModel: gpt-4o # for now\n',
    'package.json': '{ "name": "bakery", "promptmeter": { "defaultModel": "gpt-4o" } }',
  };
  for (const [name, text] of Object.entries(files))
    it(`leaves all else of ${name} as it stands`, async (context) => {
      const root = folderWith(context, { [name]: text });
      assert.deepEqual(await writeIntoConfiguration(join(root, name), keys, value), { kind: 'written' });
      const found = await findConfiguration(root, root);
      assert.deepEqual(found.problems, []);
      assert.equal(found.config.defaultModel, 'gpt-4o');
      assert.deepEqual(found.config.calibration['claude-4.7'], value);
      const written = readFileSync(join(root, name), 'utf8');
      for (const remark of ['the counter', 'for now', '"bakery"', '"grok"'])
        assert.equal(written.includes(remark), text.includes(remark), remark);
      await writeIntoConfiguration(join(root, name), keys, value);
      assert.equal(readFileSync(join(root, name), 'utf8'), written);
    });

  it('makes the file where there is none', async (context) => {
    const root = folderWith(context, {});
    await writeIntoConfiguration(join(root, 'promptmeter.config.json'), keys, value);
    assert.deepEqual(JSON.parse(readFileSync(join(root, 'promptmeter.config.json'), 'utf8')), {
      calibration: { 'claude-4.7': value },
    });
  });

  it('follows a link, and says what it cannot do', async (context) => {
    const root = folderWith(context, { 'real.json': '{}', 'pyproject.toml': '[tool.promptmeter]\n' });
    symlinkSync(join(root, 'real.json'), join(root, 'promptmeter.config.json'));
    await writeIntoConfiguration(join(root, 'promptmeter.config.json'), keys, value);
    assert.match(readFileSync(join(root, 'real.json'), 'utf8'), /1\.43/);
    assert.deepEqual(await writeIntoConfiguration(join(root, 'pyproject.toml'), keys, value), {
      kind: 'not written',
      why: 'TOML is read, not written, here: add the values by hand',
    });
    const nowhere = await writeIntoConfiguration(join(root, 'cellar', 'a.json'), keys, value);
    assert.deepEqual(nowhere, { kind: 'not written', why: 'ENOENT' });
  });
});
