import { hostOf, undated, type ModelName } from '../tokens/modelId.ts';

/** Whom to ask, in order; `null` asks a list whose the name is. A host that the name states is the only one. */
export function hostsOf({ host, model }: ModelName, sdk: string | null): (string | null)[] {
  if (host !== null) return [host];
  const bySdk = sdk === null ? null : hostOf(sdk);
  const serves = bySdk !== null && !makers.includes(bySdk);
  if (serves) return [bySdk, null];
  // The lists recognise OpenAI's names by their beginning only.
  const openai = /^(?:chatgpt|text-embedding|codex|computer-use|davinci|babbage)|^gpt-/.test(model)
    ? ['openai']
    : [];
  return [null, ...openai, ...(bySdk === null ? [] : [bySdk])];
}

/** Those who serve only models of their own: their SDK is often pointed at somebody else. */
const makers: readonly string[] = ['openai', 'anthropic', 'google'];

/** The ways a list may spell a name, the most precise first. */
export function spellings({ host, id, model }: ModelName): Iterable<string> {
  // A tuned model has a price of its own or none; what it was tuned from says nothing. Nor is it known what somebody
  // unheard of takes for a model of another's.
  if (id.startsWith('ft:') || (host === null && id.includes('/'))) return [id];
  return new Set([id, model, undated(model)]);
}
