import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role } from '../../../src/core/prompts/prompt.ts';
import { framingOf, framingTokens } from '../../../src/core/tokens/framing.ts';

const users = (count: number): Role[] => Array.from({ length: count }, () => 'user');

describe('the framing of a request', () => {
  it("is the OpenAI cookbook's: 4 a message with its role, 3 for the reply", () => {
    assert.equal(framingTokens(users(1), 'gpt-4o'), 7);
    assert.equal(framingTokens(users(3), 'azure/gpt-4.1-mini'), 15);
    assert.equal(framingTokens(users(2), 'gpt-3.5-turbo-0125'), 11);
  });

  it("is Harmony's from GPT-5 on", () => {
    assert.equal(framingTokens(users(2), 'gpt-5-mini'), 10);
  });

  it('is that of the published template for open models', () => {
    assert.equal(framingTokens(users(2), 'groq/llama-3.3-70b-versatile'), 15);
    assert.equal(framingTokens(users(2), 'qwen3-32b'), 13);
  });

  it('differs by role where the template does', () => {
    const talk: readonly Role[] = ['system', 'user', 'assistant', 'user'];
    // <begin>s<User>u<Assistant></think>a<end><User>u<Assistant><think>
    assert.equal(framingTokens(talk, 'deepseek/deepseek-v4-flash'), 8);
    // <s>[INST]u[/INST]a</s>[INST]s, an empty line, u[/INST]
    assert.equal(framingTokens(talk, 'open-mistral-nemo-2407'), 7);
    assert.equal(framingTokens(['tool-description', 'user'], 'gpt-4o'), 7);
  });

  it('is nothing without messages', () => {
    assert.equal(framingTokens(users(0), 'gpt-4o'), 0);
  });

  it('is not known where nobody publishes it', () => {
    for (const model of [
      'claude-sonnet-4-5',
      'gemini-2.5-pro',
      'gpt-6-sol',
      'o3',
      'deepseek-chat',
      'mistral-large-latest',
      'my-own-model',
      null,
    ])
      assert.equal(framingTokens(users(2), model), null, String(model));
  });

  it('names its source', () => {
    for (const model of ['gpt-4o', 'gpt-5'])
      assert.match(framingOf(model)?.source ?? '', /^https:\/\/cookbook\.openai\.com\//);
  });
});
