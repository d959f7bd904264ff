import type { MeteredCall } from '../report.ts';
import { quoted } from './phrases.ts';
import { defineRule, type Subjects } from './rule.ts';

/**
 * Nothing can be said of what a call costs while nobody knows the price of its model: it is missing in every sum, budgets in
 * dollars cannot hold it, and what a cache would save is not told.
 *
 * Look for the name with `promptmeter models`. A deployment or a gateway's own name can be led to the model behind it under
 * `models.aliases`, the price of a contract or of one's own machine stands under `prices`, and `promptmeter models update`
 * takes a newer price list.
 *
 * Each model is told once, where it is called first. Models that run on the machine of whoever asks, and those that are
 * not charged by the token (pictures, speech), are not reported, nor is a model that was only assumed.
 *
 * ```ts bad
 * import OpenAI from 'openai';
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'harbour-assistant-2',
 *     messages: [
 *       { role: 'system', content: 'You are the harbour master. Answer in one sentence.' },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1-mini',
 *     messages: [
 *       { role: 'system', content: 'You are the harbour master. Answer in one sentence.' },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'unpriced-model',
  title: 'The price of a model is not known, so that its calls are missing in every sum',
  severity: 'info',
  confidence: 'high',
  looksAt: 'report',
  fix: null,
  options: {},
  *check({ calls, terms, sources }) {
    const callsOf = new Map<string, MeteredCall[]>();
    for (const call of calls) {
      const name = unpriced(call, terms);
      if (name !== null) callsOf.set(name, [...(callsOf.get(name) ?? []), call]);
    }
    for (const [model, all] of callsOf) {
      const [first] = all;
      if (first === undefined) continue;
      const { path, range } = first;
      if (ownMachine.test(sources.text(path) ?? '')) continue;
      yield { path, range, evidence: model, data: { model, calls: all.length, meant: first.meant ?? '' } };
    }
  },
  say: ({ model, calls, meant }) => {
    const unknown = `the price of ${quoted(model)} is not known, so ${calls === 1 ? 'this call is' : `this call and ${calls - 1} more of it are`} in no sum`;
    if (meant !== '') return `${unknown}: did you mean ${quoted(meant)}?`;
    return `${unknown}: state it under \`prices\`, or lead the name to its model under \`models.aliases\``;
  },
});

/** Where the model runs on one's own machine, or is paid by the second. */
const notByToken: ReadonlySet<string> = new Set(['ollama', 'huggingface', 'replicate']);
/** The same, where another SDK calls it. */
const ownMachine = /ollama|jlama|llama[._]?cpp|\bvllm\b|lm[-_ ]?studio|\blocalhost\b|\b127\.0\.0\.1\b/i;
/** Names of what stands for a model in a test. */
const noModel = /^(?:test|fake|mock|dummy)\b/i;
/** Models of pictures, films and speech. */
const notOfText =
  /dall-e|whisper|(?:^|[-/.])tts(?:-|$)|transcri|image|imagen|sora|veo-|lyria|flux|diffusion|moderation/i;

/** The model's name, behind the aliases, where it was seen and has no price. */
function unpriced(call: MeteredCall, terms: Subjects['report']['terms']): string | null {
  if (call.model === null || call.model.via === 'config' || notByToken.has(call.sdk)) return null;
  const { model, price, retirement, date } = terms(call);
  // of one that is gone another rule speaks, and without a list of prices none is known
  const isGone = retirement?.day !== null && retirement?.day !== undefined && retirement.day <= date;
  if (model === null || price !== null || date === '' || isGone) return null;
  return notOfText.test(model) || noModel.test(model) ? null : model;
}
