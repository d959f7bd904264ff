import { amount } from '../configValues.ts';
import { rateAt } from '../prices/rates.ts';
import { times, usd } from '../prices/usd.ts';
import { option } from '../shape.ts';
import { capOutput } from './capOutput.ts';
import { isUncapped } from './outputCap.ts';
import { tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * Output costs several times what input costs, and without a cap an answer may be as long as the model allows: a
 * repetition that does not end, or a question that asks for everything, is then paid to the last token.
 *
 * Set the cap a little above the longest answer that is of use (`max_tokens`, `max_completion_tokens`, `maxOutputTokens`).
 * Mind that reasoning models count what they think as output. The fix writes a number to begin with.
 *
 * Only calls of which every argument was seen are reported, and only of models whose longest answer costs something. The
 * money is that of one such answer; how long the answers are is not known.
 *
 * Source: OpenAI, API reference of chat completions, `max_completion_tokens` (2026-11-01).
 *
 * ```py bad
 * from openai import OpenAI
 *
 *
 * def answer(question):
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         messages=[
 *             {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 *
 * ```py good
 * from openai import OpenAI
 *
 *
 * def answer(question):
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         max_completion_tokens=200,
 *         messages=[
 *             {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'unbounded-output',
  title: 'Nothing limits how long the answer may be',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'call',
  fix: 'review',
  options: {
    minimumCents: option(amount, 10, 'What the longest answer must cost to be worth a word. US cents.'),
    cap: option(amount, 1024, 'The cap that the fix writes. Tokens.'),
  },
  *check({ call, maxOutput, price, sources }, { minimumCents, cap }) {
    if (!isUncapped(call, sources) || maxOutput === null || !price?.output) return;
    const longest = times(rateAt(price.output, call.inputTokens?.count ?? 0), maxOutput);
    if (longest < usd(minimumCents / 100)) return;
    const { path, range, sdk } = call;
    const fix = capOutput(call, Math.min(cap, maxOutput), sources);
    yield { path, range, evidence: sdk, data: { maxOutput, usd: longest }, fix };
  },
  say: ({ maxOutput, usd }, money) =>
    `nothing limits this answer, and one of ${tokensPhrase(maxOutput, 'exact')}, the longest of this model, costs ${money(usd)}: set a cap a little above the longest of use`,
});
