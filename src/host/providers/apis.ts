import { modelName } from '../../core/tokens/modelId.ts';
import { tokenizerOf } from '../../core/tokens/tokenizer.ts';

export const providerNames = ['anthropic', 'openai', 'gemini'] as const;
export type ProviderName = (typeof providerNames)[number];

/** How a provider is asked for the tokens of a text. */
export interface CountApi {
  /** As people call it. */
  readonly title: string;
  /** Variables of the environment that may hold the key, the first that is set wins. */
  readonly keys: readonly [string, ...string[]];
  /** The variable that may hold another address, as the provider's own SDK reads it. */
  readonly baseVariable: string;
  readonly base: string;
  /** What is sent: the text as the only message of a user. @param model as its provider calls it. */
  request(model: string, text: string, key: string): CountRequest;
  /** Where the answer has the number. */
  readonly answer: string;
}

export interface CountRequest {
  /** Behind the base. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * @see https://platform.claude.com/docs/en/build-with-claude/token-counting (2026-11-22)
 * @see https://platform.openai.com/docs/api-reference/responses/input-tokens (2026-11-22)
 * @see https://ai.google.dev/api/tokens (2026-11-22)
 */
export const apis: Readonly<Record<ProviderName, CountApi>> = {
  anthropic: {
    title: 'Anthropic',
    keys: ['ANTHROPIC_API_KEY'],
    baseVariable: 'ANTHROPIC_BASE_URL',
    base: 'https://api.anthropic.com',
    request: (model, text, key) => ({
      path: '/v1/messages/count_tokens',
      headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' },
      body: { model, messages: [{ role: 'user', content: text }] },
    }),
    answer: 'input_tokens',
  },
  openai: {
    title: 'OpenAI',
    keys: ['OPENAI_API_KEY'],
    baseVariable: 'OPENAI_BASE_URL',
    base: 'https://api.openai.com/v1',
    request: (model, text, key) => ({
      path: '/responses/input_tokens',
      headers: { authorization: `Bearer ${key}` },
      body: { model, input: text },
    }),
    answer: 'input_tokens',
  },
  gemini: {
    title: 'Google',
    keys: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    baseVariable: 'GOOGLE_GEMINI_BASE_URL',
    base: 'https://generativelanguage.googleapis.com',
    request: (model, text, key) => ({
      path: `/v1beta/models/${encodeURIComponent(model)}:countTokens`,
      headers: { 'x-goog-api-key': key },
      body: { contents: [{ role: 'user', parts: [{ text }] }] },
    }),
    answer: 'totalTokens',
  },
};

/** Whose endpoint counts for a model, whoever serves it; `null` where none does. */
export function providerOfModel(model: string): ProviderName | null {
  const { family } = tokenizerOf(model);
  if (family.startsWith('claude')) return 'anthropic';
  return providerNames.find((name) => name === family) ?? null;
}

/** A model's name without the gateways before it: what its own provider understands. */
export function nameForProvider(model: string): string {
  return modelName(model).model;
}
