import type { Role } from '../prompt.ts';
import type { CallShape, MessageClass, Sdk } from '../sdk.ts';

const roles = [
  ['System', 'system'],
  ['Developer', 'system'],
  ['User', 'user'],
  ['Assistant', 'assistant'],
] as const;

/** `ChatMessage::user("…")`: classes with a function for each role. */
function roleFunctions(cls: string): MessageClass[] {
  return roles.map(([name, role]) => ({
    name: new RegExp(`(?:^|::)${cls}::${name.toLowerCase()}$`),
    role,
    tied: true,
  }));
}

/** A setter of a builder that takes one text. */
function setter(name: string, role: Role): CallShape {
  return {
    callee: [`*.${name}`],
    parameters: ['text'],
    prompts: [{ path: 'text', as: role }],
    shape: [],
    sends: false,
  };
}

/** https://docs.rs/async-openai and https://docs.rs/openai-api-rs, read 2026-11. */
const openai: Sdk = {
  id: 'openai',
  modules: /^(?:async_openai|openai_api_rs|openai_api_rust|openai_dive|openai)(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_completion_tokens', 'max_output_tokens', 'max_tokens'],
  modelConstants: true,
  messageClasses: roles.map(([name, role]) => ({
    name: new RegExp(`(?:^|::)ChatCompletionRequest${name}Message::(?:from|new)$`),
    role,
  })),
  textParts: /(?:Content|Part)::(?:Text|from|text)$/,
  calls: [
    {
      callee: ['*.create', '*.create_stream', '*.create_byot', '*.create_stream_byot'],
      parameters: ['request'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'input', as: 'messages' },
        { path: 'prompt', as: 'user' },
        { path: 'content', as: 'user' },
        { path: 'tools', as: 'tools' },
        { path: 'functions', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    {
      callee: ['ChatCompletionRequest.new'],
      parameters: ['model', 'messages'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: true,
    },
  ],
};

/** https://docs.rs/rig-core, read 2026-11. */
const rig: Sdk = {
  id: 'rig',
  modules: /^rig(?:_\w+)?(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  modelConstants: true,
  modelClasses: [
    { name: /^(?:agent|extractor|completion_model|completion_request)$/, parameters: ['model'] },
  ],
  keepsModel:
    /^(?:name|description|preamble|append_preamble|context|tools?|temperature|max_tokens|additional_params|dynamic_\w+|default_max_turns|build|multi_turn|with_history)$/,
  messageClasses: [...roleFunctions('Message')],
  calls: [
    setter('preamble', 'system'),
    setter('append_preamble', 'system'),
    // errors have a context too, and say it by a method of this name
    { ...setter('context', 'system'), needsModel: true },
    {
      callee: ['*.prompt', '*.chat', '*.stream_prompt', '*.stream_chat', '*.extract', '*.completion'],
      parameters: ['prompt', 'history'],
      prompts: [{ path: 'prompt', as: 'messages' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['rig_tool', 'tool_macro'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [],
      sends: false,
    },
  ],
};

/** https://docs.rs/ollama-rs, read 2026-11. */
const ollama: Sdk = {
  id: 'ollama',
  modules: /^ollama_rs(?:::|$)/,
  modelArguments: ['model'],
  capArguments: [],
  messageClasses: [
    ...roleFunctions('ChatMessage'),
    { name: /(?:^|::)ChatMessage::new$/, parameters: ['role', 'content'], tied: true },
  ],
  modelClasses: [{ name: /^new$/, parameters: ['model'] }],
  calls: [
    {
      callee: ['GenerationRequest.new'],
      parameters: ['model', 'prompt'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [],
      sends: true,
    },
    {
      callee: ['ChatMessageRequest.new'],
      parameters: ['model', 'messages'],
      prompts: [{ path: 'messages', as: 'messages' }],
      shape: [],
      sends: true,
    },
    setter('system', 'system'),
  ],
};

/** Crates for Anthropic's API: https://docs.rs/anthropic-sdk, https://docs.rs/clust, https://docs.rs/misanthropy, read 2026-11. */
const anthropic: Sdk = {
  id: 'anthropic',
  modules: /^(?:anthropic(?:_\w+)?|clust|misanthropy|claude_sdk)(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  modelConstants: true,
  messageClasses: [
    ...roleFunctions('Message'),
    { name: /(?:^|::)Message::new$/, parameters: ['role', 'content'], tied: true },
    { name: /(?:^|::)Message::new_text$/, parameters: ['role', 'content'], tied: true },
  ],
  textParts: /(?:^|::)(?:ContentBlock|Content)::(?:text|Text|from)$/,
  calls: [
    {
      callee: ['*.create_message', '*.create_a_message', '*.messages', '*.message', 'messages.create'],
      parameters: ['request'],
      prompts: [
        { path: 'system', as: 'system' },
        { path: 'messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [],
      sends: true,
    },
    setter('system', 'system'),
  ],
};

/** https://docs.rs/llm, read 2026-11: one builder for many providers. */
const llm: Sdk = {
  id: 'llm',
  modules: /^(?:llm|rllm)(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  messageClasses: roleFunctions('ChatMessage'),
  calls: [
    setter('system', 'system'),
    setter('description', 'tool-description'),
    { ...setter('template', 'user'), template: true, placeholders: 'guess' },
    {
      ...setter('new', 'user'),
      callee: ['ChainStepBuilder.new'],
      parameters: ['id', 'text'],
      template: true,
      placeholders: 'guess',
    },
    { ...setter('new', 'user'), callee: ['CompletionRequest.new'], sends: true },
    ...(['user', 'assistant'] as const).map((role): CallShape => ({
      ...setter(`${role}.content`, role),
      callee: [`${role}.content`],
    })),
  ],
};

/** https://docs.rs/langchain-rust, read 2026-11. */
const langchain: Sdk = {
  id: 'langchain',
  modules: /^langchain_rust(?:::|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens'],
  messageClasses: roles.map(([name, role]) => ({
    name: new RegExp(
      `(?:^|::)Message::new_${{ System: 'system', Developer: 'developer', User: 'human', Assistant: 'ai' }[name]}_message$`,
    ),
    role,
  })),
  calls: [
    {
      callee: ['template_fstring', 'template_jinja2', 'PromptTemplate.new'],
      parameters: ['template'],
      prompts: [{ path: 'template', as: 'template' }],
      shape: [],
      sends: false,
      template: true,
      placeholders: 'guess',
    },
    {
      callee: ['*.invoke', '*.generate'],
      parameters: ['input'],
      prompts: [{ path: 'input', as: 'messages' }],
      shape: [],
      sends: true,
    },
  ],
};

/** The crates of Rust. */
export const rustSdks: readonly Sdk[] = [openai, rig, ollama, anthropic, llm, langchain];
