import type { Sdk } from '../sdk.ts';

/** https://github.com/ollama/ollama/blob/main/docs/api.md; the clients for Python and JavaScript take the same names. Read 2026-11. */
export const ollama: Sdk = {
  id: 'ollama',
  modules: /^ollama(?:[./]|$)/,
  endpoints: /^https?:\/\/[\w.-]+:11434/,
  modelArguments: ['model'],
  capArguments: ['options.num_predict'],
  settings: {
    stop: ['options.stop'],
    temperature: ['options.temperature'],
    responseFormat: ['format'],
  },
  calls: [
    {
      callee: ['chat', '*.chat'],
      parameters: ['model', 'messages'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['generate', '*.generate'],
      parameters: ['model', 'prompt', 'suffix'],
      prompts: [
        { path: 'system', as: 'system' },
        { path: 'template', as: 'template' },
        { path: 'prompt', as: 'user' },
        { path: 'suffix', as: 'user' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['create', '*.create'],
      parameters: ['model'],
      prompts: [
        { path: 'system', as: 'system' },
        { path: 'template', as: 'template' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [],
      sends: false,
    },
    {
      callee: ['embed', '*.embed', 'embeddings', '*.embeddings'],
      parameters: ['model', 'input'],
      prompts: [
        { path: 'input', as: 'user' },
        { path: 'prompt', as: 'user' },
      ],
      shape: [],
      sends: true,
    },
  ],
};
