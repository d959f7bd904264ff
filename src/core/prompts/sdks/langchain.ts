import type { CallShape, Sdk } from '../sdk.ts';

const text = (path: string, as: 'system' | 'user' | 'assistant' | 'template' = 'template') =>
  [{ path, as }] as const;

const templates: readonly CallShape[] = [
  {
    callee: ['ChatPromptTemplate.from_messages', 'ChatPromptTemplate.fromMessages', 'ChatPromptTemplate'],
    parameters: ['messages'],
    prompts: [{ path: 'messages', as: 'messages' }],
    shape: [['messages']],
    sends: false,
    template: true,
  },
  {
    callee: [
      'PromptTemplate.from_template',
      'PromptTemplate.fromTemplate',
      'ChatPromptTemplate.from_template',
      'ChatPromptTemplate.fromTemplate',
      'PromptTemplate',
    ],
    parameters: ['template'],
    prompts: text('template'),
    shape: [['template']],
    sends: false,
    template: true,
  },
  {
    callee: ['FewShotPromptTemplate', 'FewShotPromptTemplate.fromTemplate'],
    prompts: [
      { path: 'prefix', as: 'template' },
      { path: 'suffix', as: 'template' },
    ],
    shape: [['prefix', 'suffix']],
    sends: false,
    template: true,
  },
  ...(
    [
      ['System', 'system'],
      ['Human', 'user'],
      ['AI', 'assistant'],
    ] as const
  ).map(([name, role]): CallShape => ({
    callee: ['from_template', 'fromTemplate'].map((method) => `${name}MessagePromptTemplate.${method}`),
    parameters: ['template'],
    prompts: text('template', role),
    shape: [['template']],
    sends: false,
    template: true,
  })),
];

/** https://python.langchain.com and https://js.langchain.com, API references read 2026-11. */
export const langchain: Sdk = {
  id: 'langchain',
  modules: /^(?:langchain|langchain[_.-].*|@langchain\/.*|langchain\/.*|langgraph.*|deepagents(?:\..*)?)$/,
  modelArguments: ['model', 'model_name', 'modelName'],
  capArguments: ['max_tokens', 'maxTokens', 'max_output_tokens', 'maxOutputTokens'],
  modelClasses: [
    { name: /^(?:Chat[A-Z]\w*|(?:Azure)?OpenAI|Anthropic\w*|Bedrock\w*|init_chat_model|initChatModel)$/ },
    {
      name: /^(?:Ollama(?:LLM|Functions)?|Replicate|Cohere|Together|Fireworks|VertexAI|GoogleGenerativeAI|Groq|MistralAI|Writer|Tongyi|Zhipu\w*|HuggingFace(?:Hub|Endpoint|Pipeline|TextGenInference))$/,
      modelArguments: ['model', 'model_name', 'modelName', 'model_id', 'repo_id', 'repoId'],
    },
    // what a parameter is declared as
    { name: /^Base(?:ChatModel|LanguageModel|LLM)$/, parameters: [] },
  ],
  // `llm.bind_tools(…)`, `llm.with_structured_output(…)`
  keepsModel: /^(?:bind|with)/,
  messageClasses: [
    { name: /(?:^|\.)SystemMessage$/, role: 'system' },
    { name: /(?:^|\.)HumanMessage$/, role: 'user' },
    { name: /(?:^|\.)AIMessage$/, role: 'assistant' },
  ],
  calls: [
    ...templates,
    {
      callee: ['invoke', 'ainvoke', 'stream', 'astream', 'predict', 'batch', 'generate', 'call'].map(
        (method) => `*.${method}`,
      ),
      parameters: ['input'],
      prompts: [{ path: 'input', as: 'messages' }],
      shape: [],
      sends: true,
      needsModel: true,
    },
    {
      callee: [
        ...['create_react_agent', 'createReactAgent', 'create_agent', 'createAgent'],
        ...['create_supervisor', 'createSupervisor', 'create_deep_agent', 'createDeepAgent'],
      ],
      parameters: ['model', 'tools'],
      prompts: [
        { path: 'prompt', as: 'system' },
        { path: 'system_prompt', as: 'system' },
        { path: 'systemPrompt', as: 'system' },
        { path: 'state_modifier', as: 'system' },
        { path: 'messageModifier', as: 'system' },
        { path: 'instructions', as: 'system' },
      ],
      shape: [],
      sends: false,
    },
    {
      callee: [
        ...['tool', 'DynamicTool', 'DynamicStructuredTool', 'Tool', 'StructuredTool'],
        ...['StructuredTool.from_function', 'Tool.from_function', 'StructuredTool.fromFunction'],
      ],
      parameters: ['func'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [],
      sends: false,
    },
    {
      callee: ['create_retriever_tool', 'createRetrieverTool'],
      parameters: ['retriever', 'name', 'description'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [],
      sends: false,
    },
  ],
};
