import type { PriceList } from './lists/list.ts';

/** Whose models are offered where a person picks one, those most used first; others can be typed in. */
export const makers: readonly string[] = [
  'openai',
  'anthropic',
  'google',
  'mistral',
  'deepseek',
  'x-ai',
  'cohere',
  'groq',
  'moonshotai',
];

/** Models for other things than answering a prompt, and those from before there were messages. */
export const takesNoPrompt =
  /embed|moderation|whisper|transcribe|tts|image|dall-e|rerank|audio|realtime|ocr|speech|davinci|babbage|curie|^ada$/;

/** A model that has a price, and who makes or serves it. */
export interface NamedModel {
  readonly id: string;
  readonly provider: string;
  /** Tokens that request and answer may have together; `null` where the price data does not say. */
  readonly contextTokens: number | null;
}

/** Models in the price data that are not retired, by provider, each name once. */
export function namedModels(list: PriceList): readonly NamedModel[] {
  const models = makers.flatMap((providerId) => {
    const provider = list.providers.find(({ id }) => id === providerId);
    const current = (provider?.models ?? []).filter(
      ({ deprecated, id }) => !deprecated && !takesNoPrompt.test(id),
    );
    const latestFirst = current.toSorted(
      (a, b) => versionIn(b.id) - versionIn(a.id) || a.id.localeCompare(b.id, 'en', { numeric: true }),
    );
    return latestFirst.map(({ id, contextWindow: contextTokens = null }) => ({
      id,
      provider: provider?.name ?? providerId,
      contextTokens,
    }));
  });
  return [...new Map(models.toReversed().map((model) => [model.id, model])).values()].toReversed();
}

/** The version that a name states, such as 4.1 of `gpt-4.1-mini`; the names tell no dates to order by. */
function versionIn(id: string): number {
  const [, major = '0', minor = '0'] = /(\d{1,2})(?![\db])(?:[.-](\d{1,2})(?!\d|b))?/.exec(id) ?? [];
  return Number(`${major}.${minor}`);
}
