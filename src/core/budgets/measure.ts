import { sumTokens } from '../meter.ts';
import { callsPerMonth, togetherOf, type MonthBill } from '../prices/bill.ts';
import { times } from '../prices/usd.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../report.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isAmong, type OwnersOf } from './owners.ts';
import { sum, tokensOf, usdOf, type Quantity } from './quantity.ts';
import type { Subject } from './subjects.ts';

export type Measure = 'tokens' | 'usdPerCall' | 'usdPerMonth';

/**
 * Why something cannot be measured: no price is known of its model, nobody stated how often it is sent, or that was stated
 * only of several calls together (`split`).
 */
export type Gap = 'price' | 'volume' | 'tokens' | 'split';

export interface Measured {
  /** `null` where nothing of it is known. Of a sum, what is known of it. */
  readonly actual: Quantity | null;
  /** What of it, or of a part of a sum, is not known. */
  readonly gap: Gap | null;
  /** What it is at most, where nothing is missing but how a volume is split. */
  readonly upTo?: Quantity;
  /** The tokens that it is made of, with how sure they are; `null` where nothing of them is known. */
  readonly tokens: Tokens | null;
}

/** Asks a report what a subject measures. */
export type Ruler = (subject: Subject, measure: Measure) => Measured;

/**
 * Tokens are those of the longest text, where a hole has several. Money per call is input alone for a prompt; for a call it
 * is a request that finds nothing in the cache, and its answer where that has a limit or a measured length.
 */
export function rulerOf(report: Pick<Report, 'prompts' | 'calls'>, ownersOf: OwnersOf): Ruler {
  const byId = new Map(report.prompts.map((prompt) => [prompt.id, prompt]));
  const sending = new Map<string, MeteredCall[]>();
  for (const call of report.calls)
    for (const id of new Set(call.prompts)) sending.set(id, [...(sending.get(id) ?? []), call]);
  const month: MonthOf = (calls) => monthOfCalls(calls, (prompt) => sending.get(prompt) ?? []);
  const prompted = (prompt: MeteredPrompt, measure: Measure) =>
    ofPrompt(prompt, measure, sending.get(prompt.id) ?? [], month);

  return (subject, measure) => {
    if (subject.kind === 'prompt') {
      const prompt = byId.get(subject.id);
      return prompt === undefined ? nothing : prompted(prompt, measure);
    }
    if (subject.kind === 'call') {
      const call = report.calls[subject.index];
      return call === undefined ? nothing : ofCall(call, measure, month);
    }
    const owns = ({ path }: { readonly path: string }) =>
      subject.kind === 'workspace' || isAmong(subject.owner, ownersOf(path));
    if (measure === 'usdPerMonth') return month(report.calls.filter(owns));
    const whole = report.prompts.filter((prompt) => prompt.partOf === null && owns(prompt));
    return total(whole.map((prompt) => prompted(prompt, measure)));
  };
}

const nothing: Measured = { actual: null, gap: 'tokens', tokens: null };

function ofPrompt(
  { tokens, cost }: MeteredPrompt,
  measure: Measure,
  sending: readonly MeteredCall[],
  month: MonthOf,
): Measured {
  if (measure === 'tokens') return { actual: tokensOf(tokens.most ?? tokens.count), gap: null, tokens };
  if (measure === 'usdPerCall')
    return cost === null
      ? { actual: null, gap: 'price', tokens }
      : { actual: usdOf(cost.usdPerCall), gap: null, tokens };
  if (sending.length === 0) return { actual: null, gap: cost === null ? 'price' : 'volume', tokens };
  return { ...month(sending), tokens };
}

