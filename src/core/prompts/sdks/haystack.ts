import { messages, system, template, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://docs.haystack.deepset.ai/reference/builders-api and /generators-api, read 2026-11. */
export const haystack: Sdk = {
  id: 'haystack',
  modules: /^haystack(?:_integrations)?(?:\.|$)/,
  modelArguments: ['model', 'chat_generator'],
  capArguments: ['generation_kwargs.max_tokens'],
  modelClasses: [{ name: /Generator$|^Agent$/, parameters: [] }],
  messageClasses: [
    { name: /(?:^|\.)ChatMessage\.from_system$/, role: 'system', tied: true },
    { name: /(?:^|\.)ChatMessage\.from_user$/, role: 'user', tied: true },
    { name: /(?:^|\.)ChatMessage\.from_assistant$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      callee: ['PromptBuilder', 'DynamicPromptBuilder', 'PromptTemplate'],
      parameters: ['template'],
      prompts: template('template', 'prompt'),
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['ChatPromptBuilder', 'DynamicChatPromptBuilder'],
      parameters: ['template'],
      prompts: messages('template'),
      shape: [],
      sends: false,
      template: true,
    },
    { callee: ['Agent'], prompts: system('system_prompt'), shape: [], sends: false },
    {
      callee: ['*.run', '*.run_async'],
      prompts: [...messages('messages'), ...user('prompt')],
      shape: [],
      sends: true,
      needsModel: true,
    },
  ],
};
