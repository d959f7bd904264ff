import { chatCompletions, completions, embeddings, openAiSettings } from '../openAiShapes.ts';
import type { CallShape, Sdk } from '../sdk.ts';

/** The Agents SDK. https://openai.github.io/openai-agents-python, https://openai.github.io/openai-agents-js, read 2026-11. */
const agents: readonly CallShape[] = [
  {
    callee: ['Agent', 'Agent.create', 'RealtimeAgent', 'SandboxAgent'],
    prompts: [
      { path: 'instructions', as: 'system' },
      { path: 'handoffDescription', as: 'tool-description' },
      { path: 'tools', as: 'tools' },
    ],
    shape: [],
    sends: false,
  },
  {
    callee: ['Runner.run', 'Runner.run_sync', 'Runner.run_streamed', 'run'],
    parameters: ['starting_agent', 'input'],
    goesTo: ['starting_agent'],
    prompts: [{ path: 'input', as: 'messages' }],
    shape: [],
    sends: true,
  },
  {
    callee: ['*.as_tool', '*.asTool'],
    parameters: ['tool_name', 'tool_description'],
    prompts: [{ path: 'toolDescription', as: 'tool-description' }],
    shape: [['toolName', 'toolDescription']],
    sends: false,
  },
  {
    callee: ['handoff', 'realtime_handoff', 'Handoff', 'tool_namespace', 'toolNamespace'],
    prompts: [
      { path: 'tool_description_override', as: 'tool-description' },
      { path: 'tool_description', as: 'tool-description' },
      { path: 'description', as: 'tool-description' },
    ],
    shape: [],
    sends: false,
  },
  {
    callee: ['tool', 'function_tool', 'FunctionTool'],
    prompts: [
      { path: 'description', as: 'tool-description' },
      { path: 'description_override', as: 'tool-description' },
    ],
    shape: [],
    sends: false,
  },
];

/** Texts beside pictures and speech, where the model bills them as tokens and not by the picture or the character. */
const media: readonly CallShape[] = [
  {
    callee: ['images.generate', 'images.edit'],
    prompts: [{ path: 'prompt', as: 'user' }],
    shape: [['model', 'prompt']],
    sends: true,
    onlyModels: /^gpt-image|^chatgpt-image/,
  },
  {
    callee: ['audio.speech.create', 'audio.transcriptions.create', 'audio.translations.create'],
    prompts: [
      { path: 'instructions', as: 'system' },
      { path: 'input', as: 'user' },
      { path: 'prompt', as: 'user' },
    ],
    shape: [
      ['model', 'input'],
      ['model', 'prompt'],
    ],
    sends: true,
    onlyModels: /^gpt-4o/,
  },
  // nothing of it is charged for, and nothing is answered
  { callee: ['moderations.create'], prompts: [], shape: [['input']], sends: false },
];

/** https://platform.openai.com/docs/guides/realtime, read 2026-11. */
const realtime: readonly CallShape[] = [
  {
    callee: ['realtime.sessions.create', 'realtime.clientSecrets.create', 'realtime.client_secrets.create'],
    prompts: [
      { path: 'instructions', as: 'system' },
      { path: 'session.instructions', as: 'system' },
      { path: 'tools', as: 'tools' },
      { path: 'session.tools', as: 'tools' },
    ],
    shape: [['model', 'instructions'], ['session']],
    sends: false,
  },
  {
    callee: ['session.update', '*.updateSession'],
    prompts: [
      { path: 'instructions', as: 'system' },
      { path: 'session.instructions', as: 'system' },
      { path: 'session.tools', as: 'tools' },
    ],
    shape: [],
    sends: false,
  },
];

/** https://platform.openai.com/docs/api-reference, read 2026-11; the client before version 4 (`createChatCompletion`) too. */
export const openai: Sdk = {
  id: 'openai',
  modules: /^(?:openai|@openai\/|npm:openai|agents$|agents\.)/,
  endpoints: /^https?:\/\/api\.openai\.com/,
  modelArguments: ['model', 'engine', 'deployment_id', 'session.model', 'starting_agent'],
  capArguments: ['max_completion_tokens', 'max_output_tokens', 'max_tokens', 'modelSettings.maxTokens'],
  settings: openAiSettings,
  modelClasses: [{ name: /^(?:Agent|RealtimeAgent|SandboxAgent)$/, parameters: [] }],
  keepsModel: /^clone$/,
  decorators: [{ name: ['function_tool'], docstring: 'tool-description' }],
  calls: [
    chatCompletions,
    completions,
    embeddings,
    ...media,
    ...realtime,
    ...agents,
    {
      callee: ['*.createChatCompletion', 'createChatCompletion'],
      prompts: chatCompletions.prompts,
      shape: [['model', 'messages']],
      sends: true,
    },
    {
      callee: ['*.createCompletion'],
      // before version 3 the engine came first
      parameters: ['model'],
      prompts: completions.prompts,
      shape: [['model', 'prompt']],
      sends: true,
    },
    {
      callee: ['responses.create', 'responses.parse', 'responses.stream'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [
        ['model', 'input'],
        ['model', 'instructions'],
      ],
      sends: true,
    },
    {
      callee: ['beta.assistants.create', 'beta.assistants.update', 'assistants.create'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [['model', 'instructions']],
      sends: false,
    },
    {
      callee: ['threads.create', 'threads.createAndRun', 'threads.create_and_run'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'thread.messages', as: 'messages' },
      ],
      shape: [['messages'], ['assistant_id']],
      sends: false,
    },
    {
      callee: [
        'threads.runs.create',
        'threads.runs.createAndPoll',
        'threads.runs.create_and_poll',
        'threads.runs.stream',
        'threads.runs.createAndStream',
      ],
      parameters: ['thread_id'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'additional_instructions', as: 'system' },
        { path: 'additional_messages', as: 'messages' },
      ],
      shape: [['assistant_id']],
      sends: false,
    },
    {
      callee: ['threads.messages.create'],
      parameters: ['thread_id'],
      prompts: [{ path: 'content', as: 'user' }],
      shape: [['role', 'content']],
      sends: false,
    },
  ],
};
