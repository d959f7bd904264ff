import { embeddings } from '../openAiShapes.ts';
import type { Sdk } from '../sdk.ts';

/** https://docs.mistral.ai/api and the clients' own references, the first Python client (`MistralClient`) too; read 2026-11. */
export const mistral: Sdk = {
  id: 'mistral',
  modules: /^(?:mistralai(?:\.|$)|@mistralai\/)/,
  endpoints: /^https?:\/\/(?:api|codestral)\.mistral\.ai/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  settings: {
    stop: ['stop'],
    temperature: ['temperature', 'completionArgs.temperature'],
    responseFormat: ['response_format'],
  },
  messageClasses: [
    { name: /(?:^|\.)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      callee: [
        ...[
          'complete',
          'complete_async',
          'stream',
          'stream_async',
          'parse',
          'parseStream',
          'parse_async',
          'parse_stream',
          'parse_stream_async',
        ],
      ].flatMap((method) => [`chat.${method}`, `agents.${method}`]),
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [['model', 'messages']],
      sends: true,
    },
    {
      callee: ['*.chat', '*.chat_stream', '*.chatStream'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['fim.complete', 'fim.stream', 'fim.complete_async', 'fim.stream_async'],
      prompts: [
        { path: 'prompt', as: 'user' },
        { path: 'suffix', as: 'user' },
      ],
      shape: [['model', 'prompt']],
      sends: true,
    },
    {
      callee: ['beta.agents.create', 'beta.agents.update'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'description', as: 'tool-description' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: false,
    },
    {
      callee: ['beta.conversations.start', 'beta.conversations.append', 'beta.conversations.start_stream'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'inputs', as: 'messages' },
      ],
      shape: [],
      sends: true,
    },
    { ...embeddings, prompts: [{ path: 'inputs', as: 'user' }], shape: [['model', 'inputs']] },
  ],
};
