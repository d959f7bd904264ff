import { amount } from '../configValues.ts';
import { option } from '../shape.ts';
import { atMost, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';
import { shorter } from './shorter.ts';

/**
 * Blanks are tokens too. The margin that a template literal takes over from the code around it, blanks behind lines,
 * several empty lines, several spaces between words: no model needs them, and every call pays for them.
 *
 * Take them out. Indentation within a list stays, and so do blanks in code, in examples and in quotations.
 *
 * ```ts bad
 * export const HARBOUR_PROMPT = `
 *       You are the office of a harbour.
 *
 *
 *
 *       Answer the captains in one sentence.
 *
 *
 *
 *       Never name the price of a berth.
 *       Always name the length of the quay.
 *       Always name the depth of the water.
 * `;
 * ```
 *
 * ```ts good
 * export const HARBOUR_PROMPT = `
 * You are the office of a harbour.
 *
 * Answer the captains in one sentence.
 * Never name the price of a berth.
 * Always name the length of the quay.
 * Always name the depth of the water.
 * `;
 * ```
 */
export const rule = defineRule({
  id: 'idle-whitespace',
  title: 'Blanks that no model needs',
  severity: 'info',
  confidence: 'high',
  looksAt: 'prompt',
  shortens: 'whitespace',
  fix: 'safe',
  options: { minimumTokens: option(amount, 5, 'Tokens of blanks from which on it is worth a word.') },
  check: (subject, { minimumTokens }) =>
    shorter(subject, {
      kind: 'whitespace',
      minimumTokens,
      evidence: 'blanks',
      title: 'Take out the blanks',
      disposition: 'safe',
    }),
  say: ({ tokens, certainty, usd }, money) =>
    `${tokensPhrase(tokens, certainty)} of blanks that no model needs${atMost(usd, money)}`,
});
