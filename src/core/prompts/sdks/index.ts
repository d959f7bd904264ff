import type { Sdk } from '../sdk.ts';
import { anthropic } from './anthropic.ts';
import { dspy } from './dspy.ts';
import { langchain } from './langchain.ts';
import { litellm } from './litellm.ts';
import { openai } from './openai.ts';
import { vercelAi } from './vercel-ai.ts';

/** The families we know. The first whose evidence fits a call names it, so the more exact come first. */
export const sdks: readonly Sdk[] = [openai, anthropic, vercelAi, litellm, langchain, dspy];
