import { globMatcher } from '../glob.ts';
import type { MeteredCall } from '../report.ts';
import { modelName } from '../tokens/modelId.ts';
import { quoted } from './phrases.ts';
import { defineRule, type Subjects } from './rule.ts';

/**
 * A call names a model that is not among those which `models.allow` of the configuration lists: one that nobody has agreed
 * to pay for, or to send data to.
 *
 * Take one of those that are listed, or add the model to the list. A pattern is held to the name as the source writes it,
 * and to that name without what hosts and gateways put before it or the day of its release behind it; names behind
 * `models.aliases` are followed first. Where nothing is listed every model is allowed.
 *
 * It is told once for each model of a file, at the first call of it. What cannot be seen in the source is not reported, nor
 * is a model that was only assumed. The examples are held to this list:
 *
 * ```json
 * { "models": { "allow": ["gpt-4.1*", "claude-*"] } }
 * ```
 *
 * ```ts bad
 * import OpenAI from 'openai';
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-5-mini',
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
  id: 'disallowed-model',
  title: 'A call names a model that is not among those which are allowed here',
  severity: 'error',
  confidence: 'high',
  looksAt: 'report',
  fix: null,
  options: {},
  *check(report) {
    const { allowed } = report;
    if (allowed.length === 0) return;
    for (const { model, calls, call } of named(report)) {
      if (isAllowed(model, allowed)) continue;
      const { path, range } = call;
      yield { path, range, evidence: model, data: { model, calls, allowed: allowed.join(', ') } };
    }
  },
  say: ({ model, calls, allowed }) =>
    `${quoted(model)} is not allowed here${calls === 1 ? '' : `, and ${calls} calls of this file name it`}: take one of ${allowed}, or add it to \`models.allow\``,
});

/** The first call of each file that names a model, behind the aliases, and how many there are. */
function named({ calls, terms }: Subjects['report']) {
  const found = new Map<string, { call: MeteredCall; model: string; calls: number }>();
  for (const call of calls) {
    const { model } = terms(call);
    if (model === null || call.model === null || call.model.via === 'config') continue;
    const key = `${call.path}\0${model}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { call, model, calls: 1 });
    else known.calls++;
  }
  return found.values();
}

function isAllowed(model: string, allowed: readonly string[]): boolean {
  const name = modelName(model);
  const matches = globMatcher(allowed);
  return [model, name.id, name.model, name.kind].some(matches);
}
