import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { CallShape, Sdk } from '../sdk.ts';

const agents: readonly CallShape[] = [
  {
    callee: [
      ...['ChatCompletionAgent', 'OpenAIAssistantAgent', 'AzureAssistantAgent', 'OpenAIResponsesAgent'],
      ...['AzureAIAgent', 'ChatAgent', 'Agent', '*.create_agent', '*.as_agent'],
    ],
    prompts: [...toolText('description'), ...system('instructions')],
    shape: [],
    sends: false,
  },
  {
    callee: ['*.get_response', '*.invoke', '*.invoke_stream', '*.run', '*.run_stream'],
    parameters: ['messages'],
    prompts: messages('messages'),
    shape: [],
    sends: true,
    needsModel: true,
  },
];

const common = {
  modelArguments: ['model', 'service', 'client', 'chat_client', 'ai_model_id', 'model_id', 'deployment_name'],
  capArguments: ['max_tokens', 'settings.max_tokens', 'execution_settings.max_tokens'],
  toolArguments: ['kernel', 'arguments', 'plugins'],
  modelClasses: [{ name: /(?:ChatCompletion|ChatClient|ResponsesClient|Agent)$/, parameters: [] }],
} as const;

/** https://learn.microsoft.com/python/api/semantic-kernel, read 2026-11. */
export const semanticKernel: Sdk = {
  ...common,
  id: 'semantic-kernel',
  modules: /^semantic_kernel(?:\.|$)/,
  calls: [
    ...agents,
    {
      callee: [
        ...['*.add_function', '*.create_semantic_function', '*.create_function_from_prompt'],
        ...['KernelFunctionFromPrompt', 'KernelFunction.from_prompt', 'KernelFunctionFromPrompt.from_prompt'],
        ...['PromptTemplateConfig'],
      ],
      prompts: [...template('prompt', 'template', 'prompt_template'), ...toolText('description')],
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['*.invoke_prompt', '*.invoke_prompt_stream'],
      parameters: ['prompt'],
      prompts: user('prompt'),
      shape: [],
      sends: true,
    },
    {
      callee: ['ChatHistory'],
      prompts: [...system('system_message'), ...messages('messages')],
      shape: [],
      sends: false,
    },
    ...(
      [
        ['system', system],
        ['developer', system],
        ['user', user],
      ] as const
    ).map(([name, as]): CallShape => ({
      callee: [`*.add_${name}_message`],
      parameters: ['content'],
      prompts: as('content'),
      shape: [],
      sends: false,
    })),
    { callee: ['kernel_function'], prompts: toolText('description'), shape: [], sends: false },
  ],
};

/** Its successor. https://learn.microsoft.com/agent-framework, read 2026-11. */
export const agentFramework: Sdk = {
  ...common,
  id: 'agent-framework',
  modules: /^agent_framework(?:[._]|$)/,
  calls: agents,
  decorators: [{ name: ['ai_function', 'tool'], docstring: 'tool-description' }],
};
