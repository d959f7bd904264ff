import type { Config } from '../config.ts';
import { fingerprint } from '../fingerprint.ts';
import { resolveAlias } from '../tokens/modelId.ts';
import { cacheFacts } from '../prices/cacheFacts.ts';
import type { Catalog } from '../prices/catalog.ts';
import type { Suppression } from '../prompts/suppressions.ts';
import type { Finding, MeteredCall, MeteredPrompt, Report } from '../report.ts';
import { checkedFix } from './fix.ts';
import { rules } from './index.ts';
import type { Fault, Rule, Sources, Subjects, Terms } from './rule.ts';
import { settingFor } from './settings.ts';
import { silence } from './silence.ts';

/** What the rules are run over and with. */
export interface Checked {
  readonly report: Pick<Report, 'prompts' | 'calls'>;
  /** Prompts of other files that the calls send. */
  readonly sentAlong: readonly MeteredPrompt[];
  readonly suppressions: readonly Suppression[];
  readonly config: Config;
  readonly catalog: Catalog;
  readonly sources: Sources;
  /** What a parser cannot read of a text that would stand in a file: how many places; `null` where it cannot be parsed. */
  mistakes(path: string, text: string): number | null;
}

/** Report → what the rules find in it, in the order of files and places. */
export function findings(checked: Checked): Finding[] {
  const found = rules.flatMap((rule) =>
    rule.looksAt === 'suppression' ? [] : faultsOf(rule, subjectsOf(rule.looksAt, checked), checked),
  );
  const { kept, suppressed } = silence(found, checked.suppressions);
  const told = rules
    .filter(({ looksAt }) => looksAt === 'suppression')
    .flatMap((rule) => faultsOf(rule, suppressionsOf(checked, suppressed), checked));
  return unique([...kept, ...told].sort(byPlace));
}

function faultsOf(rule: Rule, subjects: readonly Subjects[keyof Subjects][], checked: Checked): Finding[] {
  const setting = settingFor(rule, checked.config.rules);
  if (setting === null) return [];
  return subjects.flatMap((subject) =>
    rule.find(subject, setting.options).map((fault) => {
      const prompt = fault.prompt ?? ('prompt' in subject ? subject.prompt.id : null);
      return {
        rule: rule.id,
        severity: fault.severity ?? setting.level,
        confidence: fault.confidence ?? rule.confidence,
        prompt,
        path: fault.path,
        range: fault.range,
        message: fault.message,
        data: fault.data,
        saves: fault.saves ?? null,
        fix: checkedFix(fault.fix, checked.sources, (path, text) => checked.mistakes(path, text)),
        fingerprint: fingerprintOf(rule, prompt, fault),
      };
    }),
  );
}

function subjectsOf(
  looksAt: Exclude<keyof Subjects, 'suppression'>,
  { report, sentAlong, config, catalog, sources }: Checked,
): Subjects[keyof Subjects][] {
  const { prompts, calls } = report;
  const terms = ({ model, sdk }: MeteredPrompt | MeteredCall): Terms => {
    if (model === null) return { model: null, price: null, caching: null };
    const id = resolveAlias(model.id, config.models.aliases);
    return { model: id, price: catalog.find(model.id, sdk), caching: cacheFacts(id, config.cache.facts) };
  };
  if (looksAt === 'report') return [{ prompts, calls, sources, terms }];
  if (looksAt === 'call') {
    const byId = new Map([...prompts, ...sentAlong].map((prompt) => [prompt.id, prompt]));
    return calls.map((call) => ({
      call,
      prompts: call.prompts.flatMap((id) => byId.get(id) ?? []),
      sources,
      ...terms(call),
    }));
  }
  const sending = new Map<string, MeteredCall[]>();
  for (const call of calls)
    for (const id of new Set(call.prompts)) sending.set(id, [...(sending.get(id) ?? []), call]);
  return prompts.map((prompt) => ({
    prompt,
    calls: sending.get(prompt.id) ?? [],
    sources,
    ...terms(prompt),
  }));
}

/** A suppression of a rule that is off does nothing, and is no fault: the rule may be switched on again. */
function suppressionsOf(
  { suppressions, config }: Checked,
  suppressed: ReadonlyMap<Suppression, ReadonlySet<string>>,
): Subjects['suppression'][] {
  const ids = new Map(rules.map((rule) => [rule.id, rule]));
  return suppressions.map((suppression) => ({
    suppression,
    known: suppression.rules.filter((id) => {
      const rule = ids.get(id);
      return rule !== undefined && settingFor(rule, config.rules) !== null;
    }),
    unknown: suppression.rules.filter((id) => !ids.has(id)),
    used: suppressed.get(suppression) ?? new Set<string>(),
  }));
}

function fingerprintOf(rule: Rule, prompt: string | null, fault: Fault): string {
  const evidence = fault.evidence.replaceAll(/\s+/g, ' ').trim();
  return fingerprint([rule.id, prompt ?? fault.path, evidence].join('\0'));
}

/** The second of two findings with the same evidence is told apart by its number. */
function unique(all: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return all.map((finding) => {
    const before = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, before + 1);
    if (before === 0) return finding;
    return { ...finding, fingerprint: fingerprint(`${finding.fingerprint}\0${before}`) };
  });
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
