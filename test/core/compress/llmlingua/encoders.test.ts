import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Tokenizer } from '@huggingface/tokenizers';
import { readEncoder, readVocabulary } from '../../../../src/core/compress/llmlingua/readEncoder.ts';
import type { Encoder } from '../../../../src/core/compress/llmlingua/encoder.ts';
import { randomFrom } from '../../../hostile/mutate.ts';
import { knownWords, unigramJson, wordPieceJson } from '../../../tinyModels/vocabularies.ts';

const runs = 1500;

/** What tokenizers treat differently, in any order. */
const crumbs: readonly string[] = [
  ...knownWords,
  ...[
    'harbourmaster',
    'bakeries',
    "don't",
    'ÉCLAIR',
    'naïve',
    'Straße',
    'İ',
    'e\u0301',
    'ﬁ',
    '½',
    '①',
    '㎏',
    'Ａ',
    '～',
  ],
  ...[
    '漢字',
    '港船',
    'パンで',
    'ｶﾞ',
    '가나',
    '\u1100\u1161',
    'ㄱㅏ',
    'αβγ',
    'джем',
    'नमस्ते',
    '\u0E01\u0E33',
    '🥐',
    '👩‍🍳',
  ],
  ...[
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\u00A0',
    '\u3000',
    '\u2028',
    '\u200B',
    '\u00AD',
    '\uFEFF',
    '\u0000',
    '\u0085',
    '\u000B',
  ],
  ...[
    '.',
    ',',
    '...',
    '!?',
    '(',
    '){}',
    '#',
    '$',
    '—',
    '«»',
    '_',
    '-',
    "'",
    '’',
    '`',
    '<b>',
    '@',
    '\u2581',
    '\uFFFD',
    '\uFFFC',
  ],
  ...[
    'x'.repeat(101),
    'ab'.repeat(70),
    '12',
    '3.14',
    'https://harbour.example/a?b=c',
    '{name}',
    '\u0300\u0301',
  ],
];

const kinds = {
  'WordPiece with capitals': wordPieceJson(false),
  'WordPiece without capitals and accents': wordPieceJson(true),
  'Unigram that splits at blanks': unigramJson(true),
  'Unigram in which blanks are pieces': unigramJson(false),
} as const;

for (const [name, json] of Object.entries(kinds)) {
  const encoder = encoderOf(json);
  const oracle = new Tokenizer(json, {});

  describe(name, () => {
    it('makes the tokens that the library of Hugging Face makes', () => {
      for (let seed = 1; seed <= runs; seed++) {
        const text = textOf(seed);
        const expected = oracle.encode(text, { add_special_tokens: false }).ids;
        const found = encoder.encode(text).map(({ id }) => id);
        assert.deepEqual(found, expected, `seed ${seed}: ${JSON.stringify(text)}`);
      }
    });

    it('frames them as the model wants them', () => {
      const [first, ...rest] = oracle.encode('the harbour').ids;
      assert.deepEqual([first, rest.at(-1)], [encoder.opening, encoder.closing]);
    });

    it('knows where each of them stands', () => {
      for (let seed = 1; seed <= runs; seed++) {
        const text = textOf(seed);
        let [start, end] = [0, 0];
        for (const token of encoder.encode(text)) {
          assert.ok(token.start >= start && token.end >= end && token.start <= token.end, `seed ${seed}`);
          [start, end] = [token.start, token.end];
        }
        assert.ok(end <= text.length);
      }
    });

    it('puts known words where they are said', () => {
      const text = '  the harbour,\n\tthe oven.';
      const said = encoder.encode(text).map((token) => text.slice(token.start, token.end).trim());
      assert.deepEqual(
        said.filter((piece) => piece !== ''),
        ['the', 'harbour', ',', 'the', 'oven', '.'],
      );
    });
  });
}

describe('a tokenizer file', () => {
  it('is refused where it is of another kind', () => {
    assert.match(whyNot({ model: { type: 'BPE' } }), /kind BPE, and WordPiece or Unigram is needed/);
    assert.match(whyNot(null), /kind none/);
    assert.match(whyNot([]), /kind none/);
    assert.match(whyNot({ model: { type: 'Unigram', vocab: [['a']] } }), /row 0 of its vocabulary/);
    assert.match(whyNot({ model: { type: 'Unigram', vocab: [] } }), /no <s>/);
    assert.match(
      whyNot({ ...wordPieceJson(false), normalizer: { type: 'NFC' } }),
      /not normalised as for BERT/,
    );
    assert.match(whyNot({ ...wordPieceJson(false), model: { type: 'WordPiece', vocab: {} } }), /no \[CLS\]/);
    assert.match(whyNot({ ...unigramJson(true), normalizer: { type: 'Strip' } }), /normalised by Strip/);
    assert.match(
      whyNot({ ...unigramJson(true), pre_tokenizer: { type: 'ByteLevel' } }),
      /told apart by ByteLevel/,
    );
  });

  it('may be a list of pieces', () => {
    const json = wordPieceJson(false);
    const pieces = Object.entries(json.model.vocab).sort(([, a], [, b]) => a - b);
    const listed = readVocabulary(`${pieces.map(([piece]) => piece).join('\r\n')}\n`, false);
    assert.ok(listed.kind === 'encoder');
    const text = 'The harbourmaster sells bread.';
    assert.deepEqual(listed.encoder.encode(text), encoderOf(json).encode(text));
  });
});

function encoderOf(json: object): Encoder {
  const reading = readEncoder(JSON.parse(JSON.stringify(json)));
  return reading.kind === 'encoder' ? reading.encoder : assert.fail(reading.why);
}

function whyNot(json: unknown): string {
  const reading = readEncoder(json);
  return reading.kind === 'problem' ? reading.why : assert.fail('it was taken');
}

function textOf(seed: number): string {
  const random = randomFrom(seed);
  const length = 1 + Math.floor(random() * 14);
  const glue = ['', ' ', ''][Math.floor(random() * 3)] ?? '';
  return Array.from({ length }, () => crumbs[Math.floor(random() * crumbs.length)] ?? '').join(glue);
}
