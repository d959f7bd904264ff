import { part } from '../callPart.ts';
import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** Semantic Kernel in Java. https://github.com/microsoft/java-semantic-kernel-demos, read 2026-11. */
export const semanticKernelJava: Sdk = {
  id: 'semantic-kernel',
  modules: /^com\.microsoft\.semantickernel\b/,
  modelArguments: ['modelId', 'withModelId'],
  capArguments: ['maxTokens', 'withMaxTokens'],
  modelClasses: [{ name: /(?:ChatCompletion|TextGenerationService)$/ }],
  toolArguments: ['kernel', 'withKernel'],
  messageClasses: [{ name: /(?:^|\.)ChatMessageContent$/, parameters: ['role', 'content'], tied: true }],
  calls: [
    part(['ChatHistory'], ['instructions'], system('instructions')),
    part(['*.addSystemMessage'], ['content'], system('content')),
    part(['*.addUserMessage'], ['content'], user('content')),
    part(['*.addAssistantMessage'], ['content'], [{ path: 'content', as: 'assistant' }]),
    {
      ...part(['*.createFromPrompt'], ['template'], template('template')),
      template: true,
      placeholders: 'guess',
    },
    {
      ...part(
        ['*.getChatMessageContentsAsync'],
        ['chatHistory', 'kernel', 'invocationContext'],
        messages('chatHistory'),
      ),
      sends: true,
    },
    part(['DefineKernelFunction', 'KernelFunctionParameter'], [], toolText('description')),
  ],
};
