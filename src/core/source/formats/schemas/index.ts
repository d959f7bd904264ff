import { crewai } from './crewai.ts';
import { langchain } from './langchain.ts';
import { messages } from './messages.ts';
import { promptfoo } from './promptfoo.ts';
import type { Schema } from './schema.ts';
import { semanticKernel } from './semanticKernel.ts';
import { sweAgent } from './sweAgent.ts';

/** Whose files of keys and values we know. The first to speak of a text has it. */
export const schemas: readonly Schema[] = [promptfoo, sweAgent, crewai, langchain, semanticKernel, messages];
