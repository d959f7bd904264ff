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

  it('asks whether a rule was meant that is spelt nearly so, or of whose name this is a part', async () => {
    for (const [written, meant] of [
      ['hole', 'hole-before-static'],
      ['retired-modle', 'retired-model'],
    ] as const) {
      const { stderr, code } = await promptmeter(['explain', written], { cwd: process.cwd() });
      assert.equal(stderr, `promptmeter: there is no rule "${written}": did you mean "${meant}"?\n`);
      assert.equal(code, 2);
    }
  });

  it('prints the page of each', async () => {
    for (const { id } of rules) {
      const { stdout } = await promptmeter(['explain', id], { cwd: process.cwd() });
      const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
      assert.equal(stdout, page.slice(page.indexOf('# ')));
    }
  });
});
