import { hostOf } from '../../tokens/modelId.ts';
import type { ListedModel, ListedProvider, ListedRate, ListedRates } from './list.ts';
import { isRecord, numberIn, recordIn, type Fields } from './reading.ts';

/**
 * The `api.json` of models.dev → providers. Companies that nobody here asks are left out.
 * @see https://github.com/anomalyco/models.dev (2026-07-02)
 * @throws RangeError for what is not that format.
 */
export function fromModelsDev(data: unknown): ListedProvider[] {
  const providers = new Map<string, ListedProvider>();
  for (const [key, value] of Object.entries(recordIn(data, 'the list'))) {
    const fields = recordIn(value, key);
    const id = hostOf(key) ?? hostOf(key.replace(/-ai$/, ''));
    if (id === null) continue;
    const models = Object.entries(recordIn(fields['models'], `models of ${key}`)).flatMap(
      ([name, model]) => modelOf(name, recordIn(model, name)) ?? [],
    );
    const known = providers.get(id);
    const listed = new Set(known?.models.map((model) => model.id));
    const added = models.filter((model) => !listed.has(model.id));
    const name = typeof fields['name'] === 'string' ? fields['name'] : id;
    providers.set(
      id,
      known === undefined ? { id, name, models } : { ...known, models: [...known.models, ...added] },
    );
  }
  return [...providers.values()];
}

/** Whether data has the looks of it. */
export function isModelsDev(data: unknown): boolean {
  if (!isRecord(data)) return false;
  return Object.values(data).some((one) => isRecord(one) && isRecord(one['models']));
}

function modelOf(name: string, fields: Fields): ListedModel | null {
  const { cost, limit, status } = fields;
  if (!isRecord(cost)) return null;
  const id = name.toLowerCase();
  const limits: Fields = isRecord(limit) ? limit : {};
  const { context, output } = limits;
  return {
    id,
    match: { equals: id },
    prices: [{ rates: ratesOf(cost) }],
    ...(typeof context === 'number' ? { contextWindow: context } : {}),
    ...(typeof output === 'number' ? { maxOutput: output } : {}),
    ...(status === 'deprecated' ? { deprecated: true } : {}),
  };
}

const units = {
  input: 'input',
  output: 'output',
  cacheRead: 'cache_read',
  cacheWrite: 'cache_write',
} as const satisfies Partial<Record<keyof ListedRates, string>>;

function ratesOf(cost: Fields): ListedRates {
  const stated = Object.entries(units).flatMap(([unit, key]) =>
    typeof cost[key] === 'number' ? [[unit, rateOf(cost, key)] as const] : [],
  );
  return Object.fromEntries(stated);
}

function rateOf(cost: Fields, key: string): ListedRate {
  const base = numberIn(cost, key);
  const tiers = tiersOf(cost).flatMap(({ above, prices }) =>
    typeof prices[key] === 'number' ? [{ above, price: numberIn(prices, key) }] : [],
  );
  return tiers.length === 0 ? base : { base, tiers: tiers.sort((a, b) => a.above - b.above) };
}

/** Written as a list with sizes today, and before that as one object. */
function tiersOf(cost: Fields): { above: number; prices: Fields }[] {
  const { tiers, context_over_200k: over } = cost;
  if (isRecord(over) && !Array.isArray(tiers)) return [{ above: 200_000, prices: over }];
  if (!Array.isArray(tiers)) return [];
  return tiers.map((one: unknown) => {
    const prices = recordIn(one, 'a tier');
    const { tier } = prices;
    return { above: isRecord(tier) ? numberIn(tier, 'size') : numberIn(prices, 'size'), prices };
  });
}
