import { defineRule } from './rule.ts';

/**
 * A comment keeps a rule silent that would not have said anything. What it was written for is mended or has moved away,
 * and what the rule finds on that line next will go unseen.
 *
 * A comment that names a rule which is switched off in the configuration is left alone: the rule may come back.
 *
 * ```ts bad
 * // promptmeter-ignore-next-line hole-before-static -- the clock is the point of this prompt
 * export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
 * ```
 *
 * ```ts good
 * export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
 * ```
 */
export const rule = defineRule({
  id: 'unused-suppression',
  title: 'A comment keeps a rule silent that has nothing to say',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'suppression',
  fix: null,
  options: {},
  *check({ suppression, known, used }) {
    const { path, range } = suppression;
    for (const rule of known)
      if (!used.has(rule)) yield { path, range, data: { rule }, evidence: rule, prompt: null };
  },
  say: ({ rule }) => `${rule} finds nothing here: remove this comment`,
});
