import { defineRule } from './rule.ts';

/**
 * A request may carry only so many cache marks, four with Anthropic and on Bedrock; one with more is refused.
 *
 * Keep the marks that end what changes at different times: the tools, the system text, the documents, the newest message.
 *
 * Sources: Anthropic, prompt caching (2026-07-01); Amazon Bedrock, prompt caching.
 *
 * ```py bad
 * from anthropic import Anthropic
 *
 * KEPT = {"type": "ephemeral"}
 *
 *
 * def answer(question):
 *     return Anthropic().messages.create(
 *         model="claude-sonnet-4-5",
 *         max_tokens=400,
 *         system=[
 *             {"type": "text", "text": "You are the harbour master.", "cache_control": KEPT},
 *             {"type": "text", "text": "Ships tell their length.", "cache_control": KEPT},
 *             {"type": "text", "text": "Ships tell their draught.", "cache_control": KEPT},
 *             {"type": "text", "text": "Ships tell their cargo.", "cache_control": KEPT},
 *             {"type": "text", "text": "Answer in one sentence.", "cache_control": KEPT},
 *         ],
 *         messages=[{"role": "user", "content": question}],
 *     )
 * ```
 *
 * ```py good
 * from anthropic import Anthropic
 *
 * KEPT = {"type": "ephemeral"}
 *
 *
 * def answer(question):
 *     return Anthropic().messages.create(
 *         model="claude-sonnet-4-5",
 *         max_tokens=400,
 *         system=[
 *             {"type": "text", "text": "You are the harbour master."},
 *             {"type": "text", "text": "Ships tell their length."},
 *             {"type": "text", "text": "Answer in one sentence.", "cache_control": KEPT},
 *         ],
 *         messages=[{"role": "user", "content": question}],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'too-many-breakpoints',
  title: 'A request has more cache marks than its provider takes, and is refused',
  severity: 'error',
  confidence: 'high',
  looksAt: 'call',
  fix: null,
  options: {},
  *check({ call, caching }) {
    const most = caching?.maxBreakpoints ?? null;
    const extra = most === null ? undefined : call.cacheMarks[most];
    // of messages that are sent under a condition, not all need to be sent together
    if (most === null || extra === undefined || call.messages.some(({ always }) => !always)) return;
    const { path, range } = extra;
    yield { path, range, evidence: call.sdk, data: { marks: call.cacheMarks.length, most } };
  },
  say: ({ marks, most }) =>
    `this request has ${marks} cache marks and its provider takes ${most}: remove ${Number(marks) - Number(most)}`,
});
