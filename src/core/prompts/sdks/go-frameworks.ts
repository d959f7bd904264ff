import { part } from '../callPart.ts';
import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://www.cloudwego.io/docs/eino, read 2026-11. Which of three placeholders a template has is its first argument. */
const eino: Sdk = {
  id: 'eino',
  modules: /^github\.com\/cloudwego\/eino(?:-ext)?(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: ['max_tokens', 'maxTokens'],
  modelClasses: [{ name: /^NewChatModel$/, parameters: ['ctx', 'config'], modelArguments: ['config.model'] }],
  messageClasses: [
    { name: /(?:^|\.)schema\.SystemMessage$/, role: 'system', tied: true },
    { name: /(?:^|\.)schema\.UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)schema\.AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      ...part(['prompt.FromMessages'], ['format', 'messages...'], messages('messages*')),
      template: true,
      placeholders: 'guess',
    },
    part(['adk.ChatModelAgentConfig'], [], [...system('instruction'), ...toolText('description')]),
    part(['deep.Config'], [], [...system('instruction'), ...toolText('description')]),
    part(['schema.ToolInfo'], [], toolText('desc')),
    part(['utils.InferTool', 'toolutils.InferTool'], ['name', 'description'], toolText('description')),
  ],
};

/** https://genkit.dev/docs/go/models, read 2026-11. Texts are formats of `fmt`. */
const genkitGo: Sdk = {
  id: 'genkit',
  modules: /^github\.com\/(?:firebase|genkit-ai)\/genkit\/go(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: [],
  messageClasses: [
    { name: /(?:^|\.)ai\.NewSystemTextMessage$/, role: 'system', tied: true },
    { name: /(?:^|\.)ai\.NewUserTextMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)ai\.NewModelTextMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    { ...part(['ai.WithSystem'], ['text'], system('text')), template: true, placeholders: 'guess' },
    { ...part(['ai.WithPrompt'], ['text'], user('text')), template: true, placeholders: 'guess' },
    part(['ai.WithMessages'], ['messages...'], messages('messages*')),
    part(['genkit.DefineTool', 'ai.NewTool'], ['genkit', 'name', 'description'], toolText('description')),
  ],
};

/** https://google.github.io/adk-docs/get-started/go, read 2026-11. */
const adkGo: Sdk = {
  id: 'google-adk',
  modules: /^google\.golang\.org\/adk(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: [],
  modelClasses: [{ name: /^NewModel$/, parameters: ['ctx', 'model'] }],
  calls: [
    {
      ...part(
        ['llmagent.Config'],
        [],
        [...system('globalInstruction', 'instruction'), ...toolText('description')],
      ),
      template: true,
    },
    part(['functiontool.Config', 'agent.Config'], [], toolText('description')),
  ],
};

/** https://mcp-go.dev and https://github.com/modelcontextprotocol/go-sdk, read 2026-11. */
const mcpGo: Sdk = {
  id: 'mcp',
  modules: /^github\.com\/(?:mark3labs\/mcp-go|modelcontextprotocol\/go-sdk)(?:\/|$)/,
  modelArguments: [],
  capArguments: [],
  calls: [
    part(['mcp.WithDescription', 'mcp.Description'], ['description'], toolText('description')),
    part(['mcp.Tool'], [], toolText('description')),
    part(['server.WithInstructions'], ['instructions'], system('instructions')),
    part(['mcp.ServerOptions'], [], system('instructions')),
  ],
};

/** https://github.com/teilomillet/gollm, read 2026-11. */
const gollm: Sdk = {
  id: 'gollm',
  modules: /^github\.com\/teilomillet\/gollm(?:\/|$)/,
  modelArguments: ['model'],
  capArguments: [],
  calls: [
    part(['gollm.NewPrompt'], ['text'], user('text')),
    part(['gollm.WithSystemPrompt'], ['text'], system('text')),
    part(['gollm.WithDirectives', 'gollm.WithContext'], ['text'], user('text')),
    part(['gollm.NewPromptTemplate'], ['name', 'description', 'template'], template('template')),
  ],
};

/** What agents in Go are built with. */
export const goFrameworks: readonly Sdk[] = [eino, genkitGo, adkGo, mcpGo, gollm];
