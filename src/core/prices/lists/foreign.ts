import type { Day } from '../../host.ts';
import { fromGenaiPrices } from './genai.ts';
import type { ListedProvider, PriceList } from './list.ts';
import { fromLitellm, isLitellm } from './litellm.ts';
import { fromModelsDev, isModelsDev } from './modelsDev.ts';
import { absurdities, duplicates, listProblems } from './validate.ts';

/** What was brought, and what is said of it. */
export interface Brought {
  readonly data: unknown;
  readonly from: string;
  readonly sha256: string;
  readonly date: Day;
}

export type ForeignList =
  | { readonly kind: 'list'; readonly list: PriceList }
  /** No list is taken when anything in it is wrong: who made one mistake may have made more. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Fewer would leave most names to the older list; so few models are a broken download. */
const fewest = 10;

/** A list that somebody else keeps → ours, or all that is wrong with it. @param shipped the list that ships, to compare with. */
export function readForeign({ data, from, sha256, date }: Brought, shipped: PriceList): ForeignList {
  const format = formats.find(({ is }) => is(data));
  if (format === undefined) return { kind: 'problems', problems: [unknownFormat] };
  const read = attempt(() => format.read(data));
  if (typeof read === 'string') return { kind: 'problems', problems: [`${format.name}: ${read}`] };
  const providers = read
    .map((provider) => asKnown(provider, shipped))
    .filter(({ models }) => models.length > 0);
  const list: PriceList = {
    schemaVersion: 1,
    source: `${format.name} (updated ${date})`,
    date,
    origin: { from, sha256 },
    providers,
  };
  const problems = [
    ...listProblems(list),
    ...duplicates(list),
    ...absurdities(list, shipped),
    ...tooFew(list),
  ];
  return problems.length === 0 ? { kind: 'list', list } : { kind: 'problems', problems };
}

const formats = [
  { name: 'genai-prices', is: isGenaiPrices, read: fromGenaiPrices },
  { name: 'LiteLLM', is: isLitellm, read: fromLitellm },
  { name: 'models.dev', is: isModelsDev, read: fromModelsDev },
] as const;

const unknownFormat =
  'it is none of the lists that are known here: data.json of genai-prices (version 2), model_prices_and_context_window.json of LiteLLM, api.json of models.dev';

function isGenaiPrices(data: unknown): boolean {
  if (Array.isArray(data)) return true;
  return typeof data === 'object' && data !== null && 'providers' in data && Array.isArray(data.providers);
}

function attempt(read: () => ListedProvider[]): ListedProvider[] | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Which names are a provider's own, and whose models it serves, few lists say. Models without a price say nothing. */
function asKnown(provider: ListedProvider, shipped: PriceList): ListedProvider {
  const known = shipped.providers.find(({ id }) => id === provider.id);
  const { modelMatch = known?.modelMatch, fallbacks = known?.fallbacks } = provider;
  return {
    ...provider,
    name: known?.name ?? provider.name,
    ...(modelMatch === undefined ? {} : { modelMatch }),
    ...(fallbacks === undefined ? {} : { fallbacks }),
    models: provider.models.filter(({ prices }) => prices.some(({ rates }) => rates.input !== undefined)),
  };
}

function tooFew({ providers }: PriceList): string[] {
  const count = providers.reduce((sum, { models }) => sum + models.length, 0);
  return count >= fewest
    ? []
    : [`it has prices of ${count} models that are known here, which is too few to be whole`];
}
