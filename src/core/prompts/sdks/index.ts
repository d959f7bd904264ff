import type { Sdk } from '../sdk.ts';
import { anthropic } from './anthropic.ts';
import { azure } from './azure.ts';
import { bedrock } from './bedrock.ts';
import { cohere } from './cohere.ts';
import { dspy } from './dspy.ts';
import { google, vertex } from './google.ts';
import { langchain } from './langchain.ts';
import { litellm } from './litellm.ts';
import { mistral } from './mistral.ts';
import { ollama } from './ollama.ts';
import { openAiCompatible } from './openai-compatible.ts';
import { openai } from './openai.ts';
import { vercelAi } from './vercel-ai.ts';

/** The families we know. The first whose evidence fits a call names it, so the more exact come first. */
export const sdks: readonly Sdk[] = [
  openai,
  anthropic,
  azure,
  ...openAiCompatible,
  google,
  vertex,
  mistral,
  cohere,
  ollama,
  bedrock,
  vercelAi,
  litellm,
  langchain,
  dspy,
];
