import type { CallShape, Settings } from './sdk.ts';

/** Chat completions: of OpenAI's client, and of all the clients that are made like it. */
export const chatCompletions: CallShape = {
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
};

/** Completions of a text, without messages. */
export const completions: CallShape = {
  callee: ['completions.create', 'Completion.create', 'Completion.acreate'],
  prompts: [{ path: 'prompt', as: 'user' }],
  shape: [['model', 'prompt']],
  sends: true,
};

export const embeddings: CallShape = {
  callee: ['embeddings.create', 'Embedding.create', 'Embedding.acreate'],
  prompts: [{ path: 'input', as: 'user' }],
  shape: [['model', 'input']],
  sends: true,
};

export const openAiSettings: Settings = {
  stop: ['stop'],
  temperature: ['temperature'],
  responseFormat: ['response_format', 'text.format', 'text_format', 'response_model'],
};
