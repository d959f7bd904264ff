import { chatCompletions } from '../openAiShapes.ts';
import { messages, system, toolText, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/**
 * https://huggingface.co/docs/huggingface_hub/package_reference/inference_client and /docs/huggingface.js/inference,
 * read 2026-11.
 */
export const huggingFace: Sdk = {
  id: 'huggingface',
  modules: /^(?:huggingface_hub(?:\.|$)|@huggingface\/(?:inference|hub))/,
  endpoints: /^https?:\/\/(?:router|api-inference)\.huggingface\.co/,
  modelArguments: ['model'],
  capArguments: ['max_tokens', 'max_new_tokens', 'parameters.max_new_tokens'],
  settings: {
    stop: ['stop', 'stop_sequences', 'parameters.stop_sequences'],
    temperature: ['temperature', 'parameters.temperature'],
    responseFormat: ['response_format'],
  },
  modelClasses: [{ name: /^(?:Async)?InferenceClient$/ }],
  calls: [
    chatCompletions,
    {
      callee: ['*.chat_completion', '*.chatCompletion', '*.chatCompletionStream', 'chatCompletion'],
      parameters: ['messages'],
      prompts: messages('messages'),
      shape: [['model', 'messages']],
      sends: true,
    },
    {
      callee: ['*.text_generation', '*.textGeneration', '*.textGenerationStream', 'textGeneration'],
      parameters: ['prompt'],
      prompts: user('prompt', 'inputs'),
      shape: [],
      sends: true,
    },
  ],
};

/** https://huggingface.co/docs/transformers/chat_templating, read 2026-11: the tokenizer that lays out a chat is the model's. */
export const transformers: Sdk = {
  id: 'transformers',
  modules: /^(?:transformers(?:\.|$)|@huggingface\/transformers|@xenova\/transformers)/,
  modelArguments: ['model', 'pretrained_model_name_or_path'],
  capArguments: ['max_new_tokens'],
  modelClasses: [{ name: /^from_pretrained$/ }],
  calls: [
    {
      callee: ['*.apply_chat_template'],
      parameters: ['conversation'],
      prompts: messages('conversation'),
      shape: [],
      sends: false,
    },
  ],
};

/** https://huggingface.co/docs/smolagents/reference/agents, read 2026-11. */
export const smolagents: Sdk = {
  id: 'smolagents',
  modules: /^smolagents(?:\.|$)/,
  modelArguments: ['model', 'model_id'],
  capArguments: ['max_tokens'],
  modelClasses: [{ name: /(?:Model|Agent)$/, parameters: ['model_id'] }],
  decorators: [{ name: ['tool'], docstring: 'tool-description' }],
  calls: [
    {
      callee: ['CodeAgent', 'ToolCallingAgent', 'MultiStepAgent'],
      parameters: ['tools'],
      prompts: [...system('instructions', 'system_prompt'), ...toolText('description')],
      shape: [],
      sends: false,
    },
    {
      callee: ['*.run'],
      parameters: ['task'],
      prompts: user('task'),
      shape: [],
      sends: true,
      needsModel: true,
    },
  ],
};
