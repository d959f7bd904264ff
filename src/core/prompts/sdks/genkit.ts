import { messages, system, template, tools, toolText } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** https://genkit.dev/docs/js/models and /docs/js/dotprompt, read 2026-11; Python has the same names in its own habit. */
export const genkit: Sdk = {
  id: 'genkit',
  modules: /^(?:genkit(?:[/.]|$)|@genkit-ai\/)/,
  modelArguments: ['model'],
  capArguments: ['config.maxOutputTokens'],
  settings: {
    stop: ['config.stopSequences'],
    temperature: ['config.temperature'],
    responseFormat: ['output.schema', 'output.format'],
  },
  modelClasses: [{ name: /^[gG]enkit$/, parameters: [] }],
  modelProviders: /^(?:@genkit-ai\/|genkitx-)/,
  calls: [
    {
      callee: ['*.generate', '*.generateStream', '*.generate_stream', 'generate', 'generateStream'],
      parameters: ['prompt'],
      prompts: [...tools('tools'), ...system('system'), ...messages('messages', 'prompt')],
      shape: [],
      sends: true,
    },
    {
      callee: ['*.definePrompt', '*.define_prompt', 'definePrompt', 'defineDotprompt'],
      parameters: ['options', 'template'],
      prompts: [...system('system'), ...messages('messages'), ...template('prompt', 'template')],
      shape: [],
      sends: false,
      template: true,
    },
    {
      callee: ['*.chat'],
      prompts: [...system('system'), ...messages('messages')],
      shape: [],
      sends: false,
      incomplete: true,
    },
    {
      callee: ['*.defineTool', '*.define_tool', '*.dynamicTool', 'defineTool'],
      prompts: toolText('description'),
      shape: [],
      sends: false,
    },
  ],
};
