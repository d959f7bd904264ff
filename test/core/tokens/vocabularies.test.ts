import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reading } from '../../../src/core/host.ts';
import { Vocabularies } from '../../../src/core/tokens/vocabularies.ts';
import { TokenCounter } from '../../../src/core/tokens/count.ts';
import { loadEncoding } from './counters.ts';
import { bakersVocabulary } from './bakersVocabulary.ts';

const path = './tokenizer.json';

function hostWith(files: Readonly<Record<string, string>>): {
  loadTokenizer: (path: string) => Reading;
  loadEncoding: typeof loadEncoding;
  asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    loadEncoding,
    loadTokenizer(name) {
      asked.push(name);
      const text = Object.hasOwn(files, name) ? files[name] : undefined;
      return text === undefined
        ? { kind: 'unreadable', why: 'there is no such file' }
        : { kind: 'text', text };
    },
  };
}

async function opened(file: unknown, settings?: string) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const host = hostWith({ [path]: text, ...(settings && { './tokenizer_config.json': settings }) });
  const vocabularies = await Vocabularies.open(host, { 'gemini-*': path });
  assert.ok(vocabularies);
  return { vocabularies, host };
}

describe("a person's own vocabulary", () => {
  it('counts exactly the models that its pattern matches', async () => {
    const { vocabularies } = await opened(bakersVocabulary);
    const vocabulary = vocabularies.for('models/gemini-2.5-pro');
    // "loaf", " loaf", " r", "y", "e".
    assert.equal(vocabulary?.count('loaf loaf rye'), 5);
    assert.equal(vocabularies.for('gpt-4o'), null);
    assert.deepEqual(vocabularies.problems, []);
  });

  it('is exact in a count, under the name of its file', async () => {
    const host = hostWith({ [path]: JSON.stringify(bakersVocabulary) });
    const options = { tokenizers: { 'gemini-*': path }, calibration: {} };
    const counter = await TokenCounter.open(host, options);
    assert.deepEqual(counter.count('loaf loaf rye', 'gemini-2.5-pro'), {
      count: 5,
      certainty: 'exact',
      band: 0,
      encoding: path,
    });
    assert.equal(counter.count('loaf loaf rye', 'gpt-4o').encoding, 'o200k_base');
  });

  it('reads the name of a special token in a prompt as plain text', async () => {
    const { vocabularies } = await opened(bakersVocabulary);
    const count = vocabularies.for('gemini-2.5-pro')?.count('<end>');
    assert.equal(count, '<end>'.length);
  });

  it('counts a long text in pieces as if it were whole', async () => {
    const { vocabularies } = await opened(bakersVocabulary);
    const vocabulary = vocabularies.for('gemini-2.5-pro');
    const line = 'loaf rye loaf\n';
    const one = vocabulary?.count(line) ?? 0;
    assert.equal(vocabulary?.count(line.repeat(10_000)), one * 10_000);
    assert.equal(vocabulary?.count('👩'.repeat(20_000)), (vocabulary?.count('👩') ?? 0) * 20_000);
  });

  it('is read when the first of its models is counted, and once', async () => {
    const { vocabularies, host } = await opened(bakersVocabulary);
    vocabularies.for('gpt-4o');
    assert.deepEqual(host.asked, []);
    vocabularies.for('gemini-2.5-pro');
    vocabularies.for('gemini-2.5-flash');
    assert.deepEqual(host.asked, [path, './tokenizer_config.json']);
  });

  it('is nothing, and nothing is loaded, where none is named', async () => {
    assert.equal(await Vocabularies.open(hostWith({}), {}), null);
  });
});

describe('a vocabulary that cannot be used', () => {
  const { model } = bakersVocabulary;
  const cases: readonly (readonly [why: RegExp, file: unknown, settings?: string])[] = [
    [/no JSON object/, '<!doctype html>'],
    [/no JSON object/, '[1, 2]'],
    [/no JSON object/, '{"model":'],
    [/no JSON object/, '['.repeat(100_000)],
    [/no "model" with a "vocab"/, {}],
    [/no "model" with a "vocab"/, { ...bakersVocabulary, model: { ...model, vocab: {} } }],
    [/no "model" with a "vocab"/, { ...bakersVocabulary, model: { ...model, type: 'Oven' } }],
    [/the tokenizer_config\.json beside it/, bakersVocabulary, 'no'],
    [
      /could take for ever/,
      { ...bakersVocabulary, pre_tokenizer: { type: 'Split', pattern: { Regex: '(a+)+$' } } },
    ],
    [/library that runs it says/, { ...bakersVocabulary, pre_tokenizer: { type: 'Oven' } }],
    [/library that runs it says/, { model }],
  ];
  for (const [why, file, settings] of cases)
    it(`is told why: ${why.source}, ${JSON.stringify(file).slice(0, 50)}`, async () => {
      const { vocabularies } = await opened(file, settings);
      assert.equal(vocabularies.for('gemini-2.5-pro'), null);
      assert.equal(vocabularies.for('gemini-2.5-flash'), null);
      assert.equal(vocabularies.problems.length, 1);
      assert.equal(vocabularies.problems[0]?.path, path);
      assert.match(vocabularies.problems[0]?.why ?? '', why);
      assert.match(
        vocabularies.problems[0]?.why ?? '',
        /; the models it was meant for are counted without it$/,
      );
    });

  it('is told when it is not there, and its models are counted by their family', async () => {
    const counter = await TokenCounter.open(hostWith({}), {
      tokenizers: { 'gemini-*': path },
      calibration: {},
    });
    assert.equal(counter.count('loaf', 'gemini-2.5-pro').certainty, 'calibrated');
    assert.match(counter.problems[0]?.why ?? '', /^there is no such file; /);
  });
});
