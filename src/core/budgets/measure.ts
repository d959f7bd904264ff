import { sumTokens } from '../meter.ts';
import type { MonthBill } from '../prices/bill.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../report.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { OwnersOf } from './owners.ts';
import { sum, tokensOf, usdOf, type Quantity } from './quantity.ts';
import type { Subject } from './subjects.ts';

export type Measure = 'tokens' | 'usdPerCall' | 'usdPerMonth';

/** Why something cannot be measured: no price is known of its model, or nobody stated how often it is sent. */
export type Gap = 'price' | 'volume' | 'tokens';

export interface Measured {
  /** `null` where nothing of it is known. Of a sum, what is known of it. */
  readonly actual: Quantity | null;
  /** What of it, or of a part of a sum, is not known. */
  readonly gap: Gap | null;
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
  const prompted = (prompt: MeteredPrompt, measure: Measure) =>
    ofPrompt(prompt, measure, sending.get(prompt.id) ?? []);

  return (subject, measure) => {
    if (subject.kind === 'prompt') {
      const prompt = byId.get(subject.id);
      return prompt === undefined ? nothing : prompted(prompt, measure);
    }
    if (subject.kind === 'call') {
      const call = report.calls[subject.index];
      return call === undefined ? nothing : ofCall(call, measure);
    }
    const owns = ({ path }: { readonly path: string }) =>
      subject.kind === 'workspace' || ownersOf(path).includes(subject.owner);
    if (measure === 'usdPerMonth') return total(report.calls.filter(owns).map(monthOfCall));
    const whole = report.prompts.filter((prompt) => prompt.partOf === null && owns(prompt));
    return total(whole.map((prompt) => prompted(prompt, measure)));
  };
}

const nothing: Measured = { actual: null, gap: 'tokens', tokens: null };

function ofPrompt(
  { tokens, cost }: MeteredPrompt,
  measure: Measure,
  sending: readonly MeteredCall[],
): Measured {
  if (measure === 'tokens') return { actual: tokensOf(tokens.most ?? tokens.count), gap: null, tokens };
  if (measure === 'usdPerCall')
    return cost === null
      ? { actual: null, gap: 'price', tokens }
      : { actual: usdOf(cost.usdPerCall), gap: null, tokens };
  const months = sending.map(monthOfCall);
  if (months.length === 0) return { actual: null, gap: cost === null ? 'price' : 'volume', tokens };
  return { ...total(months), tokens };
}

function ofCall(call: MeteredCall, measure: Measure): Measured {
  const { inputTokens: tokens, bill } = call;
  if (measure === 'usdPerMonth') return monthOfCall(call);
  if (tokens === null) return nothing;
  if (measure === 'tokens') return { actual: tokensOf(tokens.most ?? tokens.count), gap: null, tokens };
  if (bill === null) return { actual: null, gap: 'price', tokens };
  const input = usdOf(bill.coldMost ?? bill.cold);
  return { actual: bill.output === null ? input : sum(input, usdOf(bill.output.usd)), gap: null, tokens };
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
  const gap = gaps.find((one) => one === 'price') ?? gaps[0] ?? null;
  const actual = first === undefined ? null : others.reduce(sum, first);
  const tokens = parts.flatMap((part) => (part.actual === null ? [] : (part.tokens ?? [])));
  return {
    actual,
    gap: parts.length === 0 ? 'volume' : gap,
    tokens: tokens.length === 0 ? null : sumTokens(tokens),
  };
}
