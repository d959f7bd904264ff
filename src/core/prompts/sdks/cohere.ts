import type { Sdk } from '../sdk.ts';

/** Both versions of the API. https://docs.cohere.com/reference/chat, https://docs.cohere.com/v1/reference/chat, read 2026-11. */
export const cohere: Sdk = {
  id: 'cohere',
  modules: /^(?:cohere(?:\.|$)|cohere-ai$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  settings: {
    stop: ['stop_sequences'],
    temperature: ['temperature'],
    responseFormat: ['response_format'],
  },
  calls: [
    {
      callee: ['*.chat', '*.chat_stream', '*.chatStream'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'preamble', as: 'system' },
        { path: 'chat_history', as: 'messages' },
        { path: 'messages', as: 'messages' },
        { path: 'message', as: 'user' },
      ],
      shape: [
        ['message', 'preamble'],
        ['message', 'chat_history'],
      ],
      sends: true,
    },
    {
      callee: ['*.generate', '*.generate_stream', '*.generateStream'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.summarize'],
      prompts: [
        { path: 'additional_command', as: 'system' },
        { path: 'text', as: 'user' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.embed'],
      prompts: [{ path: 'texts', as: 'user' }],
      shape: [],
      sends: true,
    },
  ],
};
