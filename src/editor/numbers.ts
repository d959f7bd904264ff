import type { Measure } from '../core/budgets/measure.ts';
import { moneyIn } from '../core/prices/money.ts';
import type { MeteredPrompt } from '../core/report.ts';
import type { Standing } from '../host/gate/standings.ts';
import type { Around } from './around.ts';
import { sayOfBudgets } from './budgetSentences.ts';
import type { Known } from './known.ts';
import { sayOfMeasured } from './measuredSentences.ts';
import { sayOfProviders } from './providerSentences.ts';
import { say } from './sentences.ts';
import { sayOfSince } from './sinceSentences.ts';

/** What is said of a prompt wherever there is only one line for it: its tokens and money, each with its budget where it has one. */
export function numbersOf(prompt: MeteredPrompt, { known }: Pick<Around, 'known'>): string[] {
  const money = moneyIn(known.currency);
  const tokens = tightest(prompt, 'tokens', known);
  const perCall = tightest(prompt, 'usdPerCall', known);
  const counted = prompt.tokens.counted;
  const count = tokens === null ? say.tokens(prompt.tokens) : sayOfBudgets.tokens(prompt, tokens, money);
  const parts = [
    counted === undefined ? count : `${count}, ${sayOfProviders.countedBy(counted, Date.now())}`,
  ];
  if (prompt.cost)
    parts.push(perCall === null ? say.perCall(prompt, money) : sayOfBudgets.perCall(prompt, perCall, money));
  return parts;
}

/** The calls that were recorded of it; nothing where there were none. */
export function measuredOf({ id }: MeteredPrompt, { document, known, measured }: Around): string[] {
  const found = measured.of(document, id);
  return found === null ? [] : [sayOfMeasured.lens(found, moneyIn(known.currency))];
}

/** What else is worth a word there: what has changed since the last commit, and a month or a call that is over its budget. */
export function newsOf({ id }: MeteredPrompt, { document, known, since }: Around): string[] {
  const money = moneyIn(known.currency);
  const told = since.changeOf(document, id);
  const over = known.budgets.filter(
    ({ prompts, result: { subject, status, limit } }) =>
      (subject.kind === 'call' || limit.measure === 'usdPerMonth') &&
      status === 'exceeded' &&
      prompts.includes(id),
  );
  return [
    ...(told === null ? [] : sayOfSince.lens(told.change, told.base, money)),
    ...over.slice(0, 1).map((standing) => sayOfBudgets.other(standing, money)),
  ];
}

/** Of the limits that a prompt is held to, the lowest one that nothing frees it from; `null` where there is none. */
function tightest({ id }: MeteredPrompt, measure: Measure, { budgets }: Known): Standing | null {
  const own = budgets.filter(
    ({ prompts, result: { subject, limit, most } }) =>
      subject.kind === 'prompt' &&
      limit.kind === 'maximum' &&
      limit.measure === measure &&
      most !== null &&
      prompts.includes(id),
  );
  const held = own.filter(({ result }) => result.status !== 'exempt');
  const [first, ...others] = held.length > 0 ? held : own;
  return others.reduce(
    (a: Standing | null, b) => (a !== null && mostOf(a) <= mostOf(b) ? a : b),
    first ?? null,
  );
}

function mostOf({ result: { most } }: Standing): bigint {
  return most?.amount ?? 0n;
}
