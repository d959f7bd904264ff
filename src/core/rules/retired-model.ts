import type { MeteredCall } from '../report.ts';
import type { Retirement } from '../prices/modelFacts.ts';
import { defineRule } from './rule.ts';

/**
 * A model that its provider has switched off answers every call with an error; one whose end is announced will. The day
 * that counts as today is that of the prices, or `pricing.asOf` of the configuration.
 *
 * Take the successor, and look at the prompt: it may have another tokenizer, price and cache minimum.
 *
 * Sources: the providers' pages of deprecations; each finding names its own with the day it was read.
 *
 * ```ts bad
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * export async function answer(question: string) {
 *   return new Anthropic().messages.create({
 *     model: 'claude-3-opus-20240229',
 *     max_tokens: 400,
 *     system: 'You are the harbour master. Answer in one sentence.',
 *     messages: [{ role: 'user', content: question }],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * export async function answer(question: string) {
 *   return new Anthropic().messages.create({
 *     model: 'claude-sonnet-4-5',
 *     max_tokens: 400,
 *     system: 'You are the harbour master. Answer in one sentence.',
 *     messages: [{ role: 'user', content: question }],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'retired-model',
  title: 'A call names a model that is gone, or will be',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'call',
  fix: null,
  options: {},
  *check({ call, model, retirement, date }) {
    const end = model === null || !isSeen(call) ? null : endOf(retirement);
    if (end === null || model === null) return;
    const { path, range } = call;
    const gone = end.day <= date;
    const data = { model, ...end, gone };
    yield { path, range, evidence: model, data, ...(gone ? {} : { severity: 'info' as const }) };
  },
  say: ({ model, day, successor, source, gone }) =>
    `${model} ${gone ? 'was switched off' : 'is switched off'} on ${day}${successor === null ? '' : `: its provider names ${successor} as successor`} (${source})`,
});

/** A model that somebody assumed is no fault of the code. */
function isSeen({ model }: MeteredCall): boolean {
  return model !== null && model.via !== 'config';
}

/** Only a day that was published: that a list calls a model deprecated may mean years. */
function endOf(retirement: Retirement | null) {
  if (retirement === null || retirement.day === null) return null;
  const { day, successor, source, date } = retirement;
  return { day, successor, source: `${source}, ${date}` };
}
