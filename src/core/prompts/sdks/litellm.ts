import type { Sdk } from '../sdk.ts';

/** https://docs.litellm.ai/docs/completion/input, read 2026-11. */
export const litellm: Sdk = {
  id: 'litellm',
  modules: /^litellm(?:\.|$)/,
  modelArguments: ['model'],
  capArguments: ['max_completion_tokens', 'max_tokens'],
  calls: [
    {
      callee: ['completion', 'acompletion', 'litellm.completion', 'litellm.acompletion', 'batch_completion'],
      parameters: ['model', 'messages'],
      prompts: [
        { path: 'messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [['model', 'messages']],
      sends: true,
    },
    {
      callee: ['responses', 'aresponses'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
      ],
      shape: [],
      sends: true,
    },
  ],
};
