import type { MeteredPrompt } from '../core/report.ts';
import { inDollars } from '../core/prices/usd.ts';
import type * as document from './gateDocument.ts';
import type { ComparedChange } from './gateReport.ts';

/** What a program is told of a change. */
export function changeEntry({ base, changes }: ComparedChange): document.ChangeEntry {
  return {
    base,
    prompts: changes.map(({ kind, before, now }) => ({
      kind,
      before: before === null ? null : stateEntry(before),
      now: now === null ? null : stateEntry(now),
    })),
  };
}

function stateEntry({ id, tokens, cost, cache }: MeteredPrompt): document.PromptStateEntry {
  return {
    id,
    tokens: tokens.count,
    usdPerCall: cost === null ? null : inDollars(cost.usdPerCall),
    stablePrefixTokens: cache?.stablePrefixTokens ?? null,
    cacheBreaking: cache?.cacheBreaking ?? null,
  };
}
