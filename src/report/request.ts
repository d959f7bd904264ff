import type { Hole } from '../core/prompts/prompt.ts';
import type { Call, CallMessage, MessagePart, Setting, SettingName, Where } from '../core/prompts/request.ts';
import type * as document from './callDocument.ts';
import type { Places } from './place.ts';

/** What a call sends besides its texts, as a program reads it. Places in the call's own file leave out the path. */
export function requestEntry(call: Call, places: Places): document.RequestEntry {
  const lines = (where: Where): document.LinesEntry => linesOf(where, call.path, places);
  const { loop, modelVaries, toolsVary } = call;
  return {
    messages: call.messages.map((message) => messageEntry(message, lines)),
    cacheMarks: call.cacheMarks.map((mark) => ({
      ...lines(mark),
      after: mark.after,
      style: mark.style,
      lifetime: mark.lifetime,
    })),
    settings: settingsEntry(call.settings),
    settled: call.settled,
    batch: call.batch,
    loop: loop && { ...lines({ path: call.path, range: loop.range }), over: loop.over },
    modelVaries: modelVaries && variationOf(modelVaries),
    toolsVary: toolsVary && variationOf(toolsVary),
  };
}

function linesOf({ path, range }: Where, home: string, places: Places): document.LinesEntry {
  const { startLine, endLine } = places.of(path, range);
  return { ...(path === home ? {} : { path }), startLine, endLine };
}

function messageEntry(
  message: CallMessage,
  lines: (where: Where) => document.LinesEntry,
): document.MessageEntry {
  const { role, many, always, parts } = message;
  return { role, many, always, ...lines(message), parts: parts.map(partEntry) };
}

function partEntry(part: MessagePart): document.PartEntry {
  if (part.kind !== 'text') return { kind: part.kind };
  const { kind, prompts, oneOf, hole } = part;
  return { kind, prompts: [...prompts], oneOf, hole: hole && variationOf(hole) };
}

function variationOf({ expression, varies, because }: Hole): document.VariationEntry {
  return { expression, varies, because };
}

function settingsEntry(settings: Call['settings']): document.SettingsEntry {
  const entry: document.SettingsEntry = {};
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting][])
    entry[name] = setting.kind === 'literal' ? { value: setting.value } : { expression: setting.expression };
  return entry;
}
