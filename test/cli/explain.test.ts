import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules } from '../../src/core/rules/index.ts';
import { promptmeter } from './console.ts';

describe('explain', () => {
  it('lists every rule with its severity', async () => {
    const { stdout, code } = await promptmeter(['explain'], { cwd: process.cwd() });
    assert.equal(code, 0);
    for (const { id, severity, title } of rules)
      assert.ok(
        stdout
          .split('\n')
          .some((line) => line.startsWith(`${id} `) && line.includes(severity) && line.endsWith(title)),
        id,
      );
  });

  it('prints the page of each', async () => {
    for (const { id } of rules) {
      const { stdout } = await promptmeter(['explain', id], { cwd: process.cwd() });
      const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
      assert.equal(stdout, page.slice(page.indexOf('# ')));
    }
  });
});
