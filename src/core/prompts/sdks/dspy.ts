import { system } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://dspy.ai/learn/programming/signatures, read 2026-11: the docstring of a signature is its instruction. */
export const dspy: Sdk = {
  id: 'dspy',
  modules: /^dspy(?:\.|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  modelClasses: [{ name: /^LM$/ }],
  docstringBases: /(?:^|\.)Signature$/,
  calls: [
    {
      callee: ['Signature', 'make_signature'],
      parameters: ['signature', 'instructions'],
      prompts: system('instructions'),
      shape: [],
      sends: false,
    },
    {
      callee: ['*.with_instructions'],
      parameters: ['instructions'],
      prompts: system('instructions'),
      shape: [],
      sends: false,
    },
  ],
};
