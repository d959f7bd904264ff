import { messages, system, tools, toolText } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://mastra.ai/reference/agents/agent and /reference/tools/create-tool, read 2026-11. */
export const mastra: Sdk = {
  id: 'mastra',
  modules: /^@mastra\//,
  modelArguments: ['model'],
  capArguments: ['modelSettings.maxOutputTokens', 'maxTokens'],
  settings: {
    stop: ['modelSettings.stopSequences'],
    temperature: ['modelSettings.temperature', 'temperature'],
    responseFormat: ['structuredOutput.schema', 'output'],
  },
  modelClasses: [{ name: /^Agent$/ }],
  calls: [
    {
      callee: ['Agent'],
      prompts: [...toolText('description'), ...system('instructions'), ...tools('tools')],
      shape: [],
      sends: false,
    },
    {
      callee: ['generate', 'stream', 'generateLegacy', 'streamLegacy', 'network'].map((name) => `*.${name}`),
      parameters: ['messages'],
      prompts: [...system('instructions', 'system'), ...messages('messages')],
      shape: [],
      sends: true,
      needsModel: true,
    },
    {
      callee: ['createTool'],
      prompts: toolText('description'),
      shape: [['description', 'inputSchema', 'execute']],
      sends: false,
    },
  ],
};
