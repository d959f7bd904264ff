import { part } from '../callPart.ts';
import { messages, system, toolText, user } from '../promptArguments.ts';
import type { MessageClass, Sdk } from '../sdk.ts';

/** Functions for messages of each role, by what stands before and after the word. */
function ofRoles(pattern: (role: string) => RegExp): MessageClass[] {
  return [
    { name: pattern('system'), role: 'system', tied: true },
    { name: pattern('user'), role: 'user', tied: true },
    { name: pattern('assistant'), role: 'assistant', tied: true },
  ];
}

/** https://swiftide.rs, read 2026-11. An agent's system prompt has slots: its role, guidelines and constraints. */
const swiftide: Sdk = {
  id: 'swiftide',
  modules: /^swiftide(?:_\w+)?(?:::|$)/,
  modelArguments: ['model', 'default_prompt_model'],
  capArguments: ['max_tokens'],
  messageClasses: ofRoles((role) => new RegExp(`(?:^|::)ChatMessage::new_${role}$`)),
  calls: [
    part(
      ['*.role', '*.guidelines', '*.constraints', '*.additional', '*.with_role', '*.with_guidelines'],
      ['text'],
      system('text'),
    ),
    part(['*.system_prompt'], ['text'], system('text')),
    { ...part(['*.prompt', '*.query', '*.query_once'], ['prompt'], user('prompt')), sends: true },
    part(['tool'], [], toolText('description')),
  ],
};

/** https://docs.rs/genai, read 2026-11: one client for many providers. */
const genai: Sdk = {
  id: 'genai',
  modules: /^genai(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  messageClasses: ofRoles((role) => new RegExp(`(?:^|::)ChatMessage::${role}$`)),
  calls: [
    part(['ChatRequest.from_system', '*.with_system'], ['text'], system('text')),
    part(['ChatRequest.from_user'], ['text'], user('text')),
    part(
      ['ChatRequest.new', 'ChatRequest.from_messages', '*.append_message'],
      ['messages'],
      messages('messages'),
    ),
    part(['*.with_description'], ['text'], toolText('text')),
    {
      ...part(['*.exec_chat', '*.exec_chat_stream'], ['model', 'request', 'options'], []),
      goesTo: ['request'],
      sends: true,
    },
  ],
};

/** https://docs.rs/mistralrs, read 2026-11. */
const mistralrs: Sdk = {
  id: 'mistralrs',
  modules: /^mistralrs(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_len'],
  calls: [part(['*.add_message'], ['role', 'content'], user('content'))],
};

/** https://docs.rs/rmcp, read 2026-11. */
const rmcp: Sdk = {
  id: 'mcp',
  modules: /^rmcp(?:_\w+)?(?:::|$)/,
  modelArguments: [],
  capArguments: [],
  calls: [part(['tool'], [], toolText('description')), part(['prompt'], [], toolText('description'))],
};

/** The Agents SDK in Rust, after that of OpenAI. https://github.com/scalarian/openai-agents-rust, read 2026-11. */
const openaiAgents: Sdk = {
  id: 'openai',
  modules: /^(?:openai_agents|agents_core)(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  calls: [
    part(['*.instructions'], ['text'], system('text')),
    {
      ...part(
        ['run', 'run_streamed', 'run_with_session', '*.run', '*.run_streamed', '*.run_with_session'],
        ['agent', 'input'],
        messages('input'),
      ),
      goesTo: ['agent'],
      sends: true,
    },
  ],
};

/** What agents in Rust are built with. */
export const rustFrameworks: readonly Sdk[] = [swiftide, genai, mistralrs, rmcp, openaiAgents];
