import type { ListedModel, PriceList } from './list.ts';

/** A model whose price differs between two lists, or that stands in one of them alone. */
export interface PriceChange {
  readonly provider: string;
  readonly model: string;
  readonly before: ListedModel | null;
  readonly after: ListedModel | null;
}

/** Ordered by provider and model. Providers that the newer list does not speak of are left out: it does not take them away. */
export function priceChanges(before: PriceList, after: PriceList): PriceChange[] {
  return after.providers.flatMap((provider) => {
    const old = before.providers.find(({ id }) => id === provider.id);
    const [then, now] = [byId(old?.models ?? []), byId(provider.models)];
    return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((model): PriceChange[] => {
      const change = {
        provider: provider.id,
        model,
        before: then.get(model) ?? null,
        after: now.get(model) ?? null,
      };
      return isChange(change) ? [change] : [];
    });
  });
}

function byId(models: readonly ListedModel[]): Map<string, ListedModel> {
  return new Map(models.map((model) => [model.id.toLowerCase(), model]));
}

/** A model that the newer list merely lacks still has its old price here. */
function isChange({ before, after }: PriceChange): boolean {
  if (after === null) return false;
  return before === null || JSON.stringify(latest(before)) !== JSON.stringify(latest(after));
}

/** What both kinds of list state. */
function latest({ prices }: ListedModel) {
  const { input, output, cacheRead } = prices.at(-1)?.rates ?? {};
  return { input, output, cacheRead };
}
