import type { Sdk } from '../sdk.ts';

/** https://platform.openai.com/docs/api-reference, read 2026-11. Azure's client is the same one. */
export const openai: Sdk = {
  id: 'openai',
  modules: /^(?:openai|@openai\/|npm:openai)/,
  modelArguments: ['model', 'engine', 'deployment_id'],
  capArguments: ['max_completion_tokens', 'max_output_tokens', 'max_tokens'],
  calls: [
    {
      callee: [
        'chat.completions.create',
        'chat.completions.parse',
        'chat.completions.stream',
        'chat.completions.runTools',
        'chat.completions.runFunctions',
        'ChatCompletion.create',
        'ChatCompletion.acreate',
      ],
      prompts: [
        { path: 'messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
        { path: 'functions', as: 'tools' },
      ],
      shape: [['messages']],
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
      callee: ['completions.create', 'Completion.create'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [['model', 'prompt']],
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
    {
      callee: ['Agent'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: false,
    },
  ],
};
