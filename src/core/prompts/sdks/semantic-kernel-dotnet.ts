import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { CallShape, Sdk } from '../sdk.ts';

const added = (
  [
    ['System', system],
    ['Developer', system],
    ['User', user],
    ['Assistant', (path: string) => [{ path, as: 'assistant' as const }]],
  ] as const
).map(([name, as]): CallShape => ({
  callee: [`*.Add${name}Message`],
  parameters: ['content'],
  prompts: as('content'),
  shape: [],
  sends: false,
}));

/** Semantic Kernel in C#. https://learn.microsoft.com/dotnet/api/microsoft.semantickernel, read 2026-11. */
export const semanticKernelDotnet: Sdk = {
  id: 'semantic-kernel',
  modules: /^Microsoft\.SemanticKernel\b/,
  modelArguments: ['modelId', 'model', 'deploymentName'],
  capArguments: ['maxTokens', 'settings.maxTokens', 'executionSettings.maxTokens'],
  // without a kernel there are no functions to choose from
  toolArguments: ['kernel', 'arguments'],
  messageClasses: [
    { name: /(?:^|\.)ChatMessageContent$|^new$/, parameters: ['role', 'content'], tied: true },
  ],
  textParts: /(?:^|\.)TextContent$/,
  calls: [
    ...added,
    {
      callee: ['Description'],
      parameters: ['description'],
      prompts: toolText('description'),
      shape: [],
      sends: false,
    },
    {
      callee: [
        ...['*.CreateFunctionFromPrompt', '*.CreateSemanticFunction', '*.CreateFromPrompt'],
        ...['KernelFunctionFromPrompt.Create', 'KernelPromptTemplateFactory.Create', 'PromptTemplateConfig'],
      ],
      parameters: ['promptTemplate'],
      prompts: [...template('promptTemplate', 'template'), ...toolText('description')],
      shape: [],
      sends: false,
      template: true,
      placeholders: 'guess',
    },
    {
      callee: ['InvokePromptAsync', 'InvokePromptStreamingAsync', 'InvokePrompt'].map((name) => `*.${name}`),
      parameters: ['promptTemplate', 'arguments'],
      prompts: user('promptTemplate'),
      shape: [],
      sends: true,
      template: true,
      placeholders: 'guess',
    },
    {
      callee: ['ChatHistory'],
      parameters: ['text'],
      prompts: system('text', 'systemMessage'),
      shape: [],
      sends: false,
    },
    {
      callee: [
        ...['ChatCompletionAgent', 'OpenAIAssistantAgent', 'AzureAIAgent', 'OpenAIResponseAgent'],
        ...['*.CreateAssistantAsync', '*.CreateAgentAsync'],
      ],
      prompts: [...system('instructions'), ...toolText('description')],
      shape: [],
      sends: false,
    },
    {
      callee: [
        ...['GetChatMessageContentAsync', 'GetChatMessageContentsAsync'].map((name) => `*.${name}`),
        '*.GetStreamingChatMessageContentsAsync',
      ],
      parameters: ['chatHistory', 'settings'],
      prompts: messages('chatHistory'),
      shape: [],
      sends: true,
    },
  ],
};
