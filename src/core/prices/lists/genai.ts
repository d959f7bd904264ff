import type { Day } from '../../host.ts';
import { isRecord, listOf, numberIn, recordIn, textIn, type Fields } from './reading.ts';
import type { ListedModel, ListedPrices, ListedProvider, ListedRate, ListedRates, Match } from './list.ts';

/**
 * The data of genai-prices, as its package holds it and as its data file (version 2) writes it, → providers.
 * Units that we do not price (sound, pictures, searches) are left out.
 * @throws RangeError for what is not that format.
 */
export function fromGenaiPrices(data: unknown): ListedProvider[] {
  return listOf(isRecord(data) && 'providers' in data ? data['providers'] : data, 'providers').map(provider);
}

function provider(value: unknown): ListedProvider {
  const fields = recordIn(value, 'a provider');
  const id = textIn(fields, 'id');
  const { model_match: own, fallback_model_providers: fallbacks } = fields;
  return {
    id,
    name: typeof fields['name'] === 'string' ? fields['name'] : id,
    ...(own === undefined || own === null ? {} : { modelMatch: match(own, id) }),
    ...(Array.isArray(fallbacks) ? { fallbacks: fallbacks.map(String) } : {}),
    models: listOf(fields['models'], `models of ${id}`).map((one) => model(one, id)),
  };
}

function model(value: unknown, providerId: string): ListedModel {
  const fields = recordIn(value, `a model of ${providerId}`);
  const id = textIn(fields, 'id');
  const { prices } = fields;
  const context = fields['context_window'];
  return {
    id,
    match: match(fields['match'], id),
    prices: Array.isArray(prices)
      ? prices.map((one) => conditional(one, id))
      : [{ rates: rates(prices, id) }],
    ...(typeof context === 'number' ? { contextWindow: context } : {}),
    ...(fields['deprecated'] === true ? { deprecated: true } : {}),
  };
}

function conditional(value: unknown, id: string): ListedPrices {
  const fields = recordIn(value, `a price of ${id}`);
  const held = { rates: rates(fields['prices'], id) };
  const { constraint } = fields;
  if (!isRecord(constraint)) return held;
  const { start_date: from, start_time: start, end_time: end } = constraint;
  if (typeof from === 'string') return { from: from as Day, ...held };
  if (typeof start === 'string' && typeof end === 'string')
    return { hours: [start.slice(0, 5), end.slice(0, 5)], ...held };
  throw new RangeError(`a price of ${id} holds under a condition that is not known here`);
}

const units = {
  input_mtok: 'input',
  output_mtok: 'output',
  cache_read_mtok: 'cacheRead',
  cache_write_mtok: 'cacheWrite',
  cache_write_1h_mtok: 'cacheWrite1h',
} as const satisfies Record<string, keyof ListedRates>;

function rates(value: unknown, id: string): ListedRates {
  const fields = recordIn(value, `the prices of ${id}`);
  const entries = Object.entries(units).flatMap(([key, unit]) => {
    const stated = fields[key];
    return stated === undefined || stated === null ? [] : [[unit, rate(stated, id)] as const];
  });
  const requests = fields['requests_kcount'];
  return { ...Object.fromEntries(entries), ...(typeof requests === 'number' ? { requests } : {}) };
}

function rate(value: unknown, id: string): ListedRate {
  if (typeof value === 'number') return value;
  const fields: Fields = recordIn(value, `a price of ${id}`);
  const tiers = listOf(fields['tiers'], `tiers of ${id}`).map((one) => {
    const tier = recordIn(one, `a tier of ${id}`);
    return { above: numberIn(tier, 'start'), price: numberIn(tier, 'price') };
  });
  return { base: numberIn(fields, 'base'), tiers: tiers.sort((a, b) => a.above - b.above) };
}

function match(value: unknown, id: string): Match {
  const fields = recordIn(value, `the match of ${id}`);
  const [[kind, operand] = []] = Object.entries(fields);
  if ((kind === 'or' || kind === 'and') && Array.isArray(operand)) {
    const inner = operand.map((one) => match(one, id));
    return kind === 'or' ? { or: inner } : { and: inner };
  }
  if (typeof operand === 'string' && kind !== undefined && isLeaf(kind)) return leaf(kind, operand, id);
  throw new RangeError(`${id} is matched in a way that is not known here`);
}

const leaves = ['equals', 'starts_with', 'ends_with', 'contains', 'regex'] as const;
type Leaf = (typeof leaves)[number];

function isLeaf(kind: string): kind is Leaf {
  return leaves.some((one) => one === kind);
}

function leaf(kind: Leaf, operand: string, id: string): Match {
  if (kind === 'regex') return { regex: boundedPattern(operand, id) };
  if (kind === 'equals') return { equals: operand };
  if (kind === 'starts_with') return { starts_with: operand };
  return kind === 'ends_with' ? { ends_with: operand } : { contains: operand };
}

/** Three take a second on the longest name, two a hundredth of it. */
const mostRepeats = 2;

/** A list may come from anywhere: no pattern may repeat a group, nor many things one after the other, which could take for ever on one name. */
function boundedPattern(pattern: string, id: string): string {
  const repeats = pattern.match(/[*+]|\{\d+,/g) ?? [];
  if (pattern.length > 200 || repeats.length > mostRepeats || /\)[*+{]|\\[1-9k]/.test(pattern))
    throw new RangeError(`${id} is matched by a pattern that could take too long: ${pattern.slice(0, 60)}`);
  try {
    new RegExp(pattern);
  } catch {
    throw new RangeError(`${id} is matched by a broken pattern: ${pattern.slice(0, 60)}`);
  }
  return pattern;
}
