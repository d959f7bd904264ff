import { amount } from '../configValues.ts';
import { option } from '../shape.ts';
import { atMost, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';
import { shorter } from './shorter.ts';

/**
 * "In order to" says no more than "to", "due to the fact that" no more than "because", "please note that" nothing. Each
 * is a few tokens on every call, and together they are a tenth of many a prompt.
 *
 * Say it shorter. What constrains (not, must, only, if, at most, …) is never part of what goes. English, German, French
 * and Spanish are known.
 *
 * ```py bad
 * HARBOUR_PROMPT = """You are the office of a harbour.
 * In order to find a berth, ask for the length of the ship prior to anything else, due to the fact that the quay is short.
 * In the event that no berth is free, say at which point in time there will be one.
 * """
 * ```
 *
 * ```py good
 * HARBOUR_PROMPT = """You are the office of a harbour.
 * To find a berth, ask for the length of the ship before anything else, because the quay is short.
 * If no berth is free, say when there will be one.
 * """
 * ```
 */
export const rule = defineRule({
  id: 'filler-phrase',
  title: 'Phrases that can be said with fewer words',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'prompt',
  shortens: 'phrases',
  fix: 'review',
  options: {
    minimumTokens: option(amount, 5, 'Tokens of such phrases from which on they are worth a word.'),
  },
  check: (subject, { minimumTokens }) =>
    shorter(subject, {
      kind: 'phrases',
      minimumTokens,
      title: 'Say it with fewer words',
      disposition: 'review',
    }),
  say: ({ first, places, tokens, certainty, usd }, money) => {
    const more = places > 1 ? ` and ${places - 1} more like it` : '';
    return `${quoted(first)}${more} can be said with ${tokensPhrase(tokens, certainty)} less${atMost(usd, money)}`;
  },
});
