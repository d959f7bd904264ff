import type { Config } from '../config.ts';
import type { Day } from '../host.ts';
import { modelName, undated, type ModelName } from '../tokens/modelId.ts';
import { cacheFacts, type CacheFacts } from './cacheFacts.ts';
import { limitRows } from './facts/limits.ts';
import { retirementRows } from './facts/retirements.ts';
import type { Listed } from './lists/find.ts';

/** That a model goes, or has gone. */
export interface Retirement {
  /** The day on which it is switched off; `null` where the price list merely calls it deprecated. */
  readonly day: Day | null;
  readonly successor: string | null;
  readonly source: string;
  readonly date: Day;
}

/** What is known of a model besides its prices. `null` is not known. */
export interface ModelFacts {
  /** Tokens. */
  readonly contextWindow: number | null;
  readonly maxOutput: number | null;
  /** `null` where nothing was announced. */
  readonly retirement: Retirement | null;
  readonly caching: CacheFacts | null;
}

/** @param list the source and day of the list that the entry is from. */
export function modelFacts(
  model: string,
  listed: Listed | null,
  list: { readonly source: string; readonly date: Day },
  stated: Config['cache']['facts'],
): ModelFacts {
  const name = modelName(model);
  const limits = limitsOf(name);
  return {
    contextWindow: listed?.model.contextWindow ?? limits?.contextWindow ?? null,
    maxOutput: listed?.model.maxOutput ?? limits?.maxOutput ?? null,
    retirement: retirementOf(name, listed, list),
    caching: cacheFacts(model, stated),
  };
}

function limitsOf({ model, kind }: ModelName) {
  return limitRows.find(({ pattern }) => pattern.test(model) || pattern.test(kind)) ?? null;
}

function retirementOf(
  { host, model, kind }: ModelName,
  listed: Listed | null,
  list: { readonly source: string; readonly date: Day },
): Retirement | null {
  if (listed?.model.retires !== undefined)
    return { day: listed.model.retires, successor: null, source: list.source, date: list.date };
  const server = listed?.provider.id ?? host;
  const row = retirementRows.find(
    ({ maker, pattern }) =>
      (server === null || server === maker) &&
      (pattern.test(model) || pattern.test(kind) || pattern.test(undated(model))),
  );
  if (row !== undefined)
    return { day: row.day, successor: row.successor, source: row.source, date: row.date };
  return listed?.model.deprecated === true
    ? { day: null, successor: null, source: list.source, date: list.date }
    : null;
}
