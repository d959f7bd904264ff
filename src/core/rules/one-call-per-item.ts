import { itemsOf, offlineBatch } from './itemLoop.ts';
import { quoted } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * A call in a loop sends its fixed instructions once for every item. Where nobody waits for the answers, a provider's
 * batch service takes all of them at once, as a rule for half the price.
 *
 * Loops that go on until a condition ends them (a conversation, an agent, a retry) are not reported, nor are calls whose
 * answers are streamed to somebody who waits. Of loops in a script `batchable-offline` speaks.
 *
 * Sources: OpenAI, Batch API guide (2026-11-01); Anthropic, Message Batches (2026-07-01).
 *
 * ```ts bad
 * import OpenAI from 'openai';
 *
 * const client = new OpenAI();
 *
 * export async function describe(berths: string[]) {
 *   const texts = [];
 *   for (const berth of berths) {
 *     const answer = await client.chat.completions.create({
 *       model: 'gpt-4.1-mini',
 *       messages: [
 *         { role: 'system', content: 'Describe a berth of the harbour in one sentence.' },
 *         { role: 'user', content: berth },
 *       ],
 *     });
 *     texts.push(answer.choices[0]?.message.content);
 *   }
 *   return texts;
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 *
 * const client = new OpenAI();
 *
 * export async function describe(berth: string) {
 *   const answer = await client.chat.completions.create({
 *     model: 'gpt-4.1-mini',
 *     messages: [
 *       { role: 'system', content: 'Describe a berth of the harbour in one sentence.' },
 *       { role: 'user', content: berth },
 *     ],
 *   });
 *   return answer.choices[0]?.message.content;
 * }
 * ```
 */
export const rule = defineRule({
  id: 'one-call-per-item',
  title: 'A call stands in a loop over items that one batch could take',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'call',
  fix: null,
  options: {},
  *check(subject) {
    const { path, range } = subject.call;
    const over = itemsOf(subject.call);
    // of what certainly can wait another rule speaks
    if (over === null || offlineBatch(subject) !== null) return;
    yield { path, range, evidence: over, data: { over } };
  },
  say: ({ over }) =>
    `this calls the model once for each of ${quoted(over)}: where nobody waits for the answers, the provider’s batch service costs less`,
});
