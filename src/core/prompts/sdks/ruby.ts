import { chatCompletions, completions } from '../openAiShapes.ts';
import type { CallShape, Sdk } from '../sdk.ts';

/** A method that takes one text. */
function method(name: string, as: 'system' | 'user', sends: boolean): CallShape {
  return { callee: [`*.${name}`], parameters: ['text'], prompts: [{ path: 'text', as }], shape: [], sends };
}

/**
 * https://github.com/alexrudall/ruby-openai and https://github.com/openai/openai-ruby, read 2026-11. The first takes
 * the request as `parameters:`, the second like the clients of the other languages.
 */
const openai: Sdk = {
  id: 'openai',
  modules: /^(?:OpenAI|openai|ruby-openai)$/,
  modelArguments: ['parameters.model', 'model'],
  capArguments: [
    'parameters.max_completion_tokens',
    'parameters.max_tokens',
    'max_completion_tokens',
    'max_output_tokens',
    'max_tokens',
  ],
  calls: [
    chatCompletions,
    completions,
    {
      callee: ['*.chat', '*.completions'],
      prompts: [
        { path: 'parameters.messages', as: 'messages' },
        { path: 'parameters.prompt', as: 'user' },
        { path: 'parameters.tools', as: 'tools' },
        { path: 'parameters.functions', as: 'tools' },
      ],
      shape: [['parameters']],
      sends: true,
    },
    {
      callee: [
        'responses.create',
        'assistants.create',
        'messages.create',
        'runs.create',
        'assistants.modify',
      ],
      prompts: [
        { path: 'parameters.instructions', as: 'system' },
        { path: 'parameters.additional_instructions', as: 'system' },
        { path: 'parameters.input', as: 'messages' },
        { path: 'parameters.content', as: 'user' },
        { path: 'parameters.tools', as: 'tools' },
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [['parameters']],
      sends: true,
    },
  ],
};

/** https://github.com/alexrudall/anthropic and https://github.com/anthropics/anthropic-sdk-ruby, read 2026-11. */
const anthropic: Sdk = {
  id: 'anthropic',
  modules: /^(?:Anthropic|anthropic)$/,
  modelArguments: ['parameters.model', 'model'],
  capArguments: ['parameters.max_tokens', 'max_tokens'],
  calls: [
    {
      callee: ['*.messages'],
      prompts: [
        { path: 'parameters.tools', as: 'tools' },
        { path: 'parameters.system', as: 'system' },
        { path: 'parameters.messages', as: 'messages' },
      ],
      shape: [['parameters']],
      sends: true,
    },
    {
      callee: ['messages.create', 'messages.stream'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [],
      sends: true,
    },
  ],
};

const ofChats = /^with_(?:instructions|schema|tools?|model|temperature|thinking|params|headers|context)$/;

/** https://rubyllm.com, read 2026-11. */
const rubyLlm: Sdk = {
  id: 'ruby-llm',
  modules: /^(?:RubyLLM|ruby_llm)$/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  modelClasses: [{ name: /^chat$/, parameters: [] }],
  keepsModel: /^with_/,
  calls: [
    // models of Rails that act as chats have it too, and nothing there names the gem
    { ...method('with_instructions', 'system', false), shape: [['text']] },
    { ...method('ask', 'user', true), after: ofChats },
    { ...method('say', 'user', true), after: ofChats },
  ],
};

/** https://github.com/patterns-ai-core/langchainrb, read 2026-11. */
const langchain: Sdk = {
  id: 'langchain',
  modules: /^(?:Langchain|langchain|langchainrb)$/,
  modelArguments: ['model', 'default_options.chat_model', 'default_options.chat_completion_model_name'],
  capArguments: ['max_tokens'],
  modelClasses: [{ name: /^new$/, parameters: [] }],
  calls: [
    {
      callee: ['PromptTemplate.new'],
      prompts: [{ path: 'template', as: 'template' }],
      shape: [['template', 'input_variables']],
      sends: false,
      template: true,
    },
    {
      callee: ['FewShotPromptTemplate.new'],
      prompts: [
        { path: 'prefix', as: 'template' },
        { path: 'suffix', as: 'template' },
      ],
      shape: [['prefix', 'suffix', 'examples']],
      sends: false,
      template: true,
    },
    {
      callee: ['Assistant.new'],
      prompts: [{ path: 'instructions', as: 'system' }],
      shape: [],
      sends: false,
    },
    // said in a class that is extended by `Langchain::ToolDefinition`
    {
      callee: ['define_function'],
      parameters: ['name'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [['name', 'description']],
      sends: false,
    },
    {
      callee: ['*.chat', '*.complete'],
      prompts: [
        { path: 'system', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'prompt', as: 'user' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.add_message_and_run', '*.add_message_and_run!', '*.add_message'],
      prompts: [{ path: 'content', as: 'user' }],
      shape: [],
      sends: false,
    },
  ],
};

/** The gems of Ruby. */
export const rubySdks: readonly Sdk[] = [openai, anthropic, rubyLlm, langchain];
