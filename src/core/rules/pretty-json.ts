import { amount } from '../configValues.ts';
import { option } from '../shape.ts';
import { atMost, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';
import { shorter } from './shorter.ts';

/**
 * JSON that is written over many lines for people costs up to twice its tokens. A model reads it as well without the
 * blanks.
 *
 * Write it on one line, or let the program do it (`JSON.stringify(value)`, `json.dumps(value, separators=(",", ":"))`).
 * JSON that shows the form of the answer is not reported, because the answer might take that form over.
 *
 * ```ts bad
 * export const HARBOUR_PROMPT = `You know the berths of the harbour:
 * {
 *   "north": { "metres": 12, "free": true },
 *   "south": { "metres": 18, "free": false },
 *   "west": { "metres": 9, "free": true }
 * }
 * Name a free berth that is long enough.`;
 * ```
 *
 * ```ts good
 * export const HARBOUR_PROMPT = `You know the berths of the harbour:
 * {"north":{"metres":12,"free":true},"south":{"metres":18,"free":false},"west":{"metres":9,"free":true}}
 * Name a free berth that is long enough.`;
 * ```
 */
export const rule = defineRule({
  id: 'pretty-json',
  title: 'Embedded JSON that is written for people',
  severity: 'info',
  confidence: 'high',
  looksAt: 'prompt',
  shortens: 'json',
  fix: 'safe',
  options: { minimumTokens: option(amount, 10, 'Tokens from which on it is worth a word.') },
  check: (subject, { minimumTokens }) =>
    shorter(subject, {
      kind: 'json',
      minimumTokens,
      evidence: 'json',
      title: 'Write the JSON on one line',
      disposition: 'safe',
    }),
  say: ({ tokens, certainty, usd }, money) =>
    `JSON on one line has ${tokensPhrase(tokens, certainty)} less and says the same${atMost(usd, money)}`,
});
