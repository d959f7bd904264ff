import { messages, system, template, tools, toolText, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://docs.llamaindex.ai/en/stable/api_reference and https://ts.llamaindex.ai/docs/api, read 2026-11. */
export const llamaIndex: Sdk = {
  id: 'llamaindex',
  modules: /^(?:llama_index(?:\.|$)|llamaindex$|@llamaindex\/)/,
  modelArguments: ['model', 'llm', 'model_name'],
  capArguments: ['max_tokens'],
  // every class of `llama_index.llms`, and `openai({ model })` of `@llamaindex/openai`
  modelClasses: [{ name: /^\w+$/ }],
  calls: [
    {
      callee: [
        ...['PromptTemplate', 'RichPromptTemplate', 'SelectorPromptTemplate', 'Prompt'],
        // before version 0.8 each use had a class
        ...[
          'QuestionAnswerPrompt',
          'RefinePrompt',
          'SummaryPrompt',
          'SimpleInputPrompt',
          'KeywordExtractPrompt',
        ],
        ...['QueryKeywordExtractPrompt', 'TreeInsertPrompt', 'TreeSelectPrompt', 'KnowledgeGraphPrompt'],
      ],
      parameters: ['template'],
      prompts: template('template', 'template_str'),
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['ChatPromptTemplate', 'ChatPromptTemplate.from_messages'],
      parameters: ['message_templates'],
      prompts: messages('message_templates'),
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['complete', 'acomplete', 'stream_complete', 'astream_complete'].map((name) => `*.${name}`),
      parameters: ['prompt'],
      prompts: user('prompt'),
      shape: [],
      sends: true,
    },
    {
      callee: ['chat', 'achat', 'stream_chat', 'astream_chat'].map((name) => `*.${name}`),
      parameters: ['messages'],
      prompts: messages('messages', 'message'),
      shape: [],
      sends: true,
    },
    {
      callee: [
        ...['FunctionAgent', 'ReActAgent', 'CodeActAgent', 'OpenAIAgent', 'FunctionCallingAgent', 'LLMAgent'],
        ...['ReActAgent.from_tools', 'OpenAIAgent.from_tools', 'FunctionCallingAgent.from_tools'],
        ...['AgentWorkflow.from_tools_or_functions', 'agent'],
      ],
      prompts: [
        ...toolText('description'),
        ...system('system_prompt', 'context', 'state_prompt'),
        ...tools('tools'),
      ],
      shape: [],
      sends: false,
    },
    {
      callee: ['*.as_chat_engine', '*.as_query_engine', '*.asChatEngine', 'ContextChatEngine'],
      prompts: [...system('system_prompt'), ...template('context_prompt', 'condense_prompt')],
      shape: [],
      sends: false,
    },
    {
      callee: [
        ...['FunctionTool', 'FunctionTool.from_defaults', 'FunctionTool.from', 'ToolMetadata', 'tool'],
        ...['QueryEngineTool', 'QueryEngineTool.from_defaults', 'RetrieverTool.from_defaults'],
      ],
      prompts: toolText('description', 'metadata.description'),
      shape: [],
      sends: false,
    },
  ],
};
