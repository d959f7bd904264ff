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

/** Models for other things than answering a prompt. */
const takesNoPrompt = /embed|moderation|whisper|transcribe|tts|image|dall-e|rerank|audio|realtime|ocr|speech/;

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
    // Backwards, because a later model has the higher number; the names tell no dates.
    const latestFirst = current
      .map(({ id }) => id)
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    return latestFirst.map((id) => ({ id, provider: provider?.name ?? providerId }));
  });
  return [...new Map(models.toReversed().map((model) => [model.id, model])).values()].toReversed();
}