function ofCall(call: MeteredCall, measure: Measure, month: MonthOf): Measured {
  const { inputTokens: tokens, bill } = call;
  if (measure === 'usdPerMonth') return month([call]);
  if (tokens === null) return nothing;
  if (measure === 'tokens') return { actual: tokensOf(tokens.most ?? tokens.count), gap: null, tokens };
  if (bill === null) return { actual: null, gap: 'price', tokens };
  const input = usdOf(bill.coldMost ?? bill.cold);
  return { actual: bill.output === null ? input : sum(input, usdOf(bill.output.usd)), gap: null, tokens };
}

type MonthOf = (calls: readonly MeteredCall[]) => Measured;

/**
 * A month of calls together. Of a volume that several of them share each call is counted once: at the dearest of those that
 * make it, without what is stated of the others alone. Where one that makes it is not among them, that much is not known.
 * @param sending the calls that send a prompt.
 */
function monthOfCalls(
  calls: readonly MeteredCall[],
  sending: (prompt: string) => readonly MeteredCall[],
): Measured {
  const sharing = new Map<string, MeteredCall[]>();
  const own = calls.filter((call) => {
    const together = togetherOf(call.bill?.month?.volume ?? null);
    if (together !== null) sharing.set(together.prompt, [...(sharing.get(together.prompt) ?? []), call]);
    return together === null;
  });
  const shared = [...sharing].map(([prompt, some]) => sharedMonth(some, sending(prompt)));
  return total([...own.map(monthOfCall), ...shared]);
}

/** @param some calls that share the volume of a prompt. @param all that send it, with those whose own volume is known. */
function sharedMonth(some: readonly MeteredCall[], all: readonly MeteredCall[]): Measured {
  const months = some.flatMap(({ bill }) => bill?.month ?? []);
  const [dearest] = months.toSorted((a, b) => Number(b.usd - a.usd));
  const volume = dearest?.volume;
  const together = togetherOf(volume ?? null);
  if (dearest === undefined || volume === undefined || together === null) return nothing;
  const stated = all.flatMap(({ use: { volume } }) =>
    volume === null || togetherOf(volume) !== null ? [] : callsPerMonth(volume),
  );
  const often = callsPerMonth(volume);
  const rest = often - stated.reduce((sum, one) => sum + one, 0);
  const upTo = usdOf(rest <= 0 ? 0n : times(dearest.usd, rest / often));
  const tokens = some.flatMap(({ inputTokens }) => inputTokens ?? []);
  const sure = tokens.length === 0 ? null : sumTokens(tokens);
  return some.length + stated.length < together.calls
    ? { actual: null, gap: 'split', upTo, tokens: sure }
    : { actual: upTo, gap: null, tokens: sure };
}

function monthOfCall({ bill, inputTokens: tokens }: MeteredCall): Measured {
  if (bill === null) return { actual: null, gap: tokens === null ? 'tokens' : 'price', tokens };
  const month: MonthBill | null = bill.month;
  return month === null
    ? { actual: null, gap: 'volume', tokens }
    : { actual: usdOf(month.usd), gap: null, tokens };
}

/** What is known of them together; a price that is missing weighs more than a volume that nobody stated. */
function total(parts: readonly Measured[]): Measured {
  const known = parts.flatMap(({ actual }) => actual ?? []);
  const [first, ...others] = known;
  const gaps = parts.flatMap(({ gap }) => gap ?? []);
  const gap = gaps.find((one) => one === 'price') ?? gaps.find((one) => one !== 'split') ?? gaps[0] ?? null;
  const actual = first === undefined ? null : others.reduce(sum, first);
  const tokens = parts.flatMap((part) => (part.actual === null ? [] : (part.tokens ?? [])));
  return {
    actual,
    gap: parts.length === 0 ? 'volume' : gap,
    ...(gap === 'split' ? { upTo: atMost(parts) } : {}),
    tokens: tokens.length === 0 ? null : sumTokens(tokens),
  };
}

/** Of months, some of which are only known to be no dearer than that. */
function atMost(parts: readonly Measured[]): Quantity {
  return parts.flatMap(({ upTo, actual }) => upTo ?? actual ?? []).reduce(sum, usdOf(0n));
}
