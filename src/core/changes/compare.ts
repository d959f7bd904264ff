import { rulerOf } from '../budgets/measure.ts';
import type { Before } from '../budgets/check.ts';
import { ownersFrom, type OwnersOf } from '../budgets/owners.ts';
import type { Subject } from '../budgets/subjects.ts';
import type { Finding, MeteredCall, MeteredPrompt, Report } from '../report.ts';
import { matchPrompts, textOf, type Matches } from './match.ts';

/** What became of one prompt. */
export type PromptChange =
  | { readonly kind: 'added'; readonly now: MeteredPrompt; readonly before: null }
  | { readonly kind: 'removed'; readonly now: null; readonly before: MeteredPrompt }
  /** Text, tokens, money or cache differ. */
  | { readonly kind: 'changed'; readonly now: MeteredPrompt; readonly before: MeteredPrompt }
  /** Only its name or its place. */
  | { readonly kind: 'moved'; readonly now: MeteredPrompt; readonly before: MeteredPrompt };

export interface Comparison {
  /** In the order of the reports, what is gone last; what stayed the same is not among them. */
  readonly changes: readonly PromptChange[];
  readonly before: Before;
  /** Whether a finding was there before. */
  readonly isOld: (finding: Finding) => boolean;
}

/** A report of the same files before and after a change → what the change did. @param renamed path now → path before. */
export function compareReports(
  now: Report,
  before: Report,
  renamed: ReadonlyMap<string, string>,
  ownersOf: OwnersOf = ownersFrom({}),
): Comparison {
  const matches = matchPrompts(now.prompts, before.prompts, renamed);
  return {
    changes: changesIn(now.prompts, before.prompts, matches),
    before: beforeOf(now, before, matches, ownersOf),
    isOld: oldFindings(before, matches, renamed),
  };
}

/** The same of prompts alone. */
export function comparePrompts(
  now: readonly MeteredPrompt[],
  before: readonly MeteredPrompt[],
  renamed: ReadonlyMap<string, string>,
): readonly PromptChange[] {
  return changesIn(now, before, matchPrompts(now, before, renamed));
}

function changesIn(
  now: readonly MeteredPrompt[],
  before: readonly MeteredPrompt[],
  matches: Matches,
): readonly PromptChange[] {
  return [...now.flatMap((prompt) => changeOf(prompt, matches)), ...removed(before, matches)];
}

function changeOf(now: MeteredPrompt, matches: Matches): PromptChange[] {
  const before = matches.get(now);
  if (before === undefined) return [{ kind: 'added', now, before: null }];
  if (differs(now, before)) return [{ kind: 'changed', now, before }];
  return now.id === before.id ? [] : [{ kind: 'moved', now, before }];
}

function removed(prompts: readonly MeteredPrompt[], matches: Matches): PromptChange[] {
  const known = new Set(matches.values());
  return prompts
    .filter((prompt) => !known.has(prompt))
    .map((before): PromptChange => ({ kind: 'removed', now: null, before }));
}

function differs(a: MeteredPrompt, b: MeteredPrompt): boolean {
  return (
    a.tokens.count !== b.tokens.count ||
    a.tokens.most !== b.tokens.most ||
    a.model?.id !== b.model?.id ||
    a.cost?.usdPerCall !== b.cost?.usdPerCall ||
    a.cache?.stablePrefixTokens !== b.cache?.stablePrefixTokens ||
    a.cache?.cacheBreaking !== b.cache?.cacheBreaking ||
    textOf(a) !== textOf(b)
  );
}

function beforeOf(now: Report, before: Report, matches: Matches, ownersOf: OwnersOf): Before {
  const measured = rulerOf(before, ownersOf);
  const ids = new Map([...matches].map(([{ id }, was]) => [id, was.id]));
  const [keysBefore, keysNow] = [
    callKeys(before.calls, (id) => id),
    callKeys(now.calls, (id) => ids.get(id) ?? id),
  ];
  const calls = new Map(keysBefore.map((key, index) => [key, index]));
  const subjectBefore = (subject: Subject): Subject | null => {
    if (subject.kind === 'prompt') {
      const id = ids.get(subject.id);
      return id === undefined ? null : { kind: 'prompt', id };
    }
    if (subject.kind !== 'call') return subject;
    const key = keysNow[subject.index];
    const index = key === undefined ? undefined : calls.get(key);
    return index === undefined ? null : { kind: 'call', index };
  };
  return (subject, measure) => {
    const old = subjectBefore(subject);
    return old === null ? null : measured(old, measure).actual;
  };
}

/**
 * A call is what it sends, by which client; of several alike, it is counted which.
 * @param nameBefore what a prompt was called before.
 */
function callKeys(calls: readonly MeteredCall[], nameBefore: (id: string) => string): string[] {
  const alike = new Map<string, number>();
  return calls.map(({ sdk, prompts }) => {
    const sent = [sdk, ...prompts].join(' ');
    const nth = alike.get(sent) ?? 0;
    alike.set(sent, nth + 1);
    return [sdk, ...prompts.map(nameBefore), nth].join(' ');
  });
}

/** The same finding keeps its fingerprint; where its prompt or file has another name now, its rule and sentence tell it. */
function oldFindings(
  before: Report,
  matches: Matches,
  renamed: ReadonlyMap<string, string>,
): (finding: Finding) => boolean {
  const fingerprints = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const sentences = new Set(
    before.findings.map(({ rule, prompt, path, message }) => `${rule} ${prompt ?? path} ${message}`),
  );
  const ids = new Map([...matches].map(([{ id }, was]) => [id, was.id]));
  return ({ fingerprint, rule, prompt, path, message }) => {
    if (fingerprints.has(fingerprint)) return true;
    const was = prompt === null ? renamed.get(path) : ids.get(prompt);
    return was !== undefined && sentences.has(`${rule} ${was} ${message}`);
  };
}
