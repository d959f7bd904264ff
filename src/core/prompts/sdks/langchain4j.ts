import type { CallShape, Sdk } from '../sdk.ts';

const annotation = (
  name: string,
  as: 'system' | 'user' | 'tool-description',
  paths = ['value'],
): CallShape => ({
  callee: [name],
  prompts: paths.map((path) => ({ path, as })),
  shape: [],
  sends: false,
  template: true,
  placeholders: 'guess',
});

const text = (name: string, as: 'system' | 'user' | 'tool-description'): CallShape => ({
  callee: [`*.${name}`],
  parameters: ['text'],
  prompts: [{ path: 'text', as }],
  shape: [],
  sends: false,
});

/** https://docs.langchain4j.dev, read 2026-11; Quarkus has the same annotations. */
export const langchain4j: Sdk = {
  id: 'langchain4j',
  modules: /^(?:dev\.langchain4j|io\.quarkiverse\.langchain4j)\b/,
  modelArguments: [
    'parameters.modelName',
    'parameters.model',
    'modelName',
    'model',
    'deploymentName',
    'modelId',
  ],
  capArguments: ['parameters.maxOutputTokens', 'maxOutputTokens', 'maxCompletionTokens', 'maxTokens'],
  modelClasses: [{ name: /(?:Chat|Language)Model$/ }],
  modelConstants: true,
  textParts: /(?:^|\.)TextContent(?:\.from)?$/,
  messageClasses: [
    { name: /(?:^|\.)SystemMessage\s*\.(?:from|systemMessage)$/, role: 'system', tied: true },
    { name: /(?:^|\.)UserMessage\s*\.(?:from|userMessage)$/, role: 'user', tied: true },
    { name: /(?:^|\.)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)AiMessage(?:\s*\.(?:from|aiMessage))?$/, role: 'assistant', tied: true },
  ],
  calls: [
    { ...annotation('SystemMessage', 'system'), resource: 'fromResource' },
    { ...annotation('UserMessage', 'user'), resource: 'fromResource' },
    annotation('StructuredPrompt', 'user'),
    annotation('Tool', 'tool-description', ['value', 'description']),
    annotation('P', 'tool-description', ['value', 'description']),
    annotation('Agent', 'tool-description', ['value', 'description']),
    annotation('Description', 'tool-description'),
    text('systemMessage', 'system'),
    text('systemMessageProvider', 'system'),
    text('userMessage', 'user'),
    text('description', 'tool-description'),
    {
      callee: ['PromptTemplate.from', 'PromptTemplate'],
      parameters: ['template'],
      prompts: [{ path: 'template', as: 'user' }],
      shape: [],
      sends: false,
      template: true,
      placeholders: 'guess',
    },
    {
      callee: ['*.chat', '*.generate'],
      parameters: ['messages...'],
      prompts: [
        { path: 'toolSpecifications', as: 'tools' },
        { path: 'messages*', as: 'messages' },
        { path: 'userMessage', as: 'user' },
      ],
      shape: [],
      sends: true,
    },
  ],
};
