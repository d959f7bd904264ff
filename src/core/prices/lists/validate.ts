import { highestPrice } from '../../configValues.ts';
import type { ListedModel, ListedRate, PriceList } from './list.ts';
import { isRecord, listOf, recordIn, textIn } from './reading.ts';

/** How far a price may be from the one that ships before it is taken for a mistake of units. */
const furthest = 1000;

/**
 * What is wrong with the prices of a list, each as a sentence about one model.
 * @throws RangeError when it is not even a list of the form we write.
 */
export function listProblems({ providers }: PriceList): string[] {
  return listOf(providers, 'providers').flatMap((value) => {
    const provider = recordIn(value, 'a provider');
    const id = textIn(provider, 'id');
    if (provider['modelMatch'] !== undefined && !isMatch(provider['modelMatch']))
      throw new RangeError(`"modelMatch" of ${id} is not understood`);
    return listOf(provider['models'], `models of ${id}`).flatMap((one) => {
      const model = recordIn(one, `a model of ${id}`);
      if (!isMatch(model['match']))
        throw new RangeError(`"match" of ${textIn(model, 'id')} is not understood`);
      const prices = listOf(model['prices'], `prices of ${textIn(model, 'id')}`);
      return prices.flatMap((price) => rateProblems(price, `${id}/${textIn(model, 'id')}`));
    });
  });
}

/** Deeper than anybody nests alternatives. */
const deepest = 10;

function isMatch(value: unknown, depth = 0): boolean {
  const [[kind, operand] = ['', null], another] = isRecord(value) ? Object.entries(value) : [];
  if (another !== undefined || depth > deepest) return false;
  if (kind === 'or' || kind === 'and')
    return Array.isArray(operand) && operand.every((one) => isMatch(one, depth + 1));
  return (
    ['equals', 'starts_with', 'ends_with', 'contains', 'regex'].includes(kind) && typeof operand === 'string'
  );
}

function rateProblems(price: unknown, name: string): string[] {
  const fields = recordIn(price, `a price of ${name}`);
  const services = isRecord(fields['services']) ? Object.values(fields['services']) : [];
  return [fields['rates'], ...services].flatMap((rates) =>
    Object.entries(recordIn(rates, `the prices of ${name}`)).flatMap(([unit, rate]) =>
      amounts(rate).flatMap((amount) => {
        const wrong = problemOf(amount);
        return wrong === null ? [] : [`${name}: the price of ${unit} is ${String(amount)}, ${wrong}`];
      }),
    ),
  );
}

function problemOf(amount: unknown): string | null {
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return 'which is no number';
  if (amount < 0) return 'which is negative';
  return amount > highestPrice ? 'US dollars per million tokens, which is beyond anything' : null;
}

function amounts(rate: unknown): unknown[] {
  if (!isRecord(rate)) return [rate];
  const { base, tiers } = rate;
  return [base, ...listOf(tiers ?? [], 'tiers').map((tier) => recordIn(tier, 'a tier')['price'])];
}

/** Models that stand in a list twice with different prices. */
export function duplicates({ providers }: PriceList): string[] {
  return providers.flatMap(({ id, models }) => {
    const seen = new Map<string, string>();
    return models.flatMap((model) => {
      const prices = JSON.stringify(model.prices);
      const before = seen.get(model.id);
      seen.set(model.id, prices);
      return before === undefined || before === prices
        ? []
        : [`${id}/${model.id} stands there twice, with different prices`];
    });
  });
}

/** Models whose price is a thousand times that of the list that ships, or a thousandth: dollars were taken for cents, or tokens for millions. */
export function absurdities(list: PriceList, shipped: PriceList): string[] {
  return list.providers.flatMap(({ id, models }) => {
    const known = new Map(shipped.providers.find((one) => one.id === id)?.models.map((one) => [one.id, one]));
    return models.flatMap((model) => {
      const before = inputOf(known.get(model.id));
      const now = inputOf(model);
      if (before === null || now === null || before === 0 || now === 0) return [];
      const off = Math.max(now / before, before / now);
      return off < furthest
        ? []
        : [
            `${id}/${model.id}: input costs ${now} US dollars per million tokens, ${before} in the list that ships`,
          ];
    });
  });
}

function inputOf(model: ListedModel | undefined): number | null {
  const rate: ListedRate | undefined = model?.prices.at(-1)?.rates.input;
  if (rate === undefined) return null;
  return typeof rate === 'number' ? rate : rate.base;
}
