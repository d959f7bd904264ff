import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/**
 * AgentChat and AutoGen 0.2 (also as AG2). https://microsoft.github.io/autogen/stable/reference,
 * https://microsoft.github.io/autogen/0.2/docs/reference, read 2026-11.
 */
export const autoGen: Sdk = {
  id: 'autogen',
  modules: /^(?:autogen(?:_(?:agentchat|core|ext))?|ag2|pyautogen)(?:\.|$)/,
  modelArguments: [
    'model',
    'model_client',
    'llm_config.model',
    'llm_config.config_list.model',
    'llm_config.config_list[].model',
  ],
  capArguments: ['max_tokens', 'llm_config.max_tokens'],
  modelClasses: [{ name: /(?:ChatCompletionClient|^LLMConfig|Agent)$/, parameters: [] }],
  messageClasses: [
    { name: /(?:^|\.)(?:UserMessage|TextMessage)$/, role: 'user', tied: true },
    { name: /(?:^|\.)AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      callee: [
        ...['AssistantAgent', 'ConversableAgent', 'UserProxyAgent', 'GPTAssistantAgent', 'CaptainAgent'],
        ...[
          'MultimodalConversableAgent',
          'OpenAIAssistantAgent',
          'CodeExecutorAgent',
          'RetrieveAssistantAgent',
        ],
      ],
      parameters: ['name'],
      prompts: [...system('system_message', 'instructions'), ...toolText('description')],
      shape: [],
      sends: false,
    },
    {
      callee: ['SelectorGroupChat', 'GroupChat', 'MagenticOneGroupChat'],
      prompts: template('selector_prompt', 'select_speaker_message_template', 'final_answer_prompt'),
      shape: [],
      sends: false,
    },
    {
      callee: ['*.initiate_chat', '*.a_initiate_chat'],
      parameters: ['recipient'],
      prompts: user('message'),
      shape: [],
      sends: true,
    },
    {
      callee: ['*.run', '*.run_stream'],
      prompts: messages('task'),
      shape: [],
      sends: true,
    },
    {
      callee: ['*.create', '*.create_stream', '*.on_messages'],
      parameters: ['messages'],
      prompts: messages('messages'),
      shape: [],
      sends: true,
    },
    {
      callee: ['FunctionTool', '*.register_for_llm', 'register_function'],
      parameters: ['func', 'description'],
      prompts: toolText('description'),
      shape: [],
      sends: false,
    },
  ],
};
