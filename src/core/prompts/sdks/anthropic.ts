import type { CallShape, Sdk } from '../sdk.ts';

/** The Agent SDK. https://docs.claude.com/en/api/agent-sdk/overview, read 2026-11. */
const agent: readonly CallShape[] = [
  {
    callee: ['query', '*.query'],
    parameters: ['prompt'],
    prompts: [
      { path: 'options.systemPrompt', as: 'system' },
      { path: 'options.systemPrompt.append', as: 'system' },
      { path: 'options.appendSystemPrompt', as: 'system' },
      { path: 'prompt', as: 'messages' },
    ],
    shape: [],
    sends: true,
  },
  {
    callee: ['ClaudeAgentOptions', 'ClaudeCodeOptions'],
    prompts: [
      { path: 'systemPrompt', as: 'system' },
      { path: 'systemPrompt.append', as: 'system' },
      { path: 'appendSystemPrompt', as: 'system' },
    ],
    shape: [],
    sends: false,
  },
  {
    callee: ['AgentDefinition'],
    prompts: [
      { path: 'description', as: 'tool-description' },
      { path: 'prompt', as: 'system' },
    ],
    shape: [],
    sends: false,
  },
  {
    callee: ['tool'],
    parameters: ['name', 'description'],
    prompts: [{ path: 'description', as: 'tool-description' }],
    shape: [],
    sends: false,
  },
];

/** https://docs.anthropic.com/en/api/messages, read 2026-11; the Bedrock and Vertex clients have the same methods. */
export const anthropic: Sdk = {
  id: 'anthropic',
  modules: /^(?:anthropic$|anthropic\.|@anthropic-ai\/|claude_(?:agent|code)_sdk(?:\.|$))/,
  endpoints: /^https?:\/\/api\.anthropic\.com/,
  modelArguments: ['model', 'options.model', 'requests[].params.model'],
  capArguments: ['max_tokens', 'max_tokens_to_sample', 'requests[].params.max_tokens'],
  settings: {
    stop: ['stop_sequences'],
    temperature: ['temperature'],
    responseFormat: ['output_format', 'output_config.format'],
  },
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
      callee: ['messages.batches.create'],
      prompts: [
        { path: 'requests[].params.tools', as: 'tools' },
        { path: 'requests[].params.system', as: 'system' },
        { path: 'requests[].params.messages', as: 'messages' },
      ],
      shape: [['requests']],
      sends: true,
      batch: true,
    },
    ...agent,
    {
      callee: ['completions.create'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [['max_tokens_to_sample', 'prompt']],
      sends: true,
    },
  ],
};
