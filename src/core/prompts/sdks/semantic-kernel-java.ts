import { messages, system, template, toolText, user } from '../promptArguments.ts';
import type { CallShape, PromptArgument, Sdk } from '../sdk.ts';

function part(
  callee: readonly string[],
  parameters: readonly string[],
  prompts: readonly PromptArgument[],
): CallShape {
  return { callee, parameters, prompts, shape: [], sends: false };
}

const filled = { template: true, placeholders: 'guess' } as const;

/** Semantic Kernel in Java. https://learn.microsoft.com/semantic-kernel/get-started/quick-start-guide?pivots=programming-language-java, read 2026-11. */
export const semanticKernelJava: Sdk = {
  id: 'semantic-kernel',
  modules: /^com\.microsoft\.semantickernel\b/,
  modelArguments: ['modelId', 'withModelId', 'deploymentName', 'withDeploymentName'],
  capArguments: ['maxTokens', 'withMaxTokens'],
  modelClasses: [{ name: /(?:ChatCompletion|TextGenerationService)$/ }],
  toolArguments: ['kernel', 'withKernel'],
  messageClasses: [{ name: /(?:^|\.)ChatMessageContent$/, parameters: ['role', 'content'], tied: true }],
  calls: [
    part(['ChatHistory'], ['instructions'], system('instructions')),
    part(['*.addSystemMessage'], ['content'], system('content')),
    part(['*.addUserMessage'], ['content'], user('content')),
    part(['*.addAssistantMessage'], ['content'], [{ path: 'content', as: 'assistant' }]),
    part(['*.withInstructions'], ['instructions'], system('instructions')),
    {
      ...part(['*.createFromPrompt', '*.withTemplate'], ['template'], template('template')),
      ...filled,
    },
    { ...part(['*.invokePromptAsync'], ['prompt'], user('prompt')), ...filled, sends: true },
    {
      ...part(
        ['*.getChatMessageContentsAsync', '*.getStreamingChatMessageContentsAsync'],
        ['chatHistory', 'kernel', 'invocationContext'],
        messages('chatHistory'),
      ),
      sends: true,
    },
    part(
      ['DefineKernelFunction', 'KernelFunctionParameter', 'DefineSKFunction'],
      [],
      toolText('description'),
    ),
  ],
};
