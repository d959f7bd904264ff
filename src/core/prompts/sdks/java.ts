import type { Sdk } from '../sdk.ts';
import { langchain4j } from './langchain4j.ts';
import { semanticKernelJava } from './semantic-kernel-java.ts';
import { springAi } from './spring-ai.ts';

/**
 * OpenAI from Java: its own client (https://github.com/openai/openai-java), Azure's
 * (https://learn.microsoft.com/java/api/overview/azure/ai-openai-readme) and the community's that came before them
 * (https://github.com/TheoKanning/openai-java), read 2026-11.
 */
const openaiJava: Sdk = {
  id: 'openai',
  modules: /^com\.(?:openai|azure\.ai\.openai|theokanning\.openai)\b/,
  modelArguments: ['model', 'deployment'],
  capArguments: ['maxCompletionTokens', 'maxOutputTokens', 'maxTokens'],
  modelConstants: true,
  messageClasses: [
    { name: /(?:^|\.)ChatRequest(?:System|Developer)Message$/, role: 'system', tied: true },
    { name: /(?:^|\.)ChatRequestUserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)ChatRequestAssistantMessage$/, role: 'assistant', tied: true },
    { name: /(?:^|\.)ChatMessage$/, parameters: ['role', 'content'], tied: true },
  ],
  calls: [
    {
      callee: [
        'chat.completions.create',
        'chat.completions.createStreaming',
        '*.createChatCompletion',
        '*.streamChatCompletion',
      ],
      prompts: [
        { path: 'addSystemMessage*', as: 'system' },
        { path: 'addDeveloperMessage*', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'addMessage*', as: 'messages' },
        { path: 'addUserMessage*', as: 'user' },
        { path: 'addAssistantMessage*', as: 'assistant' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.getChatCompletions', '*.getChatCompletionsStream'],
      parameters: ['deployment', 'messages'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['responses.create', 'responses.createStreaming'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
      ],
      shape: [],
      sends: true,
    },
    ...(
      [
        ['addSystemMessage', 'system'],
        ['addDeveloperMessage', 'system'],
        ['addUserMessage', 'user'],
        ['addAssistantMessage', 'assistant'],
        ['instructions', 'system'],
      ] as const
    ).map(([name, as]) => ({
      callee: [`*.${name}`],
      parameters: ['text'],
      prompts: [{ path: 'text', as }],
      shape: [],
      sends: false,
    })),
  ],
};

/** https://github.com/anthropics/anthropic-sdk-java, read 2026-11. */
const anthropicJava: Sdk = {
  id: 'anthropic',
  modules: /^com\.anthropic\b/,
  modelArguments: ['model'],
  capArguments: ['maxTokens'],
  modelConstants: true,
  calls: [
    {
      callee: ['messages.create', 'messages.createStreaming', 'messages.countTokens'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'systemOfTextBlockParams', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'addMessage*', as: 'messages' },
        { path: 'addUserMessage*', as: 'user' },
        { path: 'addAssistantMessage*', as: 'assistant' },
      ],
      shape: [],
      sends: true,
    },
    ...(
      [
        ['system', 'system'],
        ['addUserMessage', 'user'],
        ['addAssistantMessage', 'assistant'],
      ] as const
    ).map(([name, as]) => ({
      callee: [`*.${name}`],
      parameters: ['text'],
      prompts: [{ path: 'text', as }],
      shape: [],
      sends: false,
    })),
  ],
};

/** https://github.com/googleapis/java-genai and Vertex AI's client, read 2026-11. */
const googleJava: Sdk = {
  id: 'google',
  modules: /^com\.google\.(?:genai|cloud\.vertexai)\b/,
  modelArguments: ['model', 'modelName'],
  capArguments: ['maxOutputTokens', 'config.maxOutputTokens'],
  modelClasses: [{ name: /^GenerativeModel$/, parameters: ['model'] }],
  textParts: /(?:^|\.)(?:Part\.fromText|Content\.fromParts|ContentMaker\.fromString)$/,
  calls: [
    {
      callee: ['models.generateContent', 'models.generateContentStream'],
      parameters: ['model', 'contents', 'config'],
      prompts: [
        { path: 'systemInstruction', as: 'system' },
        { path: 'contents', as: 'messages' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.systemInstruction', '*.setSystemInstruction', '*.withSystemInstruction'],
      parameters: ['text'],
      prompts: [{ path: 'text', as: 'system' }],
      shape: [],
      sends: false,
    },
    {
      callee: ['*.generateContent', '*.generateContentStream', '*.sendMessage'],
      parameters: ['contents'],
      prompts: [{ path: 'contents', as: 'messages' }],
      shape: [],
      sends: true,
    },
  ],
};

/** What applications in Java and Kotlin call. */
export const javaSdks: readonly Sdk[] = [
  langchain4j,
  springAi,
  semanticKernelJava,
  openaiJava,
  anthropicJava,
  googleJava,
];
