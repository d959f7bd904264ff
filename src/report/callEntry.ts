import type { MeteredCall } from '../core/report.ts';
import type { CountedTool } from '../core/tokens/tools/count.ts';
import type { CallEntry, ToolEntry } from './callDocument.ts';
import { callCostEntry } from './costEntry.ts';
import { mapEntry } from './mapEntry.ts';
import type { Places } from './place.ts';
import { cacheEntry, modelEntry, tokensEntry } from './promptEntry.ts';
import { requestEntry } from './request.ts';

export function callEntry(call: MeteredCall, places: Places): CallEntry {
  return {
    ...places.of(call.path, call.range),
    sdk: call.sdk,
    model: modelEntry(call),
    prompts: [...call.prompts],
    maxOutputTokens: call.maxOutputTokens,
    inputTokens: call.inputTokens === null ? null : tokensEntry(call.inputTokens),
    framingTokens: call.framingTokens,
    tools: call.tools?.map((tool) => toolEntry(tool, places)) ?? null,
    toolFramingTokens: call.toolFramingTokens,
    responseFormatTokens: call.responseFormatTokens === null ? null : tokensEntry(call.responseFormatTokens),
    ...(call.pictures.all === 0 ? {} : { pictures: call.pictures }),
    complete: call.complete,
    cost: callCostEntry(call),
    cache: cacheEntry(call.cache, call.breaksAt, call.path, places),
    ...requestEntry(call, places),
    map: call.map === null ? null : mapEntry(call.map, call.path, places),
  };
}

function toolEntry(tool: CountedTool, places: Places): ToolEntry {
  const { name, path, range, tokens, prompts, definition, complete } = tool;
  return {
    name,
    ...places.of(path, range),
    tokens: tokens === null ? null : tokensEntry(tokens),
    prompts: [...prompts],
    definition,
    complete,
  };
}
