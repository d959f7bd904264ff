import type { Sdk } from '../sdk.ts';

/** https://docs.anthropic.com/en/api/messages, read 2026-11; the Bedrock and Vertex clients have the same methods. */
export const anthropic: Sdk = {
  id: 'anthropic',
  modules: /^(?:anthropic$|anthropic\.|@anthropic-ai\/)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens', 'max_tokens_to_sample'],
  calls: [
    {
      callee: [
        'messages.create',
        'messages.stream',
        'messages.parse',
        'messages.count_tokens',
        'messages.countTokens',
        'messages.toolRunner',
        'messages.tool_runner',
      ],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [
        ['model', 'messages'],
        ['max_tokens', 'messages'],
      ],
      sends: true,
    },
    {
      callee: ['completions.create'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [['max_tokens_to_sample', 'prompt']],
      sends: true,
    },
  ],
};
