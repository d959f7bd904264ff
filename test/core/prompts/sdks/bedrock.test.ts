import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Bedrock', () => {
  it('Converse, in Python', async () => {
    const source = `import boto3
client = boto3.client("bedrock-runtime", region_name="eu-central-1")
client.converse(
    modelId="amazon.nova-lite-v1:0",
    system=[{"text": "You keep the log of a harbour."}, {"cachePoint": {"type": "default"}}],
    messages=[{"role": "user", "content": [{"text": f"Log {ship}."}]}],
    inferenceConfig={"maxTokens": 120},
)`;
    assert.deepEqual(await found('harbour/log.py', source), [
      'system bedrock amazon.nova-lite-v1:0: You keep the log of a harbour.',
      'user bedrock amazon.nova-lite-v1:0: Log {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/log.py', source), [
      'bedrock amazon.nova-lite-v1:0 120: system user',
    ]);
  });

  it('Converse, as a command in TypeScript whose input has a name', async () => {
    assert.deepEqual(
      await found(
        'harbour/log.ts',
        `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const input = { modelId: 'us.meta.llama3-3-70b-instruct-v1:0', messages: [{ role: 'user', content: [{ text: 'Who docked today?' }] }] };
await new BedrockRuntimeClient({}).send(new ConverseCommand(input));`,
      ),
      ['user bedrock us.meta.llama3-3-70b-instruct-v1:0: Who docked today?'],
    );
  });

  it('the JSON body of InvokeModel', async () => {
    const python = `import boto3, json
client = boto3.client("bedrock-runtime")
body = json.dumps({"anthropic_version": "bedrock-2023-05-31", "max_tokens": 80, "system": "You sound the horn.",
                   "messages": [{"role": "user", "content": "Fog ahead."}]})
client.invoke_model(modelId="anthropic.claude-3-haiku-20240307-v1:0", body=body)`;
    assert.deepEqual(await found('harbour/horn.py', python), [
      'system bedrock anthropic.claude-3-haiku-20240307-v1:0: You sound the horn.',
      'user bedrock anthropic.claude-3-haiku-20240307-v1:0: Fog ahead.',
    ]);
    assert.deepEqual(await calls('harbour/horn.py', python), [
      'bedrock anthropic.claude-3-haiku-20240307-v1:0 80: system user',
    ]);
    assert.deepEqual(
      await found(
        'harbour/horn.ts',
        `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const command = new InvokeModelCommand({
  modelId: 'amazon.titan-text-express-v1', contentType: 'application/json',
  body: new TextEncoder().encode(JSON.stringify({ inputText: \`Sound the horn for \${ship}.\`, textGenerationConfig: { maxTokenCount: 30 } })),
});`,
      ),
      ['user bedrock amazon.titan-text-express-v1: Sound the horn for {ship}.'],
    );
  });

  it('is not a model of another service', async () => {
    const source = `import boto3, json
client = boto3.client("sagemaker-runtime")
client.invoke_endpoint(EndpointName="tides", Body=json.dumps({"text": "High water at the harbour, tomorrow at noon."}))`;
    assert.deepEqual(await found('harbour/tides.py', source), []);
  });
});
