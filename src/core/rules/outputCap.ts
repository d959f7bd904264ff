import type { MeteredCall } from '../report.ts';

/** Whether nothing in a call limits its answer. Of a call whose arguments were not all seen that is not said. */
export function isUncapped({ sdk, settled, settings, maxOutputTokens }: MeteredCall): boolean {
  return settled && capped.has(sdk) && settings.maxOutputTokens === undefined && maxOutputTokens === null;
}

/** SDKs whose calls take the cap as an argument of their own; with others it is set on a client that may be anywhere. */
const capped: ReadonlySet<string> = new Set(['openai', 'vercel-ai', 'mistral', 'google', 'litellm', 'azure']);
