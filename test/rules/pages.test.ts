// The examples of the rules' pages: what is said to be found is found, what is said to be fine is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { examplesOf } from '../../scripts/rulePages.ts';
import { rules } from '../../src/core/rules/index.ts';
import { configFor, reportOn } from './world.ts';

for (const rule of rules)
  describe(`the page of ${rule.id}`, () => {
    const examples = examplesOf(rule);

    it('shows what is found and what is not', () => {
      assert.ok(examples.some(({ verdict }) => verdict === 'bad'));
      assert.ok(examples.some(({ verdict }) => verdict === 'good'));
    });

    for (const [i, { language, verdict, code }] of examples.entries())
      it(`is right about example ${i + 1}, which is ${verdict}`, async () => {
        const { findings, prompts, calls } = await reportOn(`harbour.${language}`, code, configFor(rule));
        const found = findings.filter((finding) => finding.rule === rule.id);
        assert.ok(prompts.length + calls.length > 0, 'nothing was read of the example');
        assert.equal(found.length > 0, verdict === 'bad', `${rule.id} finds ${found.length}`);
      });
  });
