import { amount } from '../configValues.ts';
import type { Day } from '../host.ts';
import type { MeteredCall } from '../report.ts';
import type { Retirement } from '../prices/modelFacts.ts';
import { option } from '../shape.ts';
import { defineRule, type Subjects } from './rule.ts';

/**
 * A model that its provider has switched off answers every call with an error; one whose end is announced will. With
 * `pricing.asOf` in the configuration that day counts as today, so that every run on every machine finds the same.
 *
 * It is told once for each model of a file, at the first call of it. An end that is announced is information, from half a
 * year before on.
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
  looksAt: 'report',
  fix: null,
  options: {
    noticeDays: option(amount, 180, 'How many days before its end a model is worth a word.'),
  },
  *check(report, { noticeDays }) {
    for (const { call, model, calls, end, date } of leaving(report)) {
      const gone = end.day <= date;
      if (!gone && daysBetween(date, end.day) > noticeDays) continue;
      const { path, range } = call;
      const data = { model, ...end, gone, calls };
      yield { path, range, evidence: model, data, ...(gone ? {} : { severity: 'info' as const }) };
    }
  },
  say: ({ model, day, successor, source, gone, calls }) =>
    `${model} ${gone ? 'was switched off' : 'is switched off'} on ${day}${successor === null ? '' : `: its provider names ${successor} as successor`}${calls === 1 ? '' : `; ${calls} calls of this file name it`} (${source})`,
});

/** The first call of each file that names a model with an end, and how many there are. */
function leaving({ calls, terms }: Subjects['report']) {
  const found = new Map<string, { call: MeteredCall; model: string; calls: number; end: End; date: Day }>();
  for (const call of calls) {
    // a model that somebody assumed is no fault of the code
    if (call.model === null || call.model.via === 'config') continue;
    const { model, retirement, date } = terms(call);
    const end = endOf(retirement);
    if (end === null || model === null) continue;
    const key = `${call.path}\0${model}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { call, model, calls: 1, end, date });
    else known.calls++;
  }
  return found.values();
}

type End = NonNullable<ReturnType<typeof endOf>>;

/** Only a day that was published: that a list calls a model deprecated may mean years. */
function endOf(retirement: Retirement | null) {
  if (retirement === null || retirement.day === null) return null;
  const { day, successor, source, date } = retirement;
  return { day, successor, source: `${source}, ${date}` };
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
