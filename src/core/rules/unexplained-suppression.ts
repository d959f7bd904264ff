import { defineRule } from './rule.ts';

/**
 * A comment keeps a rule silent and does not say why. Who reads it next cannot tell whether the reason still holds, and
 * so it stays for ever. Write the reason behind two hyphens.
 *
 * ```py bad
 * # promptmeter-ignore-file filler-phrase
 * SYSTEM_PROMPT = "You are the harbour master. Answer in one sentence."
 * ```
 *
 * ```py good
 * # promptmeter-ignore-file filler-phrase -- the wording is agreed with the harbour office
 * SYSTEM_PROMPT = "You are the harbour master. Answer in one sentence."
 * ```
 */
export const rule = defineRule({
  id: 'unexplained-suppression',
  title: 'A comment keeps a rule silent and does not say why',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'suppression',
  fix: null,
  options: {},
  *check({ suppression }) {
    const { path, range, rules, reason } = suppression;
    const named = rules.join(', ');
    if (reason === null) yield { path, range, data: { rules: named }, evidence: named, prompt: null };
  },
  say: ({ rules }) => `this keeps ${rules} silent without a reason: add "-- why" behind it`,
});
