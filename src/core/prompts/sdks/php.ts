import type { Role } from '../prompt.ts';
import type { CallShape, Sdk } from '../sdk.ts';

/** A method that takes one text. */
function method(name: string, as: Role | 'messages', sends = false): CallShape {
  return { callee: [`*.${name}`], parameters: ['text'], prompts: [{ path: 'text', as }], shape: [], sends };
}

/** https://github.com/openai-php/client and its facade for Laravel, read 2026-11. */
const openai: Sdk = {
  id: 'openai',
  modules: /^OpenAI(?:\\|$)/,
  modelArguments: ['model'],
  capArguments: ['max_completion_tokens', 'max_output_tokens', 'max_tokens'],
  calls: [
    {
      callee: ['chat.create', 'chat.createStreamed'],
      prompts: [
        { path: 'messages', as: 'messages' },
        { path: 'tools', as: 'tools' },
        { path: 'functions', as: 'tools' },
      ],
      shape: [['model', 'messages']],
      sends: true,
    },
    {
      callee: ['completions.create', 'completions.createStreamed'],
      prompts: [{ path: 'prompt', as: 'user' }],
      shape: [['model', 'prompt']],
      sends: true,
    },
    {
      callee: ['responses.create', 'responses.createStreamed', 'assistants.create', 'assistants.modify'],
      prompts: [
        { path: 'instructions', as: 'system' },
        { path: 'input', as: 'messages' },
        { path: 'tools', as: 'tools' },
      ],
      shape: [
        ['model', 'input'],
        ['model', 'instructions'],
      ],
      sends: true,
    },
  ],
};

/** https://github.com/mozex/anthropic-php and https://github.com/anthropics/anthropic-sdk-php, read 2026-11. */
const anthropic: Sdk = {
  id: 'anthropic',
  modules: /^Anthropic(?:\\|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens', 'maxTokens'],
  calls: [
    {
      callee: ['messages.create', 'messages.createStreamed', 'messages.createStream'],
      prompts: [
        { path: 'tools', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [['model', 'messages', 'max_tokens']],
      sends: true,
    },
  ],
};

/** https://prismphp.com, read 2026-11. */
const prism: Sdk = {
  id: 'prism',
  modules: /^(?:Prism\\|EchoLabs\\Prism)/,
  modelArguments: ['model'],
  capArguments: ['maxTokens'],
  modelClasses: [{ name: /^using$/, parameters: ['provider', 'model'] }],
  keepsModel: /^(?:with|using)/,
  messageClasses: [
    { name: /(?:^|\\)SystemMessage$/, role: 'system', tied: true },
    { name: /(?:^|\\)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\\)AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    method('withSystemPrompt', 'system'),
    method('withPrompt', 'user'),
    method('withMessages', 'messages'),
    method('for', 'tool-description'),
  ],
};

/** https://github.com/LLPhant/LLPhant, read 2026-11. */
const llphant: Sdk = {
  id: 'llphant',
  modules: /^LLPhant\\/,
  modelArguments: ['model'],
  capArguments: [],
  messageClasses: [
    { name: /(?:^|\\)Message::system$/, role: 'system', tied: true },
    { name: /(?:^|\\)Message::user$/, role: 'user', tied: true },
    { name: /(?:^|\\)Message::assistant$/, role: 'assistant', tied: true },
  ],
  calls: [
    method('setSystemMessage', 'system'),
    method('generateText', 'user', true),
    method('generateStreamOfText', 'user', true),
    method('generateTextOrReturnFunctionCalled', 'user', true),
    method('generateChat', 'messages', true),
  ],
};

/** https://github.com/neuron-core/neuron-ai, `src/Agent/SystemPrompt.php`, `src/Tools` and `src/Chat/Messages`, read 2026-11. */
const neuron: Sdk = {
  id: 'neuron-ai',
  modules: /^NeuronAI\\/,
  modelArguments: ['model'],
  capArguments: [],
  messageClasses: [
    { name: /(?:^|\\)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\\)AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      callee: ['SystemPrompt'],
      parameters: ['background', 'steps', 'output', 'toolsUsage'],
      prompts: ['background', 'steps', 'output', 'toolsUsage'].map((path) => ({ path, as: 'system' })),
      shape: [],
      sends: false,
    },
    {
      callee: ['Tool', 'Tool.make'],
      parameters: ['name', 'description'],
      prompts: [{ path: 'description', as: 'tool-description' }],
      shape: [],
      sends: false,
    },
    method('setInstructions', 'system'),
    method('withInstructions', 'system'),
  ],
};

/** The packages of PHP. */
export const phpSdks: readonly Sdk[] = [openai, anthropic, prism, llphant, neuron];
