import { messages, system, tools, toolText } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://ai.pydantic.dev/api/agent and /api/models, read 2026-11. */
export const pydanticAi: Sdk = {
  id: 'pydantic-ai',
  modules: /^pydantic_ai(?:_slim)?(?:\.|$)/,
  modelArguments: ['model', 'model_name'],
  capArguments: ['model_settings.max_tokens'],
  toolArguments: ['output_type', 'result_type'],
  settings: {
    stop: ['model_settings.stop_sequences'],
    temperature: ['model_settings.temperature'],
    responseFormat: ['output_type', 'result_type'],
  },
  // a model that falls back on others has none of its own
  modelClasses: [{ name: /^(?:Agent|(?!Fallback|Test|Function|Instrumented)\w+Model)$/ }],
  decorators: [
    { name: ['*.system_prompt', '*.instructions'], returns: 'system' },
    { name: ['*.tool', '*.tool_plain'], docstring: 'tool-description' },
  ],
  calls: [
    {
      callee: ['Agent'],
      parameters: ['model'],
      prompts: [...system('system_prompt', 'instructions'), ...tools('tools')],
      shape: [],
      sends: false,
      incomplete: true,
    },
    {
      callee: ['run', 'run_sync', 'run_stream', 'run_stream_sync', 'iter'].map((name) => `*.${name}`),
      parameters: ['user_prompt'],
      prompts: messages('user_prompt'),
      shape: [],
      sends: true,
    },
    { callee: ['Tool'], prompts: toolText('description'), shape: [], sends: false },
  ],
};
