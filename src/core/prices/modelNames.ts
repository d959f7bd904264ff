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
    const current = (provider?.models ?? []).filter((model) => !model.deprecated);
    return current.map(({ id }) => ({ id, provider: provider?.name ?? providerId }));
  });
  return [...new Map(models.toReversed().map((model) => [model.id, model])).values()].toReversed();
}
