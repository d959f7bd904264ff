import type { Hole } from '../prompt.ts';
import type { Call, MessagePart, Setting, Where } from '../request.ts';
import type { PlainCall } from './plain.ts';

/** How to tell places, holes and the names of prompts from somewhere else. */
export interface Move {
  where(place: Where): Where;
  hole(hole: Hole): Hole;
  /** The new names of a prompt: none where it is not known by any. */
  names(name: string): readonly string[];
}

/** The same call, its places told from somewhere else. */
export function movedCall<T extends PlainCall>(call: T, move: Move): T {
  const { loop, modelVaries, toolsVary, volume } = call;
  return {
    ...call,
    ...placed(call, move),
    messages: call.messages.map((message) => ({
      ...message,
      ...placed(message, move),
      parts: message.parts.map((part) => movedPart(part, move)),
    })),
    tools:
      call.tools?.map((tool) => ({
        ...tool,
        ...placed(tool, move),
        prompts: tool.prompts.flatMap((name) => move.names(name)),
      })) ?? null,
    cacheMarks: call.cacheMarks.map((mark) => ({ ...mark, ...placed(mark, move) })),
    settings: movedSettings(call.settings, move),
    loop: loop && { ...loop, range: move.where({ path: call.path, range: loop.range }).range },
    modelVaries: modelVaries && move.hole(modelVaries),
    toolsVary: toolsVary && move.hole(toolsVary),
    volume: volume && { ...volume, ...placed(volume, move) },
  };
}

function placed({ path, range }: Where, move: Move): Where {
  return move.where({ path, range });
}

function movedPart(part: MessagePart, move: Move): MessagePart {
  if (part.kind !== 'text') return { ...part, ...placed(part, move) };
  return {
    ...part,
    ...placed(part, move),
    prompts: part.prompts.flatMap((name) => move.names(name)),
    hole: part.hole && move.hole(part.hole),
  };
}

function movedSettings(settings: Call['settings'], move: Move): Call['settings'] {
  const moved = Object.entries(settings).map(([name, setting]): [string, Setting] => [
    name,
    { ...setting, ...placed(setting, move) },
  ]);
  return Object.fromEntries(moved);
}
