import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configSchema, defaultConfig, options, readConfig } from '../../src/core/config.ts';
import { ruleSettings } from '../../src/core/rules/settings.ts';

const where = { file: 'promptmeter.config.json', line: () => 1 };

function problems(value: unknown): readonly string[] {
  const result = readConfig(value, where, ruleSettings);
  return result.kind === 'problems' ? result.problems.map(({ message }) => message) : [];
}

function config(value: unknown) {
  const result = readConfig(value, where, ruleSettings);
  assert.ok(result.kind === 'config', JSON.stringify(result));
  return result.config;
}

describe('the configuration', () => {
  it('is the default where nothing is stated', () => {
    assert.deepEqual(config({}), defaultConfig);
    assert.deepEqual(config({ $schema: './config.schema.json' }), defaultConfig);
  });

  it('reads every option', () => {
    const stated = {
      defaultModel: 'gpt-4o',
      include: ['bakery/**'],
      exclude: ['**/trays'],
      budgets: [{ prompts: 'bakery/*#BREAD', maxTokens: '1.5k' }],
      prices: { 'rye-7b': { input: '$2.50', output: 3, source: 'contract', date: '2026-10-01' } },
      models: { aliases: { FAST: 'gpt-4.1-mini' } },
      promptModels: { 'bakery/a.ts#BREAD': 'gpt-4.1' },
      tokenizers: { 'gemini-*': './gemma/tokenizer.json' },
      calibration: { 'claude-4.7': { english: { factor: 1.43, band: 0.04 } } },
      volumes: { 'bakery/a.ts#BREAD': { callsPerDay: '12k', cacheHitRate: 0.6 } },
      currency: { code: 'EUR', perUsd: 0.86, date: '2026-11-01' },
      pricing: { asOf: '2026-02-28', hour: 3 },
      cache: { minimumStaticCharacters: 0 },
      compress: { keep: ['Bakery of *'] },
      ledger: {},
      failOn: 'never',
      failOnConfidence: 'high',
      owners: { 'bakery/**': 'bakers' },
      unpriced: 'fail',
      rules: { 'unused-suppression': 'off', 'hole-before-static': ['error', { minimumTokens: '1k' }] },
    };
    assert.deepEqual(Object.keys(stated).sort(), [...Object.keys(options), 'rules'].sort());
    const read = config(stated);
    assert.deepEqual(read.budgets, [{ prompts: 'bakery/*#BREAD', maxTokens: 1500 }]);
    assert.deepEqual(
      { ...read.prices['rye-7b'] },
      { input: 2.5, output: 3, source: 'contract', date: '2026-10-01' },
    );
    assert.equal(read.models.aliases['FAST'], 'gpt-4.1-mini');
    assert.equal(read.tokenizers['gemini-*'], './gemma/tokenizer.json');
    assert.deepEqual(read.calibration['claude-4.7'], { english: { factor: 1.43, band: 0.04 } });
    assert.deepEqual({ ...read.volumes['bakery/a.ts#BREAD'] }, { callsPerDay: 12_000, cacheHitRate: 0.6 });
    assert.equal(read.currency?.perUsd, 0.86);
    assert.deepEqual([read.pricing.asOf, read.cache.minimumStaticCharacters], ['2026-02-28', 0]);
    assert.deepEqual(read.rules['unused-suppression'], { level: 'off', options: {} });
    assert.deepEqual(read.rules['hole-before-static'], {
      level: 'error',
      options: { minimumTokens: 1000, assumedMinimum: 1024 },
    });
  });

  it('refuses prices and rates that nobody means', () => {
    const price = { input: 1e300, output: '$999999999', source: 'contract', date: '2026-11-01' };
    const currency = { code: 'EUR', perUsd: 0, date: '2026-11-01' };
    const sane = 'must be US dollars per million tokens, such as 3 or "$2.50", and at most 100,000';
    assert.deepEqual(problems({ prices: { rye: price }, currency }), [
      `"prices.rye.input" ${sane}, not 1e+300`,
      `"prices.rye.output" ${sane}, not "$999999999"`,
      '"currency.perUsd" must be a rate above 0, such as 0.86, and at most 10,000,000, not 0',
    ]);
  });

  it('understands amounts as people write them', () => {
    const amounts: Record<string, number> = {
      '2k': 2000,
      '1.5K': 1500,
      '2,000': 2000,
      '12_000': 12000,
      '0.0015M': 1500,
      '1.1k': 1100,
    };
    for (const [written, meant] of Object.entries(amounts))
      assert.equal(
        config({ cache: { minimumStaticCharacters: written } }).cache.minimumStaticCharacters,
        meant,
        written,
      );
    for (const wrong of [
      '',
      'k',
      '-1',
      '1.0005k',
      '2g',
      '1e3',
      ' ',
      -1,
      1.5,
      Number.NaN,
      Infinity,
      2 ** 60,
      true,
      null,
      [],
      {},
    ])
      assert.equal(problems({ cache: { minimumStaticCharacters: wrong } }).length, 1, String(wrong));
  });

  it('knows days', () => {
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '26-01-01',
      '2026-1-1',
      'today',
      20260101,
      '2026-01-01T00:00',
    ])
      assert.equal(problems({ pricing: { asOf: wrong } }).length, 1, String(wrong));
    assert.equal(config({ pricing: { asOf: '2028-02-29' } }).pricing.asOf, '2028-02-29');
  });

  it('refuses a vocabulary or a calibration that cannot be meant', () => {
    assert.match(problems({ tokenizers: { '!gemini': './t.json' } }).join(), /must say what is meant/);
    assert.match(problems({ tokenizers: { 'gemini-*': 7 } }).join(), /must be the path of a file/);
    const band = 0.1;
    for (const factor of [0, -1, 11, '1.2', null, Number.NaN])
      assert.equal(
        problems({ calibration: { grok: { english: { factor, band } } } }).length,
        1,
        String(factor),
      );
    assert.match(
      problems({ calibration: { grok: { englsh: { factor: 1, band } } } }).join(),
      /did you mean "english"/,
    );
    assert.equal(problems({ calibration: { grok: { code: { factor: 1, band: 1.5 } } } }).length, 1);
  });

  it('tells the nearest key', () => {
    assert.deepEqual(problems({ defaultmodel: 'x' }), [
      'unknown key "defaultmodel": did you mean "defaultModel"?',
    ]);
    assert.deepEqual(problems({ bugdets: [] }), ['unknown key "bugdets": did you mean "budgets"?']);
    assert.deepEqual(problems({ cache: { minimum: 1 } }), [
      'unknown key "minimum": the keys here are minimumStaticCharacters, facts',
    ]);
  });

  it('reads budgets as people write them', () => {
    const read = config({
      budgets: [
        { calls: 'src/**', maxUsdPerCall: '5c', maxIncrease: '10%' },
        { owner: 'bakers', maxUsdPerMonth: '$1,200.50', maxIncrease: '2k' },
        { workspace: true, maxUsdPerCall: '0.7c', maxIncrease: '$0.01' },
        { prompts: '**', until: '2027-01-31', because: 'the oven is being built' },
      ],
    }).budgets;
    assert.deepEqual(read, [
      { calls: 'src/**', maxUsdPerCall: 0.05, maxIncrease: { unit: 'percent', value: 10 } },
      { owner: 'bakers', maxUsdPerMonth: 1200.5, maxIncrease: { unit: 'tokens', value: 2000 } },
      { workspace: true, maxUsdPerCall: 0.007, maxIncrease: { unit: 'usd', value: 0.01 } },
      { prompts: '**', until: '2027-01-31', because: 'the oven is being built' },
    ]);
  });

  it('says what a budget lacks, or has too much of', () => {
    const told = (budget: object) => problems({ budgets: [budget] })[0];
    assert.equal(
      told({ maxTokens: 1 }),
      '"budgets[0]" needs one of prompts, calls, owner, workspace: state it',
    );
    assert.equal(
      told({ prompts: '**', owner: 'bakers', maxTokens: 1 }),
      '"budgets[0]" has prompts and owner: keep one of them',
    );
    assert.equal(
      told({ prompts: '**' }),
      '"budgets[0]" needs at least one of maxTokens, maxUsdPerCall, maxUsdPerMonth, maxIncrease, until: state it',
    );
    assert.equal(
      told({ prompts: '**', until: '2027-01-31' }),
      '"budgets[0]" has "until" without "because": state it',
    );
    assert.match(
      told({ prompts: '**', maxUsdPerCall: 'cheap' }) ?? '',
      /must be US dollars or cents, such as/,
    );
    assert.match(told({ prompts: '**', maxIncrease: 'a bit' }) ?? '', /must be an increase such as "10%"/);
  });

  it('tells every mistake at once, with its path', () => {
    const paths: string[] = [];
    const result = readConfig(
      {
        include: 'src',
        budgets: [{}, { prompts: 1, maxTokens: 1 }],
        prices: { rye: { input: -1 } },
        defaultModel: '',
      },
      { file: 'x', line: (path) => paths.push(path.join('.')) },
      ruleSettings,
    );
    assert.equal(result.kind, 'problems');
    assert.deepEqual(paths.sort(), [
      'budgets.0',
      'budgets.1.prompts',
      'defaultModel',
      'include',
      'prices.rye',
      'prices.rye',
      'prices.rye',
      'prices.rye.input',
    ]);
  });

  it('survives hostile values', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    for (const value of [
      null,
      undefined,
      1,
      'x',
      [],
      cyclic,
      { exclude: cyclic },
      { prices: { rye: cyclic } },
    ])
      assert.notEqual(problems(value).length, 0);
    assert.deepEqual(problems(JSON.parse('{ "promptModels": { "__proto__": "gpt-4o" } }')), [
      '"__proto__" cannot be a name',
    ]);
    assert.equal(problems(JSON.parse('{ "__proto__": { "defaultModel": "gpt-4o" } }')).length, 1);
    assert.equal(config(Object.create({ defaultModel: 'inherited' })).defaultModel, null);
  });

  it('finds no names that nobody stated', () => {
    const { models, promptModels } = config({ models: { aliases: {} }, promptModels: {} });
    assert.equal(models.aliases['constructor'], undefined);
    assert.equal(promptModels['toString'], undefined);
  });

  it('tells the same in its schema', () => {
    const schema = configSchema(ruleSettings);
    assert.equal(schema['additionalProperties'], false);
    assert.deepEqual(Object.keys(schema['properties'] as object), [
      ...Object.keys(options),
      'rules',
      '$schema',
    ]);
  });
});
