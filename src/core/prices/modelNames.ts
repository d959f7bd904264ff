/** Whose models are offered where a person picks one, those most used first; others can be typed in. */
const makers = [
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
const takesNoPrompt =
  /embed|moderation|whisper|transcribe|tts|image|dall-e|rerank|audio|realtime|ocr|speech|davinci|babbage|curie|^ada$/;

/** A model that has a price, and who makes or serves it. */
export interface NamedModel {
  readonly id: string;
  readonly provider: string;
}

/** Models in the price data that are not retired, by provider, each name once. */
export async function namedModels(): Promise<readonly NamedModel[]> {
  const { findProvider } = await import('@pydantic/genai-prices');
  const models = makers.flatMap((providerId) => {
    const provider = findProvider({ providerId });
    const current = (provider?.models ?? []).filter(
      ({ deprecated, id }) => !deprecated && !takesNoPrompt.test(id),
    );
    const latestFirst = current
      .map(({ id }) => id)
      .sort((a, b) => versionIn(b) - versionIn(a) || a.localeCompare(b, 'en', { numeric: true }));
    return latestFirst.map((id) => ({ id, provider: provider?.name ?? providerId }));
  });
  return [...new Map(models.toReversed().map((model) => [model.id, model])).values()].toReversed();
}

/** The version that a name states, such as 4.1 of `gpt-4.1-mini`; the names tell no dates to order by. */
function versionIn(id: string): number {
  const [, major = '0', minor = '0'] = /(\d{1,2})(?![\db])(?:[.-](\d{1,2})(?!\d|b))?/.exec(id) ?? [];
  return Number(`${major}.${minor}`);
}
