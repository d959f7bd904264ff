import type { BudgetResult } from '../core/budgets/check.ts';
import type { PromptChange } from '../core/changes/compare.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import type { Finding, MeteredPrompt, Report } from '../core/report.ts';
import { budgetMessage } from './budgets.ts';
import type { Places } from './place.ts';
import { countWords, nameOf, oneLine, plural, signOf } from './words.ts';

/** What was compared with what. */
export interface ComparedChange {
  /** As a person would name it: `HEAD`, `origin/main`. */
  readonly base: string;
  readonly changes: readonly PromptChange[];
}

/** What `check` adds to a report. */
export interface GateReport {
  readonly budgets: readonly BudgetResult[];
  /** `null` where nothing was compared. */
  readonly change: ComparedChange | null;
  /** Of the report's findings those at which the gate fails. */
  readonly failing: readonly Finding[];
}

/** The one sentence that matters most: the failure that is furthest over its limit, or else the first finding; `null` where nothing fails. */
export function verdict(report: Report, { budgets, failing }: GateReport, places: Places): string | null {
  const over = budgets.filter(({ fails }) => fails).sort((a, b) => excessOf(b) - excessOf(a));
  const more = over.length + failing.length - 1;
  const others = more > 0 ? `, and ${countWords(more)} more` : '';
  const [worst] = over;
  if (worst !== undefined) return `${budgetMessage(worst, report, places)}${others}`;
  const [first] = failing;
  if (first === undefined) return null;
  const at = `${oneLine(first.path)}:${places.line(first.path, first.range.start)}`;
  return `${at}: ${oneLine(first.message)} (${first.rule})${others}`;
}

/** How many times its limit something is; what cannot be checked is least. */
function excessOf({ actual, most }: BudgetResult): number {
  if (actual === null || most === null) return 0;
  return most.amount === 0n ? Infinity : Number((actual.amount * 1000n) / most.amount);
}

/** `3 prompts changed since HEAD: 2 changed, 1 added; +1,210 tokens`, `1 prompt added since HEAD; +26 tokens` */
export function changeWords({ base, changes }: ComparedChange): string {
  if (changes.length === 0) return `No prompt changed since ${oneLine(base)}`;
  const kinds = (['changed', 'added', 'removed', 'moved'] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
  const [first, another] = kinds;
  const isOne = first !== undefined && another === undefined;
  const parts = isOne ? '' : `: ${kinds.map(({ kind, count }) => `${countWords(count)} ${kind}`).join(', ')}`;
  const { words } = totalDelta(wholeOnes(changes));
  return `${plural(changes.length, 'prompt')} ${isOne ? first.kind : 'changed'} since ${oneLine(base)}${parts}; ${tokensWord(words)}`;
}

/** `+1 token`, `≈−30 tokens` */
export function tokensWord(delta: string): string {
  return `${delta} ${/^\D*1$/.test(delta) ? 'token' : 'tokens'}`;
}

/** Tokens that changes come to together, with how sure that is: `≈+1,210`. */
export function totalDelta(changes: readonly PromptChange[]): {
  readonly count: number;
  readonly words: string;
} {
  const count = changes.reduce((all, one) => all + deltaOf(one), 0);
  const sign = ['~', '≈'].find((unsure) => changes.some((one) => signOfChange(one) === unsure)) ?? '';
  return { count, words: sign + signed(count) };
}

/** Without those that are part of another one, and count with that. */
function wholeOnes(changes: readonly PromptChange[]): PromptChange[] {
  return changes.filter(({ now, before }) => ((now ?? before)?.partOf ?? null) === null);
}

/** `+120`, `≈−30`, `±0` */
export function deltaWords(change: PromptChange): string {
  return signOfChange(change) + signed(deltaOf(change));
}

/** A difference is as sure as the less sure of the two. */
function signOfChange({ now, before }: PromptChange): string {
  const found = [now, before].map((one) => (one === null ? '' : signOf(one.tokens)));
  return found.find((sign) => sign === '~') ?? found.find((sign) => sign !== '') ?? '';
}

function deltaOf({ now, before }: PromptChange): number {
  return (now?.tokens.count ?? 0) - (before?.tokens.count ?? 0);
}

function signed(count: number): string {
  if (count === 0) return '±0';
  return `${count > 0 ? '+' : '−'}${countWords(Math.abs(count))}`;
}

/**
 * What the cache of its provider does differently for a prompt: `breaks at line 20: new Date()`; empty where nothing does.
 * @param places `null` says nothing of where.
 */
export function cacheChange({ now, before }: PromptChange, places: Places | null): string {
  if (now === null) return '';
  const [was, is] = [before?.cache ?? null, now.cache];
  if (is?.cacheBreaking === true && was?.cacheBreaking !== true)
    return `breaks${places === null ? '' : placeOf(now, places)}`;
  if (was?.cacheBreaking === true && is?.cacheBreaking === false) return 'no longer breaks';
  if (was === null || is === null || was.stablePrefixTokens === is.stablePrefixTokens) return '';
  return `prefix ${countWords(was.stablePrefixTokens)} → ${countWords(is.stablePrefixTokens)}`;
}

/** `$0.0031 → $0.004`, `$0.004`, `–` where no price is known. */
export function costChange({ now, before }: PromptChange, money: Money): string {
  const [was, is] = [before, now].map((one) => (one?.cost ? money(one.cost.usdPerCall) : '–'));
  if (before === null) return is ?? '–';
  if (now === null) return was ?? '–';
  return was === is ? (is ?? '–') : `${was} → ${is}`;
}

/** Money of all that changed together, where a price is known of all of it. */
export function usdDelta({ changes }: ComparedChange, { currency }: Pick<Report, 'currency'>): string | null {
  let sum = 0n;
  for (const { now, before } of wholeOnes(changes)) {
    if ([now, before].some((one) => one !== null && one.cost === null)) return null;
    sum += (now?.cost?.usdPerCall ?? 0n) - (before?.cost?.usdPerCall ?? 0n);
  }
  const money = moneyIn(currency);
  return `${sum < 0n ? '−' : '+'}${money(sum < 0n ? -sum : sum)}`;
}

/** What a prompt is called now, and what it was called. */
export function nameChange({ now, before }: PromptChange): {
  readonly name: string;
  readonly was: string | null;
} {
  const shown = (prompt: MeteredPrompt) => oneLine(`${prompt.path}#${nameOf(prompt)}`);
  if (now === null) return { name: before === null ? '' : shown(before), was: null };
  return { name: shown(now), was: before === null || before.id === now.id ? null : shown(before) };
}

function placeOf({ cache, segments }: MeteredPrompt, places: Places): string {
  const hole = segments[cache?.breaksAt ?? -1];
  return hole?.kind === 'hole'
    ? ` at line ${places.line(hole.path, hole.range.start)}: ${oneLine(hole.expression)}`
    : '';
}
