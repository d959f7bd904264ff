import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { CallShape, MessageClass, Sdk } from '../sdk.ts';
import { semanticKernelDotnet } from './semantic-kernel-dotnet.ts';

const part = (
  callee: readonly string[],
  prompts: CallShape['prompts'],
  parameters: readonly string[] = [],
): CallShape => ({
  callee,
  parameters,
  prompts,
  shape: [],
  sends: false,
});

const request = (
  methods: readonly string[],
  parameters: readonly string[],
  prompts = messages('messages'),
): CallShape => ({
  callee: methods.flatMap((method) => [`*.${method}`, `*.${method}Async`]),
  parameters,
  prompts,
  shape: [],
  sends: true,
});

const roles = [
  ['System', 'system'],
  ['Developer', 'system'],
  ['User', 'user'],
  ['Assistant', 'assistant'],
] as const;

const openaiMessages = roles.flatMap(([name, role]): MessageClass[] => [
  { name: new RegExp(`(?:^|\\.)(?:${name}ChatMessage|ChatRequest${name}Message)$`), role, tied: true },
  { name: new RegExp(`(?:^|\\.)ChatMessage\\.(?:From${name}|Create${name}Message)$`), role, tied: true },
]);

/**
 * OpenAI from .NET: its own client (https://github.com/openai/openai-dotnet), Azure's around it, and the community's
 * that came before it (https://github.com/betalgo/openai), read 2026-11.
 */
const openaiDotnet: Sdk = {
  id: 'openai',
  modules: /^(?:OpenAI|Azure\.AI\.OpenAI|Betalgo(?:\.Ranul)?\.OpenAI)\b/,
  modelArguments: ['model', 'deploymentName'],
  modelConstants: true,
  capArguments: ['maxOutputTokenCount', 'maxCompletionTokens', 'maxTokens'],
  modelClasses: [
    {
      name: /^(?:ChatClient|GetChatClient|ResponsesClient|OpenAIResponseClient|Get(?:OpenAI)?Responses?Client)$/,
    },
  ],
  messageClasses: openaiMessages,
  textParts: /(?:^|\.)ChatMessageContentPart\.Create(?:Text(?:Message)?)(?:Content)?Part$/,
  calls: [
    request(['CompleteChat', 'CompleteChatStreaming'], ['messages', 'options']),
    request(['GetChatCompletions', 'GetChatCompletionsStreaming'], []),
    request(
      ['CreateResponse', 'CreateResponseStreaming'],
      ['input', 'options'],
      [...system('instructions'), ...messages('input')],
    ),
    {
      callee: ['ChatCompletion.CreateCompletion', 'ChatCompletion.CreateCompletionAsStream'],
      prompts: messages('messages'),
      shape: [],
      sends: true,
    },
    part(['ChatTool.CreateFunctionTool'], toolText('functionDescription'), [
      'functionName',
      'functionDescription',
    ]),
    part(
      [
        'AssistantCreationOptions',
        'AssistantOptions',
        'ResponseCreationOptions',
        'CreateResponseOptions',
        'RunCreationOptions',
      ],
      system('instructions', 'additionalInstructions'),
    ),
  ],
};

