import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokenizerOf } from '../../../src/core/tokens/tokenizer.ts';

const rows: readonly (readonly [models: string, family: string, encoding: string, certainty: string])[] = [
  [
    'gpt-4o gpt-4o-mini gpt-4.1-nano gpt-4.5-preview gpt-5 gpt-5.1 gpt-5.6-sol o1 o3-mini o4-mini',
    'openai',
    'o200k_base',
    'exact',
  ],
  ['chatgpt-4o-latest gpt-oss-120b ft:gpt-4o:bakery::1 azure/gpt-4o', 'openai', 'o200k_base', 'exact'],
  [
    'gpt-4 gpt-4-0613 gpt-4-turbo gpt-3.5-turbo-16k gpt-3.5-0301 text-embedding-3-large',
    'openai',
    'cl100k_base',
    'exact',
  ],
  ['gpt-6-sol gpt-7 o5-mini gpt-realtime-2 computer-use-preview', 'openai', 'o200k_base', 'approximate'],
  ['claude-2.1 claude-instant-1.2', 'claude-2', 'o200k_base', 'calibrated'],
  [
    'claude-3-opus-20240229 claude-3-5-haiku-latest claude-sonnet-4-20250514',
    'claude-3',
    'o200k_base',
    'calibrated',
  ],
  [
    'claude-opus-4-6 claude-haiku-4-5 us.anthropic.claude-sonnet-4-6-v1:0',
    'claude-3',
    'o200k_base',
    'calibrated',
  ],
  [
    'claude-opus-4-7 claude-opus-4.8 claude-sonnet-5 claude-fable-5-1 claude-opus-5-5',
    'claude-4.7',
    'o200k_base',
    'calibrated',
  ],
  ['claude-opus-4-10 claude-opus-6 claude-newline', 'claude', 'o200k_base', 'approximate'],
  ['gemini-2.5-pro models/gemini-3.8-flash', 'gemini', 'o200k_base', 'calibrated'],
  ['meta-llama/Llama-3.1-8B llama3.1:8b groq/llama-3.3-70b-versatile', 'llama-3', 'o200k_base', 'calibrated'],
  ['deepseek-chat deepseek-v4-flash', 'deepseek', 'o200k_base', 'calibrated'],
  ['qwen3-max qwen2.5-coder:7b', 'qwen', 'o200k_base', 'calibrated'],
  ['mistral-large-latest codestral-2508 open-mistral-nemo', 'mistral', 'o200k_base', 'calibrated'],
  ['open-mistral-7b mixtral-8x7b', 'mistral-7b', 'o200k_base', 'calibrated'],
  ['command-r-plus', 'cohere', 'o200k_base', 'calibrated'],
  ['deepseek-r1-distill-llama-70b', 'llama-3', 'o200k_base', 'calibrated'],
  ['deepseek-r1-distill-qwen-32b qwq-32b', 'qwen', 'o200k_base', 'calibrated'],
  ['grok-4 xai/grok-4.6', 'grok', 'o200k_base', 'approximate'],
  ['llama-4-maverick', 'llama-4', 'o200k_base', 'approximate'],
  ['my-own-model constructor __proto__', 'unknown', 'o200k_base', 'approximate'],
];

describe('a model is counted', () => {
  for (const [models, family, encoding, certainty] of rows)
    for (const model of models.split(' '))
      it(`${model}: ${certainty} as ${family}`, () => {
        const found = tokenizerOf(model);
        assert.deepEqual([found.family, found.encoding, found.certainty], [family, encoding, certainty]);
      });

  it('exactly only without a factor and a band, otherwise with a band, and always with a source and its day', () => {
    for (const model of rows.flatMap(([models]) => models.split(' '))) {
      const { certainty, factors, source, date } = tokenizerOf(model);
      for (const { factor, band } of Object.values(factors)) {
        assert.equal(band === 0, certainty === 'exact', model);
        assert.ok(factor > 0.5 && factor < 4 && band <= 0.7, model);
        if (certainty === 'exact') assert.equal(factor, 1, model);
      }
      assert.match(`${date} ${source}`, /^\d{4}-\d{2}-\d{2} (?:https:\/\/|docs\/|assumed)/, model);
    }
  });

  it('approximately, with a wide band, when it is not known', () => {
    const { certainty, factors } = tokenizerOf(null);
    assert.equal(certainty, 'approximate');
    for (const { band } of Object.values(factors)) assert.ok(band >= 0.25);
  });

  it("by a person's own calibration where there is one for its family", () => {
    const own = {
      grok: { english: { factor: 1.11, band: 0.03 } },
      openai: { code: { factor: 2, band: 0.1 } },
    };
    const grok = tokenizerOf('grok-4', own);
    assert.equal(grok.certainty, 'calibrated');
    assert.deepEqual(grok.factors.english, { factor: 1.11, band: 0.03 });
    assert.deepEqual(grok.factors.code, tokenizerOf('grok-4').factors.code);
    assert.deepEqual(tokenizerOf('gpt-4o', own), tokenizerOf('gpt-4o'));
    assert.deepEqual(tokenizerOf('mistral-large-latest', own), tokenizerOf('mistral-large-latest'));
  });
});
