import type { Sdk } from '../sdk.ts';

/** https://dspy.ai/learn/programming/signatures, read 2026-11: the docstring of a signature is its instruction. */
export const dspy: Sdk = {
  id: 'dspy',
  modules: /^dspy(?:\.|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  calls: [],
  docstringBases: /(?:^|\.)Signature$/,
};