/** https://learn.microsoft.com/dotnet/ai and https://learn.microsoft.com/agent-framework, read 2026-11. */
const microsoftExtensionsAi: Sdk = {
  id: 'microsoft-extensions-ai',
  modules:
    /^(?:Microsoft\.(?:Extensions\.AI|Agents)|ModelContextProtocol|Azure\.AI\.(?:Inference|Projects|Agents))\b/,
  modelArguments: ['options.modelId', 'model', 'modelId'],
  capArguments: ['options.maxOutputTokens', 'maxOutputTokens', 'maxTokens'],
  modelClasses: [
    {
      name: /^(?:OllamaChatClient|OpenAIChatClient|AzureAIInferenceChatClient)$/,
      parameters: ['endpoint', 'model'],
    },
    {
      name: /^(?:OllamaApiClient)$/,
      parameters: ['endpoint', 'model'],
      modelArguments: ['model', 'defaultModel'],
    },
    { name: /^GetChatClient$/ },
  ],
  keepsModel: /^(?:As(?:I?ChatClient|AIAgent)|AsBuilder|Build|Use\w+|CreateAIAgent)$/,
  messageClasses: [
    { name: /(?:^|\.)ChatMessage$|^new$/, parameters: ['role', 'content'], tied: true },
    { name: /(?:^|\.)ChatRequestSystemMessage$/, role: 'system', tied: true },
    { name: /(?:^|\.)ChatRequestUserMessage$/, role: 'user', tied: true },
  ],
  textParts: /(?:^|\.)TextContent$/,
  calls: [
    request(
      ['GetResponse', 'GetStreamingResponse', 'Complete', 'CompleteStreaming', 'Run', 'RunStreaming'],
      ['messages', 'options'],
      [...system('instructions'), ...messages('messages')],
    ),
    part(['ChatOptions'], system('instructions')),
    part(['ChatClientAgentOptions'], [...system('instructions'), ...toolText('description')]),
    part(
      ['ChatClientAgent'],
      [...system('instructions'), ...toolText('description')],
      ['chatClient', 'instructions', 'name', 'description'],
    ),
    part(
      ['GetResponsesClient.AsAIAgent', 'GetResponsesClient.CreateAIAgent'],
      [...system('instructions'), ...toolText('description')],
      ['model', 'instructions', 'name', 'description'],
    ),
    part(
      ['*.CreateAIAgent', '*.AsAIAgent'],
      [...system('instructions'), ...toolText('description')],
      ['instructions', 'name', 'description'],
    ),
    part(
      ['*.CreateAgent', '*.CreateAgentAsync'],
      [...system('instructions'), ...toolText('description')],
      ['model', 'name', 'description', 'instructions'],
    ),
    {
      ...part(['*.AddAIAgent'], system('instructions'), ['name', 'instructions']),
      shape: [['name', 'instructions']],
    },
    part(['Description'], toolText('description'), ['description']),
    part(['AIFunctionFactory.Create'], toolText('description'), ['method', 'name', 'description']),
  ],
};

/** https://github.com/tghamm/Anthropic.SDK and https://github.com/anthropics/anthropic-sdk-csharp, read 2026-11. */
const anthropicDotnet: Sdk = {
  id: 'anthropic',
  modules: /^Anthropic\b/,
  modelArguments: ['model'],
  capArguments: ['maxTokens'],
  messageClasses: [
    { name: /(?:^|\.)SystemMessage$/, role: 'system', tied: true },
    { name: /(?:^|\.)Message$|^new$/, parameters: ['role', 'content'], tied: true },
  ],
  textParts: /(?:^|\.)(?:TextContent|SystemMessage)$/,
  calls: [
    {
      callee: [
        ...['Messages.GetClaudeMessageAsync', 'Messages.StreamClaudeMessageAsync'],
        ...['Messages.Create', 'Messages.CreateStreaming'],
      ],
      prompts: [...system('systemMessage'), { path: 'system', as: 'system' }, ...messages('messages')],
      shape: [],
      sends: true,
    },
  ],
};

/** https://googleapis.github.io/dotnet-genai and https://github.com/mscraftsman/generative-ai, read 2026-11. */
const googleDotnet: Sdk = {
  id: 'google',
  modules: /^(?:Google\.GenAI|Google\.Cloud\.AIPlatform|Mscc\.GenerativeAI|GenerativeAI)\b/,
  modelArguments: ['model'],
  capArguments: ['maxOutputTokens', 'config.maxOutputTokens', 'generationConfig.maxOutputTokens'],
  modelClasses: [{ name: /^(?:GenerativeModel|CreateGenerativeModel)$/ }],
  calls: [
    {
      callee: ['Models.GenerateContentAsync', 'Models.GenerateContentStreamAsync'],
      parameters: ['model', 'contents', 'config'],
      prompts: [...system('systemInstruction'), ...messages('contents')],
      shape: [],
      sends: true,
    },
    request(['GenerateContent', 'GenerateContentStream', 'SendMessage'], ['contents'], messages('contents')),
    part(['*.GenerativeModel'], system('systemInstruction'), ['model']),
  ],
};

/** https://github.com/awaescher/OllamaSharp, read 2026-11. */
const ollamaSharp: Sdk = {
  id: 'ollama',
  modules: /^OllamaSharp\b/,
  modelArguments: ['model'],
  capArguments: ['numPredict'],
  modelClasses: [
    { name: /^OllamaApiClient$/, parameters: ['uri', 'model'], modelArguments: ['model', 'defaultModel'] },
  ],
  calls: [
    part(['Chat'], system('systemPrompt'), ['client', 'systemPrompt']),
    request(['Send', 'Generate', 'Chat'], ['messages'], [...messages('messages'), ...user('prompt')]),
    part(['GenerateRequest'], [...system('system'), ...template('template'), ...user('prompt')]),
  ],
};

/** What applications in C# call. */
export const dotnetSdks: readonly Sdk[] = [
  openaiDotnet,
  microsoftExtensionsAi,
  semanticKernelDotnet,
  anthropicDotnet,
  googleDotnet,
  ollamaSharp,
];
