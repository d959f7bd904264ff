import { chatCompletions, completions, embeddings, openAiSettings } from '../openAiShapes.ts';
import type { Sdk } from '../sdk.ts';

/** A company whose own client, if it has one, is made like OpenAI's, and which OpenAI's can be pointed at. */
function compatible(id: string, endpoints: RegExp, modules = /^$/): Sdk {
  return {
    id,
    modules,
    endpoints,
    modelArguments: ['model', 'engine'],
    capArguments: ['max_completion_tokens', 'max_tokens'],
    settings: openAiSettings,
    calls: [chatCompletions, completions, embeddings],
  };
}

/**
 * Addresses from each company's guide to using OpenAI's client, modules from the registries' pages of their own
 * clients, read 2026-11: console.groq.com/docs/openai, docs.together.ai/docs/openai-api-compatibility,
 * docs.fireworks.ai/tools-sdks/openai-compatibility, api-docs.deepseek.com, openrouter.ai/docs/quickstart,
 * docs.x.ai, docs.perplexity.ai, inference-docs.cerebras.ai, platform.moonshot.ai, novita.ai/docs,
 * developers.cloudflare.com/workers-ai.
 */
export const openAiCompatible: readonly Sdk[] = [
  compatible('groq', /^https?:\/\/api\.groq\.com/, /^groq(?:-sdk)?(?:[./]|$)/),
  compatible('together', /^https?:\/\/api\.together\.(?:xyz|ai)/, /^together(?:-ai)?(?:[./]|$)/),
  compatible('fireworks', /^https?:\/\/api\.fireworks\.ai/, /^(?:fireworks(?:\.|$)|@fireworks-ai\/)/),
  compatible('deepseek', /^https?:\/\/api\.deepseek\.com/),
  compatible('openrouter', /^https?:\/\/openrouter\.ai/, /^(?:@openrouter\/sdk|openrouter(?:\.|$))/),
  compatible('xai', /^https?:\/\/(?:[\w-]+\.)?api\.x\.ai/),
  compatible('perplexity', /^https?:\/\/api\.perplexity\.ai/, /^(?:@perplexity-ai\/|perplexity(?:\.|$))/),
  compatible('cerebras', /^https?:\/\/api\.cerebras\.ai/, /^(?:cerebras(?:\.|$)|@cerebras\/)/),
  compatible('moonshot', /^https?:\/\/api\.moonshot\.(?:ai|cn)/),
  compatible('novita', /^https?:\/\/api\.novita\.ai/),
  compatible('cloudflare', /^https?:\/\/(?:api|gateway\.ai)\.cloudflare\.com/),
];
