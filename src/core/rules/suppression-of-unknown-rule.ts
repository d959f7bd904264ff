import { defineRule } from './rule.ts';

/**
 * A comment names a rule that there is not: misspelt, or of a version that had it. It keeps nothing silent.
 *
 * ```ts bad
 * // promptmeter-ignore-next-line hole-before-statik -- the clock is the point of this prompt
 * export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
 * ```
 *
 * ```ts good
 * // The clock is the point of this prompt.
 * export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
 * ```
 */
export const rule = defineRule({
  id: 'suppression-of-unknown-rule',
  title: 'A comment names a rule that there is not',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'suppression',
  fix: null,
  options: {},
  *check({ suppression, unknown }) {
    const { path, range } = suppression;
    for (const rule of unknown) yield { path, range, data: { rule }, evidence: rule, prompt: null };
  },
  say: ({ rule }) => `there is no rule "${rule}": \`promptmeter explain\` lists them all`,
});
