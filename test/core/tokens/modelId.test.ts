import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { modelName, resolveAlias, undated } from '../../../src/core/tokens/modelId.ts';

const names: readonly (readonly [written: string, host: string | null, model: string, kind?: string])[] = [
  ['gpt-4o', null, 'gpt-4o'],
  ['  GPT-4o ', null, 'gpt-4o'],
  ['gpt-4o-2024-08-06', null, 'gpt-4o-2024-08-06', 'gpt-4o'],
  ['openai/gpt-4.1-mini', 'openai', 'gpt-4.1-mini'],
  ['openai:gpt-5.1', 'openai', 'gpt-5.1'],
  ['azure/gpt-4o', 'azure', 'gpt-4o'],
  ['ft:gpt-4o-mini-2024-07-18:bakery::abc', null, 'gpt-4o-mini-2024-07-18', 'gpt-4o-mini'],
  ['anthropic/claude-sonnet-4-5', 'anthropic', 'claude-sonnet-4-5', 'claude-sonnet-4.5'],
  ['claude-3-5-sonnet-20241022', null, 'claude-3-5-sonnet-20241022', 'claude-sonnet-3.5'],
  ['claude-3.7-sonnet', null, 'claude-3.7-sonnet', 'claude-sonnet-3.7'],
  ['claude-3-opus-latest', null, 'claude-3-opus-latest', 'claude-opus-3'],
  ['claude-opus-4-20250514', null, 'claude-opus-4-20250514', 'claude-opus-4'],
  ['claude-opus-4-0', null, 'claude-opus-4-0', 'claude-opus-4'],
  ['claude-opus-4-10', null, 'claude-opus-4-10', 'claude-opus-4.10'],
  ['claude-4-sonnet', null, 'claude-4-sonnet', 'claude-sonnet-4'],
  ['claude-2.1', null, 'claude-2.1', 'claude-2.1'],
  [
    'bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'aws',
    'claude-sonnet-4-5-20250929',
    'claude-sonnet-4.5',
  ],
  ['anthropic.claude-3-haiku-20240307-v1:0', 'aws', 'claude-3-haiku-20240307', 'claude-haiku-3'],
  ['bedrock/converse/eu.meta.llama3-2-3b-instruct-v1:0', 'aws', 'llama3-2-3b-instruct'],
  ['mistral.mistral-7b-instruct-v0:2', 'aws', 'mistral-7b-instruct'],
  ['us.deepseek.r1-v1:0', 'aws', 'deepseek-r1'],
  [
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'aws',
    'claude-haiku-4-5-20251001',
    'claude-haiku-4.5',
  ],
  ['models/gemini-2.5-pro', 'google', 'gemini-2.5-pro'],
  ['vertex_ai/claude-sonnet-4-5@20250929', 'google', 'claude-sonnet-4-5-20250929', 'claude-sonnet-4.5'],
  ['projects/bakery/locations/eu/publishers/google/models/gemini-2.5-flash', 'google', 'gemini-2.5-flash'],
  ['claude-sonnet-4@default', null, 'claude-sonnet-4', 'claude-sonnet-4'],
  ['openrouter/deepseek/deepseek-v3.2:free', 'openrouter', 'deepseek-v3.2'],
  ['together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo', 'together', 'llama-3.3-70b-instruct-turbo'],
  ['deepseek-v3', null, 'deepseek-v3'],
  ['llama3.1:8b', null, 'llama3.1'],
  ['flour/power', null, 'power'],
  ['__proto__/toString', null, 'tostring'],
  ['', null, ''],
];

describe('the name of a model', () => {
  for (const [written, host, model, kind = model] of names)
    it(`${JSON.stringify(written)} is ${kind}${host === null ? '' : ` of ${host}`}`, () => {
      const name = modelName(written);
      assert.deepEqual({ host: name.host, model: name.model, kind: name.kind }, { host, model, kind });
    });

  it('keeps what the host calls it', () => {
    assert.equal(modelName('openrouter/anthropic/claude-sonnet-4.5').id, 'anthropic/claude-sonnet-4.5');
    assert.equal(modelName('bedrock/us.anthropic.claude-opus-5').id, 'us.anthropic.claude-opus-5');
  });

  it('loses a day and nothing else', () => {
    assert.equal(undated('claude-haiku-4-5-20251001'), 'claude-haiku-4-5');
    assert.equal(undated('gpt-4-0613'), 'gpt-4-0613');
    assert.equal(undated('mistral-large-latest'), 'mistral-large');
  });
});

describe('an alias', () => {
  it('is followed to its end, and a circle of them ends', () => {
    const aliases = { FAST: 'CHEAP', CHEAP: 'gpt-4.1-mini', hen: 'egg', egg: 'hen' };
    assert.equal(resolveAlias('FAST', aliases), 'gpt-4.1-mini');
    assert.equal(resolveAlias('gpt-4o', aliases), 'gpt-4o');
    assert.equal(resolveAlias('hen', aliases), 'hen');
    assert.equal(resolveAlias('toString', aliases), 'toString');
  });
});
