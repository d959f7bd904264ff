import { system, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/**
 * https://docs.crewai.com/concepts/agents and /concepts/tasks, read 2026-11: role, goal and backstory make up the
 * system prompt; description and expected output the user's. `{names}` in them are filled when the crew starts.
 */
export const crewAi: Sdk = {
  id: 'crewai',
  modules: /^crewai(?:_tools)?(?:\.|$)/,
  modelArguments: ['model', 'llm', 'agent', 'model_name'],
  capArguments: ['max_tokens'],
  modelClasses: [{ name: /^(?:LLM|Agent)$/ }],
  calls: [
    {
      callee: ['Agent'],
      prompts: system('role', 'goal', 'backstory', 'system_template'),
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['Task'],
      prompts: user('description', 'expected_output'),
      shape: [],
      sends: false,
      template: true,
    },
  ],
};
