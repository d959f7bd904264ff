import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { readConfig } from '../../src/core/config.ts';
import { ruleSettings } from '../../src/core/rules/settings.ts';
import { jsonReport } from '../../src/report/json.ts';
import { assertReportDocument } from '../cli/schemas.ts';
import { call, hole, prompt, report, text } from './harbour.ts';

/** What a reader of the contract may rely on, and a document that does not keep it. */
const breaches: Readonly<Record<string, readonly [from: RegExp, to: string]>> = {
  'another version': [/"schemaVersion": 1/, '"schemaVersion": 2'],
  'a prompt without its cache': [/,\s*"cache": null/, ''],
  'a cost of text': [/"usdPerCall": 0.0031/, '"usdPerCall": "$0.0031"'],
  'a key that nobody knows': [/"role": "system"/, '"role": "system", "colour": "red"'],
  'a line that is not counted from 1': [/"startLine": 1,/, '"startLine": 0,'],
  'half a token': [/"tokens": 1240/, '"tokens": 1240.5'],
  'a role that does not exist': [/"role": "system"/, '"role": "captain"'],
  'a date that is none': [/"date": "2026-10-01"/, '"date": "yesterday"'],
  'nothing where a list should be': [/"unread": \[\]/, '"unread": null'],
};

describe('the schema of the report', () => {
  const whole = [
    ...jsonReport(report({ prompts: [prompt({ segments: [text(), hole()] })], calls: [call()] }), '1', null),
  ].join('');

  it('accepts a report', () => {
    assertReportDocument(whole);
  });

  for (const [name, [from, to]] of Object.entries(breaches))
    it(`refuses ${name}`, () => {
      assert.match(whole, from);
      assert.throws(() => {
        assertReportDocument(whole.replace(from, to));
      }, assert.AssertionError);
    });
});

describe('the schema of the configuration', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../media/config.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv({ allErrors: true, strict: false, formats: { date: true } }).compile(schema);

  const values: readonly unknown[] = [
    {},
    {
      $schema: 'x',
      defaultModel: null,
      include: ['src/**'],
      exclude: [],
      cache: { minimumStaticCharacters: '1.5k' },
    },
    {
      budgets: [{ prompts: 'src/**', maxTokens: '2k' }],
      pricing: { asOf: '2026-10-01' },
      models: { aliases: { FAST: 'gpt-4o' } },
    },
    {
      prices: {
        'harbour-7b': { input: '$3', output: 2, cacheRead: 0.1, source: 'contract', date: '2026-10-01' },
      },
    },
    { budgets: [{ prompts: 'src/**' }] },
    { budgets: [{ prompts: 'src/**', maxTokens: 'lots' }] },
    { defualtModel: 'gpt-4o' },
    { exclude: 'src' },
    { prices: { 'harbour-7b': { input: -1, output: 2, source: 'x', date: '2026-10-01' } } },
    { pricing: { asOf: 'soon' } },
    { promptModels: { a: 1 } },
    [],
  ];

  for (const value of values)
    it(`says of ${JSON.stringify(value)} what the command line says`, () => {
      const { kind } = readConfig(value, { file: 'x', line: () => 1 }, ruleSettings);
      assert.equal(validate(value), kind === 'config');
    });
});
