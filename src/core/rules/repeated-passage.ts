import { amount } from '../configValues.ts';
import { option } from '../shape.ts';
import { atMost, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';
import { shorter } from './shorter.ts';

/**
 * A line that stands twice in one section, word by word, is paid for twice on every call. Most came in with a merge or a
 * second author.
 *
 * Keep one of them. Under another heading the same words may speak of another case, and within a longer line of what
 * stands before them: those are not reported, and neither are lines of fewer than five words, markup and code.
 *
 * ```py bad
 * HARBOUR_PROMPT = """You are the office of a harbour.
 * - Always name the berth of the ship.
 * - Never name the price of a berth.
 * - Always name the berth of the ship.
 * """
 * ```
 *
 * ```py good
 * HARBOUR_PROMPT = """You are the office of a harbour.
 * - Always name the berth of the ship.
 * - Never name the price of a berth.
 * """
 * ```
 */
export const rule = defineRule({
  id: 'repeated-passage',
  title: 'A line that was said before',
  severity: 'info',
  confidence: 'high',
  looksAt: 'prompt',
  shortens: 'duplicates',
  fix: 'review',
  options: { minimumTokens: option(amount, 5, 'Tokens of repetitions from which on it is worth a word.') },
  check: (subject, { minimumTokens }) =>
    shorter(subject, {
      kind: 'duplicates',
      minimumTokens,
      title: 'Take out what was said before',
      disposition: 'review',
    }),
  say: ({ first, tokens, certainty, usd }, money) =>
    `${quoted(first)} was said before in the same section: ${tokensPhrase(tokens, certainty)} say nothing new${atMost(usd, money)}`,
});
