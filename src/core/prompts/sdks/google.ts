import type { CallShape, PromptArgument, Sdk, Settings } from '../sdk.ts';

const declarations: readonly PromptArgument[] = [
  { path: 'tools[].functionDeclarations', as: 'tools' },
  { path: 'config.tools[].functionDeclarations', as: 'tools' },
];

const generate: CallShape = {
  callee: [
    '*.generateContent',
    '*.generateContentStream',
    '*.generate_content',
    '*.generate_content_async',
    '*.generate_content_stream',
    '*.countTokens',
    '*.count_tokens',
  ],
  parameters: ['contents'],
  prompts: [
    ...declarations,
    { path: 'systemInstruction', as: 'system' },
    { path: 'config.systemInstruction', as: 'system' },
    { path: 'contents', as: 'messages' },
  ],
  shape: [['model', 'contents']],
  sends: true,
};

const chat: readonly CallShape[] = [
  {
    callee: ['chats.create', '*.startChat', '*.start_chat'],
    prompts: [
      ...declarations,
      { path: 'systemInstruction', as: 'system' },
      { path: 'config.systemInstruction', as: 'system' },
      { path: 'history', as: 'messages' },
    ],
    shape: [],
    sends: false,
    incomplete: true,
  },
  {
    callee: [
      '*.sendMessage',
      '*.sendMessageStream',
      '*.send_message',
      '*.send_message_async',
      '*.send_message_stream',
    ],
    parameters: ['message'],
    prompts: [
      { path: 'message', as: 'messages' },
      { path: 'content', as: 'messages' },
    ],
    shape: [],
    sends: true,
  },
];

const modelObject: CallShape = {
  callee: ['GenerativeModel', '*.getGenerativeModel', 'getGenerativeModel', '*.preview.getGenerativeModel'],
  parameters: ['model_name'],
  prompts: [...declarations, { path: 'systemInstruction', as: 'system' }],
  shape: [
    ['model', 'systemInstruction'],
    ['modelName', 'systemInstruction'],
  ],
  sends: false,
};

const settings: Settings = {
  stop: ['config.stopSequences', 'generationConfig.stopSequences'],
  temperature: ['config.temperature', 'generationConfig.temperature'],
  responseFormat: [
    'config.responseSchema',
    'config.responseJsonSchema',
    'config.responseMimeType',
    'generationConfig.responseSchema',
  ],
  seed: ['config.seed', 'generationConfig.seed'],
  toolChoice: ['config.toolConfig', 'toolConfig'],
};

const capArguments = ['config.maxOutputTokens', 'generationConfig.maxOutputTokens', 'max_output_tokens'];
const modelArguments = ['model', 'model_name'];
const keepsModel = /^(?:startChat|start_chat)$/;

/**
 * The Gen AI SDK and the one before it. https://googleapis.github.io/js-genai, https://googleapis.github.io/python-genai,
 * https://github.com/google-gemini/deprecated-generative-ai-js, read 2026-11.
 */
export const google: Sdk = {
  id: 'google',
  modules: /^(?:@google\/(?:genai|generative-ai)|google\.genai|google\.generativeai|google$|genai$)/,
  endpoints: /^https?:\/\/generativelanguage\.googleapis\.com/,
  modelArguments,
  capArguments,
  settings,
  keepsModel,
  modelClasses: [
    { name: /^(?:GenerativeModel|getGenerativeModel)$/, parameters: ['model'] },
    { name: /^create$/, parameters: [] },
  ],
  calls: [
    generate,
    ...chat,
    modelObject,
    {
      callee: ['models.embedContent', 'models.embed_content', '*.embed_content', '*.embedContent'],
      prompts: [
        { path: 'contents', as: 'messages' },
        { path: 'content', as: 'messages' },
      ],
      shape: [['model', 'contents']],
      sends: true,
    },
    {
      callee: ['caches.create'],
      prompts: [
        { path: 'config.systemInstruction', as: 'system' },
        { path: 'config.contents', as: 'messages' },
      ],
      shape: [],
      sends: false,
    },
  ],
};

/**
 * Gemini through Google Cloud and Firebase. https://cloud.google.com/vertex-ai/generative-ai/docs/reference,
 * https://firebase.google.com/docs/ai-logic, read 2026-11.
 */
export const vertex: Sdk = {
  id: 'vertex',
  modules:
    /^(?:vertexai(?:\.|$)|@google-cloud\/vertexai|google\.cloud\.aiplatform|@?firebase\/(?:vertexai|ai)(?:-preview)?$)/,
  modelArguments,
  capArguments,
  settings,
  keepsModel,
  modelClasses: [
    { name: /^(?:GenerativeModel|getGenerativeModel)$/, parameters: ['model'] },
    { name: /^from_pretrained$/, parameters: ['model'] },
  ],
  calls: [
    generate,
    ...chat,
    { ...modelObject, parameters: ['model'] },
    {
      callee: ['*.predict', '*.predict_async', '*.predict_streaming'],
      parameters: ['prompt'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [],
      sends: true,
      needsModel: true,
    },
    {
      callee: ['FunctionDeclaration'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [],
      sends: false,
    },
  ],
};
