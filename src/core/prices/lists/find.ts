import { isAnotherVersion } from './otherVersion.ts';
import type { ListedModel, ListedPrices, ListedProvider, PriceList } from './list.ts';
import { matches } from './match.ts';

export interface Listed {
  readonly provider: ListedProvider;
  readonly model: ListedModel;
}

/**
 * The entry of a list for a model's name; `null` where there is none, and where the nearest is another version.
 * @param id in lower case, as the provider writes it.
 * @param host the provider's id; `null` asks the first whose names these are.
 */
export function findListed(list: PriceList, id: string, host: string | null): Listed | null {
  const provider = list.providers.find((one) =>
    host === null ? one.modelMatch !== undefined && matches(one.modelMatch, id) : one.id === host,
  );
  if (provider === undefined) return null;
  const sellers = [provider, ...(provider.fallbacks ?? []).flatMap((other) => named(list, other))];
  for (const spelling of new Set([id, withDashes(id)]))
    for (const seller of sellers) {
      const model = seller.models.find((one) => matches(one.match, spelling));
      if (model !== undefined) return isAnotherVersion(model.match, spelling) ? null : { provider, model };
    }
  return null;
}

/** The prices that hold at a moment; the later in the list the more particular. @param moment UTC. */
export function pricesAt(model: ListedModel, moment: Date): ListedPrices | null {
  const day = moment.toISOString().slice(0, 10);
  const time = moment.toISOString().slice(11, 16);
  const held = model.prices.findLast(({ from, hours }) => {
    if (from !== undefined) return day >= from;
    return hours === undefined || within(time, hours);
  });
  return held ?? model.prices[0] ?? null;
}

/** Hours may go over midnight. */
function within(time: string, [start, end]: readonly [string, string]): boolean {
  return end < start ? time >= start || time < end : time >= start && time < end;
}

function named(list: PriceList, id: string): ListedProvider[] {
  return list.providers.filter((provider) => provider.id === id);
}

/** Some list a release as `-2025-09-29` what others write as `-20250929`. */
function withDashes(id: string): string {
  return id.replace(/-(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=-|:|$)/g, '-$1-$2-$3');
}
