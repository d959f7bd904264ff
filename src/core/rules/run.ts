import { fingerprint } from '../fingerprint.ts';
import { callsPerMonth, togetherOf } from '../prices/bill.ts';
import { moneyIn, type Money } from '../prices/money.ts';
import { times } from '../prices/usd.ts';
import type { Suppression } from '../prompts/suppressions.ts';
import type { Finding, MeteredCall, Saves } from '../report.ts';
import { compareTexts } from '../text.ts';
import { checkedFixes, type Mistakes } from './fix.ts';
import { rules } from './index.ts';
import { perMonth } from './phrases.ts';
import type { Fault, ProposedFix, Rule, Subjects } from './rule.ts';
import { settingFor } from './settings.ts';
import { silence } from './silence.ts';
import { subjectsOf, type Material } from './subjects.ts';
import { yielded } from './yield.ts';

/** What the rules are run over and with. */
export interface Checked extends Material {
  readonly suppressions: readonly Suppression[];
  readonly mistakes: Mistakes;
}

/** Report → what the rules find in it, in the order of files and places. */
export function findings(checked: Checked): Finding[] {
  const subjects = subjectsOf(checked);
  const proposals: Proposals = new Map();
  const found = faultsOf(
    rules.flatMap((rule) =>
      rule.looksAt === 'suppression' ? [] : [{ rule, subjects: subjects[rule.looksAt] }],
    ),
    checked,
    proposals,
  );
  const { kept, suppressed } = silence(yielded(found, rules, proposals), checked.suppressions);
  const ofSuppressions = rules.filter(({ looksAt }) => looksAt === 'suppression');
  const told = faultsOf(
    ofSuppressions.map((rule) => ({ rule, subjects: suppressionsOf(checked, suppressed) })),
    checked,
    proposals,
  );
  const all = [...kept, ...told].sort(byPlace);
  return unique(withFixes(all, proposals, checked));
}

/** What the rules propose; whether it can be offered is seen at the end, for all of a file at once. */
type Proposals = Map<Finding, readonly ProposedFix[]>;

/** Of the fixes that leave the files whole the first is the fix; the others are there to be chosen instead. */
function withFixes(all: readonly Finding[], proposals: Proposals, { sources, mistakes }: Checked): Finding[] {
  const proposed = all.flatMap((finding) => proposals.get(finding) ?? []);
  const fixes = checkedFixes(proposed, sources, mistakes);
  const fixOf = new Map(proposed.map((one, i) => [one, fixes[i] ?? null]));
  return all.map((finding) => {
    const [fix, ...otherFixes] = (proposals.get(finding) ?? []).flatMap((one) => fixOf.get(one) ?? []);
    return fix === undefined ? finding : { ...finding, fix, otherFixes };
  });
}

type Subject = Subjects[keyof Subjects];
type Setting = NonNullable<ReturnType<typeof settingFor>>;

/**
 * What rules find in their subjects, rule by rule and subject by subject. They look at all of a file before the next:
 * of a large workspace only some trees are kept, and each rule would parse every file again.
 */
function faultsOf(
  looks: readonly { readonly rule: Rule; readonly subjects: readonly Subject[] }[],
  checked: Checked,
  proposals: Proposals,
): Finding[] {
  const money = moneyIn(checked.config.currency);
  const found = looks.map((): Finding[][] => []);
  const steps = looks.flatMap(({ rule, subjects }, look) => {
    const setting = settingFor(rule, checked.config.rules);
    if (setting === null) return [];
    return subjects.map((subject, index) => ({ rule, setting, subject, look, index, path: pathOf(subject) }));
  });
  for (const { rule, setting, subject, look, index } of steps.sort((a, b) => compareTexts(a.path, b.path))) {
    const faults = faultsIn({ rule, setting, subject, money }, proposals);
    const own = found[look];
    if (own !== undefined) own[index] = faults;
  }
  return looks.flatMap(({ rule }, look) => {
    const all = found[look]?.flat() ?? [];
    return rule.looksAt === 'request' ? worstByPlace(all) : all;
  });
}

/** The file that a rule will look into; empty where it is none or many. */
function pathOf(subject: Subject): string {
  if ('prompt' in subject) return subject.prompt.path;
  if ('call' in subject && subject.call !== null) return subject.call.path;
  return 'map' in subject ? (subject.prompts[0]?.path ?? '') : '';
}

/** A rule, how severe it is taken, what it looks at, and how it says what that costs. */
interface Look {
  readonly rule: Rule;
  readonly setting: Setting;
  readonly subject: Subject;
  readonly money: Money;
}

function faultsIn({ rule, setting, subject, money }: Look, proposals: Proposals): Finding[] {
  return rule.find(subject, setting.options, money).map((fault) => {
    const prompt = fault.prompt ?? ('prompt' in subject ? subject.prompt.id : null);
    const saves = fault.saves ? savedBy(fault.saves, subject) : null;
    const finding: Finding = {
      rule: rule.id,
      severity: fault.severity ?? setting.level,
      confidence: fault.confidence ?? rule.confidence,
      prompt,
      path: fault.path,
      range: fault.range,
      message: `${fault.message}${saves === null ? '' : perMonth(saves, money)}`,
      data: fault.data,
      saves,
      fix: null,
      otherFixes: [],
      fingerprint: fingerprintOf(rule, prompt, fault),
    };
    if (fault.fix) proposals.set(finding, [fault.fix]);
    return finding;
  });
}

/** With what that is in a month, where the one call that it is about has a known volume. */
function savedBy(saves: Saves, subject: Subject): Saves {
  const { usdPer1kCalls: usd } = saves;
  const [call, ...others] = callsOf(subject);
  const volume = others.length === 0 ? (call?.use.volume ?? null) : null;
  if (volume === null || togetherOf(volume) !== null || usd === null || usd <= 0n) return saves;
  return { ...saves, month: { usd: times(usd, callsPerMonth(volume) / 1000), from: volume.from } };
}

function callsOf(subject: Subject): readonly MeteredCall[] {
  if ('call' in subject) return subject.call === null ? [] : [subject.call];
  return 'calls' in subject && 'prompt' in subject ? subject.calls : [];
}

/** A prompt that many calls send has its fault once. */
function worstByPlace(all: readonly Finding[]): Finding[] {
  const worst = new Map<string, Finding>();
  for (const finding of all) {
    const key = `${finding.path}:${finding.range.start}:${finding.range.end}`;
    const known = worst.get(key);
    if (known === undefined || weight(finding) > weight(known)) worst.set(key, finding);
  }
  return [...worst.values()];
}

/** A proven fault before one that is not, then by what it loses. */
function weight({ severity, saves }: Finding): bigint {
  return (saves?.usdPer1kCalls ?? 0n) + (severity === 'info' ? 0n : 1n << 100n);
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
  return compareTexts(a.path, b.path) || a.range.start - b.range.start || a.range.end - b.range.end;
}
