import type { Sdk } from '../sdk.ts';

/**
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html and API_runtime_InvokeModel.html,
 * read 2026-11. The body of InvokeModel is JSON in the model maker's own form: the forms of Anthropic, Amazon Nova,
 * Meta, Mistral, Cohere and Amazon Titan are read.
 */
export const bedrock: Sdk = {
  id: 'bedrock',
  modules:
    /^(?:boto3|aioboto3|botocore|aiobotocore|@aws-sdk\/client-bedrock(?:-agent)?(?:-runtime)?|aws-sdk)(?:\.|$)/,
  modelArguments: ['modelId', 'foundationModel'],
  capArguments: [
    'inferenceConfig.maxTokens',
    'body.max_tokens',
    'body.max_tokens_to_sample',
    'body.max_gen_len',
    'body.inferenceConfig.maxTokens',
    'body.textGenerationConfig.maxTokenCount',
  ],
  settings: {
    stop: ['inferenceConfig.stopSequences', 'body.stop_sequences'],
    temperature: ['inferenceConfig.temperature', 'body.temperature'],
    toolChoice: ['toolConfig.toolChoice', 'body.tool_choice'],
    serviceTier: ['serviceTier.type', 'body.service_tier'],
  },
  calls: [
    {
      callee: [
        '*.converse',
        '*.converse_stream',
        '*.converseStream',
        'ConverseCommand',
        'ConverseStreamCommand',
      ],
      prompts: [
        { path: 'toolConfig.tools[].toolSpec', as: 'tools' },
        { path: 'system', as: 'system' },
        { path: 'messages', as: 'messages' },
      ],
      shape: [['modelId', 'messages']],
      sends: true,
    },
    {
      callee: [
        '*.invoke_model',
        '*.invoke_model_with_response_stream',
        '*.invokeModel',
        'InvokeModelCommand',
        'InvokeModelWithResponseStreamCommand',
      ],
      prompts: [
        { path: 'body.tools', as: 'tools' },
        { path: 'body.system', as: 'system' },
        { path: 'body.messages', as: 'messages' },
        { path: 'body.preamble', as: 'system' },
        { path: 'body.chat_history', as: 'messages' },
        { path: 'body.message', as: 'user' },
        { path: 'body.prompt', as: 'user' },
        { path: 'body.inputText', as: 'user' },
      ],
      shape: [['modelId', 'body']],
      sends: true,
    },
    {
      callee: ['*.create_agent', 'CreateAgentCommand'],
      prompts: [{ path: 'instruction', as: 'system' }],
      shape: [['agentName', 'instruction']],
      sends: false,
    },
    {
      callee: ['*.invoke_agent', 'InvokeAgentCommand'],
      prompts: [{ path: 'inputText', as: 'user' }],
      shape: [['agentId', 'inputText']],
      sends: true,
    },
  ],
};
