import type { Config } from '../config.ts';
import type { Day } from '../host.ts';
import { termsOf } from '../cache/terms.ts';
import type { Catalog } from '../prices/catalog.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../report.ts';
import type { Certainty } from '../tokens/tokens.ts';
import type { Sources, Subjects, Terms } from './rule.ts';
import type { Wording } from './wording.ts';

/** What subjects are made of. */
export interface Material {
  readonly report: Pick<Report, 'prompts' | 'calls'>;
  /** Prompts of other files that the calls send. */
  readonly sentAlong: readonly MeteredPrompt[];
  readonly config: Config;
  /** `null` where nobody can say which day it is. */
  readonly today: Day | null;
  readonly catalog: Catalog | null;
  readonly sources: Sources;
  readonly wording: Wording;
}

type Made = { readonly [K in Exclude<keyof Subjects, 'suppression'>]: readonly Subjects[K][] };

/** Everything a rule can look at. */
export function subjectsOf(material: Material): Made {
  const { report, sentAlong, sources, wording } = material;
  const { config, catalog, today } = material;
  const terms = (of: MeteredPrompt | MeteredCall): Terms => {
    const facts = of.model === null ? null : catalog?.facts(of.model.id, of.sdk);
    return {
      ...termsOf(of, config, catalog),
      retirement: facts?.retirement ?? null,
      maxOutput: facts?.maxOutput ?? null,
      date: catalog === null ? '' : (today ?? catalog.date),
    };
  };
  const byId = new Map([...report.prompts, ...sentAlong].map((prompt) => [prompt.id, prompt]));
  const sentBy = (call: MeteredCall) => call.prompts.flatMap((id) => byId.get(id) ?? []);
  const senders = new Map<string, Set<MeteredCall>>();
  for (const one of report.calls)
    for (const id of one.prompts) senders.set(id, (senders.get(id) ?? new Set()).add(one));
  const prompt = report.prompts.map((one) => ({
    prompt: one,
    calls: [...(senders.get(one.id) ?? [])],
    sources,
    wording,
    ...terms(one),
  }));
  const call = report.calls.map((one) => ({ call: one, prompts: sentBy(one), sources, ...terms(one) }));
  return {
    prompt,
    call,
    request: [
      ...call.flatMap((one) => requestOf(one.call.map, one.call, one, sources)),
      ...alone(report).flatMap((one) => requestOf(one.map, null, { ...terms(one), prompts: [one] }, sources)),
    ],
    report: [
      {
        ...report,
        budgets: config.budgets,
        owners: config.owners,
        allowed: config.models.allow,
        today,
        sources,
        terms,
      },
    ],
  };
}

/** Prompts of which no call is known whose whole request was followed. */
function alone({ prompts, calls }: Material['report']): MeteredPrompt[] {
  const sent = new Set(calls.flatMap((call) => (call.map === null ? [] : call.prompts)));
  return prompts.filter(({ id, role }) => !sent.has(id) && role !== 'tool-description');
}

function requestOf(
  map: MeteredCall['map'],
  call: MeteredCall | null,
  { prompts, ...terms }: Terms & Pick<Subjects['call'], 'prompts'>,
  sources: Sources,
): Subjects['request'][] {
  if (map === null) return [];
  return [{ ...terms, map, call, prompts, certainty: leastSure(prompts), sources }];
}

function leastSure(prompts: readonly MeteredPrompt[]): Certainty {
  const order = ['approximate', 'calibrated', 'exact'] as const;
  return order.find((certainty) => prompts.some(({ tokens }) => tokens.certainty === certainty)) ?? 'exact';
}
