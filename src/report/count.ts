import type { Day } from '../core/host.ts';
import type { Currency } from '../core/configMoney.ts';
import { moneyIn, rateWords } from '../core/prices/money.ts';
import type { Cost } from '../core/prices/price.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import * as words from './words.ts';

/** How many tokens a text has. */
export interface TextCount {
  /** As it was asked for; `null` when no model was named. */
  readonly model: string | null;
  /** The priced model that was probably meant; `null` where this one has a price, or none is near. */
  readonly meant: string | null;
  readonly tokens: Tokens;
  readonly cost: Cost | null;
  /** That people are told costs in; `null` for US dollars. */
  readonly currency: Currency | null;
  /** The provider that counted, and the day on which it did; `null` where we did. */
  readonly provider: { readonly name: string; readonly day: Day } | null;
}

/** One line: `1,240 tokens · gpt-4o · $0.0031 as input · exact, o200k_base` */
export function terminalCount(count: TextCount): string {
  return `${countParts(count).join(' · ')}\n`;
}

export function markdownCount(count: TextCount): string {
  const [tokens = '', ...rest] = countParts(count);
  return `**${tokens}** · ${rest.join(' · ')}\n`;
}

function countParts({ model, meant, tokens, cost, currency, provider }: TextCount): string[] {
  const { certainty, encoding } = tokens;
  const use = model === null ? null : ({ id: model, via: 'marker' } as const);
  const price = words.costWords({ cost, tokens, model: use }, moneyIn(currency));
  const priceless = meant === null ? price : `${price}: did you mean ${meant}?`;
  return [
    `${words.tokenWords(tokens)} ${tokens.count === 1 && certainty === 'exact' ? 'token' : 'tokens'}`,
    model === null ? 'no model named' : words.oneLine(model),
    ...(model === null ? [] : [cost === null ? priceless : `${price} as input`]),
    provider === null
      ? `${certainty}, counted with ${encoding}`
      : `counted by ${provider.name} on ${provider.day}`,
    ...(cost === null || currency === null ? [] : [rateWords(currency)]),
  ];
}
