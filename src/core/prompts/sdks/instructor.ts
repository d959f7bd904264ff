import { chatCompletions, openAiSettings } from '../openAiShapes.ts';
import { messages, system } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** Clients of others that it patches. https://python.useinstructor.com, https://js.useinstructor.com, read 2026-11. */
export const instructor: Sdk = {
  id: 'instructor',
  modules: /^(?:instructor(?:\.|$)|@instructor-ai\/)/,
  modelArguments: ['model'],
  capArguments: ['max_completion_tokens', 'max_tokens'],
  toolArguments: ['response_model'],
  settings: openAiSettings,
  modelClasses: [{ name: /^from_provider$/ }],
  calls: [
    chatCompletions,
    {
      callee: ['create', 'create_partial', 'create_iterable', 'create_with_completion'].map(
        (name) => `*.${name}`,
      ),
      prompts: [...system('system'), ...messages('messages')],
      shape: [],
      sends: true,
    },
  ],
};
