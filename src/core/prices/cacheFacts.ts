import type { StatedCacheFacts } from '../configMoney.ts';
import { globMatcher } from '../glob.ts';
import type { Day } from '../host.ts';
import { modelName } from '../tokens/modelId.ts';
import { cacheRows } from './facts/caching.ts';

/** How long what was written stays, and what writing costs. */
export interface CacheLifetime {
  /** As the provider calls it: `5m`, `1h`. */
  readonly name: string;
  /** Since the last use, at the least; `null` where the provider promises nothing. */
  readonly seconds: number | null;
  /** Price of writing as a multiple of the input's; 1 costs nothing extra. */
  readonly writeFactor: number;
}

/** What a provider's prefix cache asks of a model's requests, and gives for it. */
export interface CacheFacts {
  /** Tokens that a prefix must have to be cached; `null` where no minimum is published. */
  readonly minimumTokens: number | null;
  /** What is cached grows in steps of so many tokens. */
  readonly stepTokens: number;
  /** Whether prefixes are found by the provider, marked by the request, or either. */
  readonly control: 'automatic' | 'explicit' | 'both';
  /** The one that holds where the request names none comes first. */
  readonly lifetimes: readonly CacheLifetime[];
  /** Price of reading as a multiple of the input's; `null` where it depends on the model: the price data has it. */
  readonly readFactor: number | null;
  /** Marks, or writes, in one request; `null` where there are none or no limit is published. */
  readonly maxBreakpoints: number | null;
  /** How many blocks before a mark an earlier entry is looked for; `null` where none is said. */
  readonly lookbackBlocks: number | null;
  readonly source: string;
  readonly date: Day;
}

/**
 * What is known of a model's prefix cache; `null` where we know of none, or do not know the model.
 * @param stated by the configuration, which wins, field by field: glob over model names → facts. The first that matches.
 */
export function cacheFacts(
  model: string | null,
  stated: Readonly<Record<string, StatedCacheFacts>> = {},
): CacheFacts | null {
  if (model === null) return null;
  const { host, kind, model: name } = modelName(model);
  const row = cacheRows.find(
    (one) => (one.host === undefined || one.host === host) && one.pattern.test(kind),
  );
  const own = Object.entries(stated).find(([glob]) => [model, name, kind].some(globMatcher([glob])))?.[1];
  if (row === undefined) return own === undefined ? null : withStated(unknown, own);
  const { host: _host, pattern: _pattern, ...facts } = row;
  return own === undefined ? facts : withStated(facts, own);
}

/** What is taken for granted of a cache that the configuration alone knows of. */
const unknown = {
  minimumTokens: null,
  stepTokens: 1,
  control: 'automatic',
  lifetimes: [{ name: 'default', seconds: null, writeFactor: 1 }],
  readFactor: null,
  maxBreakpoints: null,
  lookbackBlocks: null,
} as const;

function withStated(facts: Omit<CacheFacts, 'source' | 'date'>, own: StatedCacheFacts): CacheFacts {
  const { lifetimeSeconds, writeFactor, ...rest } = own;
  const [first = unknown.lifetimes[0], ...others] = facts.lifetimes;
  const lifetime = {
    ...first,
    ...(lifetimeSeconds === undefined ? {} : { seconds: lifetimeSeconds, name: `${lifetimeSeconds}s` }),
    ...(writeFactor === undefined ? {} : { writeFactor }),
  };
  const values = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...facts, ...values, lifetimes: [lifetime, ...others], source: own.source, date: own.date };
}
