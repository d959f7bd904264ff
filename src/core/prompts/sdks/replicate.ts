import { system, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://replicate.com/docs/reference/http, read 2026-11: language models there name their inputs so. */
export const replicate: Sdk = {
  id: 'replicate',
  modules: /^replicate(?:\.|$)/,
  modelArguments: ['model'],
  capArguments: ['input.max_tokens', 'input.max_new_tokens'],
  settings: { stop: ['input.stop_sequences'], temperature: ['input.temperature'] },
  calls: [
    {
      callee: ['*.run', '*.stream', 'run', 'stream'],
      parameters: ['model'],
      prompts: [...system('input.system_prompt'), ...user('input.prompt')],
      shape: [],
      sends: true,
    },
  ],
};
