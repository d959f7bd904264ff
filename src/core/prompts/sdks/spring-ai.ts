import type { CallShape, Sdk } from '../sdk.ts';

const setter = (names: readonly string[], as: 'system' | 'user'): CallShape => ({
  callee: names.map((name) => `*.${name}`),
  parameters: ['text'],
  prompts: [{ path: 'text', as }],
  shape: [],
  sends: false,
  template: true,
});

const template = (name: string, as: 'template' | 'system' | 'assistant'): CallShape => ({
  callee: [name],
  parameters: ['template'],
  prompts: [{ path: 'template', as }],
  shape: [],
  sends: false,
  template: true,
});

const described = (name: string): CallShape => ({
  callee: [name],
  prompts: [{ path: 'description', as: 'tool-description' }],
  shape: [],
  sends: false,
});

/** https://docs.spring.io/spring-ai/reference, read 2026-11; Spring AI Alibaba has the same client. */
export const springAi: Sdk = {
  id: 'spring-ai',
  modules: /^(?:org\.springframework\.ai|org\.springaicommunity|com\.alibaba\.cloud\.ai)\b/,
  modelArguments: ['options.model', 'defaultOptions.model', 'model'],
  capArguments: ['options.maxTokens', 'options.maxCompletionTokens', 'maxTokens'],
  modelClasses: [{ name: /(?:ChatModel|ChatOptions)$/ }],
  keepsModel: /^(?:build|mutate|prompt)$/,
  modelConstants: true,
  messageClasses: [
    { name: /(?:^|\.)SystemMessage$/, role: 'system', tied: true },
    { name: /(?:^|\.)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)AssistantMessage$/, role: 'assistant', tied: true },
    { name: /(?:^|\.)DeveloperMessage$/, role: 'system', tied: true },
  ],
  calls: [
    setter(['system', 'defaultSystem'], 'system'),
    setter(['user', 'defaultUser'], 'user'),
    template('PromptTemplate', 'template'),
    template('SystemPromptTemplate', 'system'),
    template('AssistantPromptTemplate', 'assistant'),
    {
      callee: ['*.template'],
      parameters: ['template'],
      prompts: [{ path: 'template', as: 'template' }],
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['*.prompt', 'Prompt'],
      parameters: ['messages', 'options'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: false,
    },
    described('Tool'),
    described('ToolParam'),
    described('McpTool'),
    described('McpToolParam'),
    {
      callee: ['*.call', '*.stream'],
      parameters: ['messages...'],
      fluent: true,
      prompts: [
        { path: 'system', as: 'system' },
        { path: 'prompt', as: 'messages' },
        { path: 'messages*', as: 'messages' },
        { path: 'user', as: 'user' },
      ],
      shape: [],
      sends: true,
    },
  ],
};
