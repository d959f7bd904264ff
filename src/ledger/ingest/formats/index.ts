import type { Format } from '../format.ts';
import { anthropicUsage } from './anthropicUsage.ts';
import { claudeCode } from './claudeCode.ts';
import { codex } from './codex.ts';
import { helicone } from './helicone.ts';
import { langfuse } from './langfuse.ts';
import { litellm } from './litellm.ts';
import { openaiUsage } from './openaiUsage.ts';

/** The logs that can be imported; the first that knows a record takes the file. */
export const formats: readonly Format[] = [
  claudeCode,
  codex,
  litellm,
  helicone,
  openaiUsage,
  anthropicUsage,
  langfuse,
];
