import type { BudgetResult, Status } from '../core/budgets/check.ts';
import type { Gap } from '../core/budgets/measure.ts';
import type { Quantity } from '../core/budgets/quantity.ts';
import type { Money } from '../core/prices/money.ts';
import type { MeteredPrompt } from '../core/report.ts';
import type { Standing } from '../host/gate/standings.ts';
import { amountWords, budgetNumbers, unitWords } from '../report/budgets.ts';
import { costWords, tokenWords } from '../report/words.ts';

/** What the editor says of budgets. Text only; what comes from a configuration is escaped by who shows it. */
export const sayOfBudgets = {
  /** `1,240 of 2,000 tokens`, `2,210 of 2,000 tokens, 210 over`: what it is now, and what a standing allows. */
  tokens: ({ tokens }: MeteredPrompt, { result }: Standing, money: Money) => {
    const actual = { unit: 'tokens', amount: BigInt(tokens.most ?? tokens.count) } as const;
    return `${tokenWords(tokens)} of ${amountWords(result.most, money)} tokens${excess(actual, result, money)}`;
  },
  /** `$0.0031 of $0.01/call`, `$0.012 of $0.01/call, $0.002 over` */
  perCall: (prompt: MeteredPrompt, { result }: Standing, money: Money) => {
    const usd = prompt.cost?.usdPerCall ?? null;
    const over = usd === null ? '' : excess({ unit: 'usd', amount: usd }, result, money);
    return `${costWords(prompt, money)} of ${amountWords(result.most, money)}/call${over}`;
  },
  /** Of a month, or of a call that sends a prompt: `its call: 2,400 of 2,000 tokens, 400 over` */
  other: ({ result }: Standing, money: Money) => {
    const over = result.actual === null ? '' : excess(result.actual, result, money);
    return `${result.subject.kind === 'call' ? 'its call: ' : ''}${budgetNumbers(result, money)}${over}`;
  },
  /** `3 over 60 tokens`, `$0.002 over $0.01 per call` */
  over: ({ result: { actual, most, limit } }: Standing, money: Money) => {
    const more = actual === null || most === null ? null : { ...actual, amount: actual.amount - most.amount };
    return `${amountWords(more, money)} over ${amountWords(most, money)}${unitWords(limit.measure)}`;
  },
  /** `Budget of src/**`; a link to where it is stated follows. @param shown what the glob looks like where it is shown. */
  of: ({ result: { scope, subject } }: Standing, shown: (glob: string) => string) =>
    `Budget of ${subject.kind === 'call' ? 'the call that sends it, ' : ''}${shown(scope)}`,
  /** `1,240 of 2,000 tokens, because captains wait on the radio.` */
  standing: ({ result }: Standing, money: Money) => {
    const { budget, actual, status, exemption, gap } = result;
    if (status === 'uncheckable') return `cannot be checked: ${gaps[gap ?? 'tokens']}.`;
    const over = actual === null ? '' : excess(actual, result, money);
    const ends = budget.until === undefined ? '' : `; an exemption until ${budget.until}`;
    const because = (exemption ?? budget).because;
    return `${budgetNumbers(result, money)}${over}${ends}${because === undefined ? '' : `: ${because}`}.`;
  },
} as const;

const gaps: Readonly<Record<Gap, string>> = {
  price: 'no price of its model is known',
  volume: 'nobody states how often it is sent',
  tokens: 'nothing of what it sends is known here',
  split: 'its volume is stated only for several calls together',
};

/** @param actual as it is now; the standing may be older, and what it says of an excess counts only while there is one. */
function excess(actual: Quantity, { most, status, exemption }: BudgetResult, money: Money): string {
  if (most === null || actual.amount <= most.amount) return '';
  const over = `${amountWords({ ...actual, amount: actual.amount - most.amount }, money)} over`;
  const allowed = allowances[status];
  return `, ${over}${allowed === null ? '' : `, ${allowed(exemption?.until ?? null)}`}`;
}

const allowances: Readonly<Record<Status, ((until: string | null) => string) | null>> = {
  exempt: (until) => (until === null ? 'exempt' : `exempt until ${until}`),
  inherited: () => 'as the baseline allows',
  exceeded: null,
  within: null,
  uncheckable: null,
};
