import type { Sdk } from '../sdk.ts';

/** The requests take a context first. */
const request = ['ctx', 'request'] as const;

/**
 * https://pkg.go.dev/github.com/sashabaranov/go-openai and https://pkg.go.dev/github.com/openai/openai-go, read 2026-11.
 */
const openai: Sdk = {
  id: 'openai',
  // forks keep the names of what they were made from
  modules: /^github\.com\/(?:[\w-]+\/go-openai|openai\/openai-go)(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: ['max_completion_tokens', 'max_output_tokens', 'max_tokens'],
  modelConstants: true,
  messageClasses: [
    { name: /(?:^|\.)openai\.(?:System|Developer)Message(?:Parts)?$/, role: 'system', tied: true },
    { name: /(?:^|\.)openai\.UserMessage(?:Parts)?$/, role: 'user', tied: true },
    { name: /(?:^|\.)openai\.AssistantMessage$/, role: 'assistant', tied: true },
  ],
  textParts: /(?:^|\.)(?:TextPart|TextContentPart)$/,
  calls: [
    {
      callee: [
        '*.CreateChatCompletion',
        '*.CreateChatCompletionStream',
        'Chat.Completions.New',
        'Chat.Completions.NewStreaming',
      ],
      parameters: request,
      prompts: [
        { path: 'messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
        { path: 'functions', as: 'tools' },
      ],
      shape: [['model', 'messages']],
      sends: true,
    },
    {
      callee: ['*.CreateCompletion', '*.CreateCompletionStream', 'Completions.New'],
      parameters: request,
      prompts: [
        { path: 'prompt', as: 'user' },
        { path: 'prompt.OfString', as: 'user' },
      ],
      shape: [['model', 'prompt']],
      sends: true,
    },
    {
      callee: ['Responses.New', 'Responses.NewStreaming', '*.CreateResponse'],
      parameters: request,
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [['model', 'input']],
      sends: true,
    },
    {
      callee: ['*.CreateAssistant', '*.ModifyAssistant', 'Assistants.New'],
      parameters: request,
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [['model', 'instructions']],
      sends: false,
    },
    {
      callee: ['*.CreateMessage'],
      parameters: ['ctx', 'thread'],
      prompts: [{ path: 'content', as: 'user' }],
      shape: [['role', 'content']],
      sends: false,
    },
    {
      callee: ['*.CreateRun', '*.CreateThreadAndRun'],
      parameters: ['ctx', 'thread'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'additional_instructions', as: 'system' },
      ],
      shape: [['assistant_id', 'instructions']],
      sends: false,
    },
  ],
};

/** https://pkg.go.dev/github.com/anthropics/anthropic-sdk-go and .../liushuangls/go-anthropic, read 2026-11. */
const anthropic: Sdk = {
  id: 'anthropic',
  modules: /^github\.com\/(?:anthropics\/anthropic-sdk-go|[\w-]+\/(?:go-anthropic|anthropic-go))(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  modelConstants: true,
  messageClasses: [
    { name: /(?:^|\.)anthropic\.New(?:Beta)?User(?:Text)?Message$/, role: 'user', tied: true },
    { name: /(?:^|\.)anthropic\.New(?:Beta)?Assistant(?:Text)?Message$/, role: 'assistant', tied: true },
  ],
  textParts: /(?:^|\.)New(?:Beta)?Text(?:Block|MessageContent)$/,
  calls: [
    {
      callee: [
        'Messages.New',
        'Messages.NewStreaming',
        'Messages.CountTokens',
        '*.CreateMessages',
        '*.CreateMessagesStream',
      ],
      parameters: request,
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'MultiSystem', as: 'system' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [
        ['model', 'messages', 'max_tokens'],
        ['system', 'messages'],
      ],
      sends: true,
    },
  ],
};

/** https://pkg.go.dev/google.golang.org/genai and github.com/google/generative-ai-go, read 2026-11. */
const google: Sdk = {
  id: 'google',
  modules:
    /^(?:google\.golang\.org\/genai|github\.com\/google\/generative-ai-go|cloud\.google\.com\/go\/vertexai)(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: ['MaxOutputTokens'],
  modelClasses: [{ name: /^GenerativeModel$/ }],
  messageClasses: [
    { name: /(?:^|\.)genai\.(?:Text|NewUserContent)$/, role: 'user', tied: true },
    {
      name: /(?:^|\.)genai\.NewContentFromText$/,
      role: 'user',
      parameters: ['content', 'role'],
      tied: true,
    },
  ],
  textParts: /(?:^|\.)genai\.(?:Text|NewPartFromText|NewContentFromText|NewUserContent)$/,
  calls: [
    {
      callee: ['Models.GenerateContent', 'Models.GenerateContentStream'],
      parameters: ['ctx', 'model', 'contents', 'config'],
      prompts: [
        { path: 'SystemInstruction', as: 'system' },
        { path: 'contents', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.GenerateContent', '*.GenerateContentStream', '*.SendMessage', '*.SendMessageStream'],
      parameters: ['ctx', 'contents'],
      prompts: [{ path: 'contents', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['genai.GenerateContentConfig'],
      prompts: [{ path: 'SystemInstruction', as: 'system' }],
      shape: [],
      sends: false,
    },
  ],
};

/** https://pkg.go.dev/github.com/ollama/ollama/api, read 2026-11. */
const ollama: Sdk = {
  id: 'ollama',
  modules: /^github\.com\/(?:ollama|jmorganca)\/ollama(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: [],
  calls: [
    {
      callee: ['*.Generate'],
      parameters: request,
      prompts: [
        { path: 'system', as: 'system' },
        { path: 'prompt', as: 'user' },
      ],
      shape: [['model', 'prompt']],
      sends: true,
    },
    {
      callee: ['*.Chat'],
      parameters: request,
      prompts: [
        { path: 'messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [['model', 'messages']],
      sends: true,
    },
  ],
};

/** https://pkg.go.dev/github.com/tmc/langchaingo, read 2026-11. Templates have the placeholders of text/template. */
const langchaingo: Sdk = {
  id: 'langchaingo',
  modules: /^github\.com\/tmc\/langchaingo(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: ['MaxTokens'],
  modelClasses: [{ name: /^New(?:Chat)?$/, parameters: [] }],
  messageClasses: [
    {
      name: /(?:^|\.)llms\.(?:TextParts|MessageContent)$/,
      parameters: ['role', 'content'],
      tied: true,
    },
  ],
  textParts: /(?:^|\.)llms\.TextPart$/,
  calls: [
    {
      callee: ['*.GenerateContent'],
      parameters: ['ctx', 'messages'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['GenerateFromSinglePrompt'],
      parameters: ['ctx', 'llm', 'prompt'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.Call'],
      parameters: ['ctx', 'prompt'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [],
      sends: true,
      needsModel: true,
    },
    ...(
      [
        ['NewPromptTemplate', 'template'],
        ['NewSystemMessagePromptTemplate', 'system'],
        ['NewHumanMessagePromptTemplate', 'user'],
        ['NewAIMessagePromptTemplate', 'assistant'],
      ] as const
    ).map(([name, role]) => ({
      callee: [name],
      parameters: ['template', 'variables'],
      prompts: [{ path: 'template', as: role }],
      shape: [],
      sends: false,
      template: true,
      placeholders: 'guess' as const,
    })),
  ],
};

/** The clients of Go. */
export const goSdks: readonly Sdk[] = [openai, anthropic, google, ollama, langchaingo];
