import type { Sdk } from '../sdk.ts';
import { adk } from './adk.ts';
import { agno } from './agno.ts';
import { anthropic } from './anthropic.ts';
import { autoGen } from './autogen.ts';
import { azure } from './azure.ts';
import { bedrock } from './bedrock.ts';
import { cohere } from './cohere.ts';
import { crewAi } from './crewai.ts';
import { dotnetSdks } from './dotnet.ts';
import { dspy } from './dspy.ts';
import { decoratedFunctions } from './functions.ts';
import { genkit } from './genkit.ts';
import { goFrameworks } from './go-frameworks.ts';
import { goSdks } from './go.ts';
import { google, vertex } from './google.ts';
import { haystack } from './haystack.ts';
import { http } from './http.ts';
import { huggingFace, smolagents, transformers } from './huggingface.ts';
import { instructor } from './instructor.ts';
import { javaSdks } from './java.ts';
import { langchain } from './langchain.ts';
import { litellm } from './litellm.ts';
import { llamaIndex } from './llamaindex.ts';
import { mastra } from './mastra.ts';
import { mcp } from './mcp.ts';
import { mistral } from './mistral.ts';
import { ollama } from './ollama.ts';
import { openAiCompatible } from './openai-compatible.ts';
import { openai } from './openai.ts';
import { promptfoo } from './promptfoo.ts';
import { pydanticAi } from './pydantic-ai.ts';
import { replicate } from './replicate.ts';
import { agentFramework, semanticKernel } from './semantic-kernel.ts';
import { rubySdks } from './ruby.ts';
import { phpFrameworks } from './php-frameworks.ts';
import { phpSdks } from './php.ts';
import { rustFrameworks } from './rust-frameworks.ts';
import { rustSdks } from './rust.ts';
import { vercelAi } from './vercel-ai.ts';

/** The families we know. An import decides first; of those that its arguments alone would fit, the first names a call. */
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
  huggingFace,
  transformers,
  replicate,
  instructor,
  vercelAi,
  litellm,
  langchain,
  llamaIndex,
  dspy,
  pydanticAi,
  crewAi,
  autoGen,
  semanticKernel,
  agentFramework,
  adk,
  agno,
  haystack,
  smolagents,
  mastra,
  genkit,
  mcp,
  promptfoo,
  http,
  ...decoratedFunctions,
  ...goSdks,
  ...goFrameworks,
  ...rustSdks,
  ...rustFrameworks,
  ...phpSdks,
  ...phpFrameworks,
  ...rubySdks,
  ...javaSdks,
  ...dotnetSdks,
];
