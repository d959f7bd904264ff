import { chatCompletions, completions, embeddings, openAiSettings } from '../openAiShapes.ts';
import type { Sdk } from '../sdk.ts';

/**
 * Azure's own clients, and the Azure classes of OpenAI's. A model is a deployment here, whose name need not be that
 * of the model. https://learn.microsoft.com/javascript/api/overview/azure/openai-readme,
 * https://learn.microsoft.com/python/api/azure-ai-inference, read 2026-11.
 */
export const azure: Sdk = {
  id: 'azure',
  modules: /^(?:@azure\/openai|@azure-rest\/ai-inference|azure\.ai\.(?:inference|openai)|azure\.ai\.agents)/,
  clients: /^(?:Async)?AzureOpenAI$/,
  endpoints:
    /^https?:\/\/(?:[\w-]+\.(?:openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.com|models\.(?:inference\.ai\.azure|github)\.)/,
  modelArguments: ['model', 'body.model', 'deploymentName', 'deployment_id', 'engine'],
  capArguments: ['max_completion_tokens', 'max_tokens', 'max_output_tokens', 'body.max_tokens'],
  settings: openAiSettings,
  messageClasses: [
    { name: /(?:^|\.)DeveloperMessage$/, role: 'system', tied: true },
    { name: /(?:^|\.)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    chatCompletions,
    completions,
    embeddings,
    {
      callee: ['responses.create', 'responses.parse', 'responses.stream'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.getChatCompletions', '*.streamChatCompletions', '*.listChatCompletions'],
      parameters: ['deploymentName', 'messages'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.getCompletions', '*.streamCompletions'],
      parameters: ['deploymentName', 'prompts'],
      prompts: [{ path: 'prompts', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.complete'],
      prompts: [
        { path: 'messages', as: 'messages' },
        { path: 'body.messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.post'],
      prompts: [
        { path: 'body.messages', as: 'messages' },
        { path: 'body.tools', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.createAgent', '*.create_agent'],
      parameters: ['model'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: false,
    },
  ],
};
