import type { Sdk } from '../sdk.ts';

/** https://ai-sdk.dev/docs/reference, read 2026-11. */
export const vercelAi: Sdk = {
  id: 'vercel-ai',
  modules: /^(?:ai|@ai-sdk\/.*|ai\/.*)$/,
  modelArguments: ['model'],
  capArguments: ['maxOutputTokens', 'maxTokens'],
  settings: { responseFormat: ['schema', 'output', 'experimental_output'] },
  modelProviders:
    /^(?:ai$|@ai-sdk\/|@openrouter\/|ollama-ai-provider|workers-ai-provider|.*-ai-(?:sdk-)?provider)/,
  calls: [
    {
      callee: ['generateText', 'streamText', 'generateObject', 'streamObject', 'streamUI'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'instructions', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'prompt', as: 'messages' },
      ],
      shape: [
        ['model', 'prompt'],
        ['model', 'messages'],
        ['model', 'system'],
      ],
      sends: true,
    },
    {
      callee: ['ToolLoopAgent', 'Experimental_Agent', 'Agent'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'instructions', as: 'system' },
        { path: 'system', as: 'system' },
      ],
      shape: [],
      sends: false,
    },
    {
      callee: ['tool', 'dynamicTool'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [
        ['description', 'inputSchema'],
        ['description', 'parameters'],
        ['description', 'execute'],
      ],
      sends: false,
    },
  ],
};
