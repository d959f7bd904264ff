import { user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://www.promptfoo.dev/docs/usage/node-package, read 2026-11. */
export const promptfoo: Sdk = {
  id: 'promptfoo',
  modules: /^promptfoo$/,
  modelArguments: ['providers[]', 'providers'],
  capArguments: [],
  calls: [
    {
      callee: ['evaluate'],
      prompts: user('prompts[]', 'prompts[].raw'),
      shape: [],
      sends: false,
      template: true,
    },
  ],
};
