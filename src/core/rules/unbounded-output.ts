import { isUncapped } from './outputCap.ts';
import { defineRule } from './rule.ts';

/**
 * Output costs several times what input costs, and without a cap an answer may be as long as the model allows: a
 * repetition that does not end, or a question that asks for everything, is then paid to the last token.
 *
 * Set the cap a little above the longest answer that is of use (`max_tokens`, `max_completion_tokens`, `maxOutputTokens`).
 * Mind that reasoning models count what they think as output.
 *
 * Only calls of which every argument was seen are reported. How long the answers are is not known, so no money is named.
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
  fix: null,
  options: {},
  *check({ call, sources }) {
    if (!isUncapped(call)) return;
    const { path, range, sdk } = call;
    // an embedding has no answer
    const callee = sources.text(path)?.slice(range.start, range.end).split('(', 1)[0] ?? '';
    if (/embed/i.test(callee)) return;
    yield { path, range, evidence: sdk, data: {} };
  },
  say: () =>
    'nothing limits how long this answer may be, and output costs more than input: set a cap a little above the longest one of use',
});
