import { part } from '../callPart.ts';
import { messages, system, toolText, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://laravel.com/docs/ai-sdk, read 2026-11. The instructions of an agent are what its method of that name returns. */
const laravelAi: Sdk = {
  id: 'laravel-ai',
  modules: /^Laravel\\Ai\b/,
  modelArguments: ['model'],
  capArguments: ['maxTokens'],
  messageClasses: [
    { name: /(?:^|\\)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\\)AssistantMessage$/, role: 'assistant', tied: true },
    { name: /(?:^|\\)Message$/, parameters: ['role', 'content'], tied: true },
  ],
  calls: [
    part(['agent'], ['instructions', 'messages'], [...system('instructions'), ...messages('messages')]),
    { ...part(['*.prompt', '*.stream', '*.queue'], ['prompt'], user('prompt')), sends: true },
  ],
};

/** https://symfony.com/doc/current/ai/components/platform.html, read 2026-11. */
const symfonyAi: Sdk = {
  id: 'symfony-ai',
  modules: /^(?:Symfony\\AI|PhpLlm\\LlmChain)\b/,
  modelArguments: ['model'],
  capArguments: ['options.max_tokens', 'options.max_output_tokens'],
  messageClasses: [
    { name: /(?:^|\\)Message::forSystem$/, role: 'system', tied: true },
    { name: /(?:^|\\)Message::ofUser$/, role: 'user', parameters: ['content...'], tied: true },
    { name: /(?:^|\\)Message::ofAssistant$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      ...part(['*.invoke', '*.request'], ['model', 'messages', 'options'], messages('messages')),
      sends: true,
    },
    part(['AsTool'], ['name', 'description'], toolText('description')),
    part(['*.addTool'], ['tool', 'name', 'description'], toolText('description')),
    part(['SystemPromptInputProcessor'], ['systemPrompt'], system('systemPrompt')),
  ],
};

/** https://github.com/google-gemini-php/client, read 2026-11. */
const gemini: Sdk = {
  id: 'google',
  modules: /^(?:Gemini|GeminiAPI)(?:\\|$)/,
  modelArguments: ['model'],
  capArguments: ['maxOutputTokens'],
  modelClasses: [{ name: /^(?:generativeModel|chat)$/ }],
  messageClasses: [{ name: /(?:^|\\)Content::parse$/, parameters: ['content', 'role'], tied: true }],
  textParts: /(?:^|\\)(?:Content::parse|TextPart)$/,
  calls: [
    {
      ...part(
        ['*.generateContent', '*.streamGenerateContent', '*.sendMessage'],
        ['contents...'],
        messages('contents*'),
      ),
      sends: true,
    },
    part(['*.withSystemInstruction'], ['text'], system('text')),
  ],
};

/** https://github.com/WordPress/php-ai-client, read 2026-11; WordPress has its function `wp_ai_client_prompt` since 7.0. */
const wordPress: Sdk = {
  id: 'wordpress-ai',
  modules: /^WordPress\\(?:AiClient|AI_Client)\b/,
  modelArguments: ['model'],
  capArguments: ['usingMaxTokens', 'using_max_tokens'],
  calls: [
    part(['AiClient.prompt', 'AI_Client.prompt'], ['text'], user('text')),
    // a function of WordPress itself, and a method of what it returns: no import names them
    { ...part(['wp_ai_client_prompt'], ['text'], user('text')), shape: [['text']] },
    {
      ...part(['*.usingSystemInstruction', '*.using_system_instruction'], ['text'], system('text')),
      shape: [['text']],
    },
    part(['*.withText', '*.with_text'], ['text'], user('text')),
  ],
};

/**
 * Servers of the Model Context Protocol: https://github.com/laravel/mcp and https://github.com/modelcontextprotocol/php-sdk,
 * read 2026-11.
 */
const mcp: Sdk = {
  id: 'mcp',
  modules: /^(?:Laravel\\Mcp|Mcp|PhpMcp)\\/,
  modelArguments: [],
  capArguments: [],
  calls: [
    part(['Description'], ['description'], toolText('description')),
    part(['Instructions'], ['instructions'], system('instructions')),
    part(['McpTool'], ['name', 'description'], toolText('description')),
  ],
};

/** https://docs.instructorphp.com, read 2026-11. */
const instructor: Sdk = {
  id: 'instructor',
  modules: /^Cognesy\\/,
  modelArguments: ['model'],
  capArguments: ['options.max_tokens'],
  messageClasses: [
    { name: /(?:^|\\)Message::asSystem$/, role: 'system', tied: true },
    { name: /(?:^|\\)Message::asUser$/, role: 'user', tied: true },
    { name: /(?:^|\\)Message::asAssistant$/, role: 'assistant', tied: true },
  ],
  calls: [
    part(
      ['*.with', '*.create', '*.respond'],
      ['messages'],
      [...system('system'), ...messages('messages'), ...user('prompt')],
    ),
    part(['*.asSystem', '*.asDeveloper'], ['text'], system('text')),
    part(['*.asUser'], ['text'], user('text')),
    part(['*.asAssistant'], ['text'], [{ path: 'text', as: 'assistant' }]),
  ],
};

/** What applications in PHP reach models through, besides the providers' own clients. */
export const phpFrameworks: readonly Sdk[] = [laravelAi, symfonyAi, gemini, wordPress, mcp, instructor];
