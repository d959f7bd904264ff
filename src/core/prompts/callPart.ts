import type { CallShape, PromptArgument } from './sdk.ts';

/** An option, or a part of a request, that is made by a function: it holds prompts, and sends nothing by itself. */
export function part(
  callee: readonly string[],
  parameters: readonly string[],
  prompts: readonly PromptArgument[],
): CallShape {
  return { callee, parameters, prompts, shape: [], sends: false };
}
