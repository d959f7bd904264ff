import { system, tools, toolText } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** Google's Agent Development Kit. https://google.github.io/adk-docs/agents/llm-agents, read 2026-11. */
export const adk: Sdk = {
  id: 'google-adk',
  modules: /^(?:google\.adk(?:\.|$)|@google\/adk)/,
  modelArguments: ['model'],
  capArguments: ['generate_content_config.max_output_tokens'],
  settings: {
    temperature: ['generate_content_config.temperature'],
    responseFormat: ['output_schema'],
  },
  modelClasses: [{ name: /^(?:LiteLlm|Gemini|Claude|(?:Llm)?Agent)$/ }],
  calls: [
    {
      callee: ['Agent', 'LlmAgent'],
      prompts: [
        ...system('global_instruction', 'static_instruction', 'instruction'),
        ...toolText('description'),
        ...tools('tools'),
      ],
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['SequentialAgent', 'ParallelAgent', 'LoopAgent', 'FunctionTool'],
      prompts: toolText('description'),
      shape: [],
      sends: false,
    },
  ],
};
