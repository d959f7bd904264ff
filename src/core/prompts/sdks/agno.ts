import { messages, system } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://docs.agno.com/reference/agents/agent, read 2026-11; under its first name, Phidata, too. */
export const agno: Sdk = {
  id: 'agno',
  modules: /^(?:agno|phi)(?:\.|$)/,
  modelArguments: ['model', 'llm', 'id'],
  capArguments: ['max_tokens', 'model.max_tokens'],
  modelClasses: [{ name: /^[A-Z]\w*$/, parameters: ['id'] }],
  calls: [
    {
      callee: ['Agent', 'Team', 'Assistant'],
      prompts: system(
        ...['system_message', 'system_prompt', 'description', 'goal', 'instructions'],
        ...['expected_output', 'additional_context', 'success_criteria'],
      ),
      shape: [],
      sends: false,
    },
    {
      callee: ['run', 'arun', 'print_response', 'aprint_response', 'cli_app'].map((name) => `*.${name}`),
      parameters: ['input'],
      prompts: messages('input', 'message'),
      shape: [],
      sends: true,
      needsModel: true,
    },
  ],
};
