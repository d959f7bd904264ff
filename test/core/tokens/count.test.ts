import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EncodingName } from '../../../src/core/host.ts';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { TokenCounter } from '../../../src/core/tokens/count.ts';
import { tokenizerOf } from '../../../src/core/tokens/tokenizer.ts';
import { loadEncoding } from './counters.ts';
import { hole, text } from './segments.ts';

const counter = new TokenCounter({ loadEncoding });
const tokensOf = (content: string, model: string | null = 'gpt-4o') => counter.count(content, model).count;

describe('a text', () => {
  const recipe =
    'Mix flour, water and salt. Fold every half hour. Bake at 240 degrees until the crust is dark.';

  it('is counted exactly for OpenAI', () => {
    assert.deepEqual(counter.count(recipe, 'gpt-4o'), {
      count: 23,
      certainty: 'exact',
      band: 0,
      encoding: 'o200k_base',
    });
    assert.equal(counter.count(recipe, 'gpt-4').encoding, 'cl100k_base');
  });

  it("is counted for Claude by o200k's count and a factor, with the doubt of a short text added", () => {
    const { factor, band } = tokenizerOf('claude-sonnet-4-5').factors.english;
    assert.deepEqual(counter.count(recipe, 'claude-sonnet-4-5'), {
      count: Math.round(23 * factor),
      certainty: 'calibrated',
      band: Math.round(Math.hypot(band, 0.6 / Math.sqrt(23 * factor)) * 1000) / 1000,
      encoding: 'o200k_base',
    });
  });

  it('is counted approximately where the model is not known', () => {
    assert.deepEqual(counter.count(recipe, null), {
      count: 23,
      certainty: 'approximate',
      band: 0.3,
      encoding: 'o200k_base',
    });
  });
});

describe('the segments of a prompt', () => {
  const count = (segments: readonly Segment[], model: string | null = 'gpt-4o') =>
    counter.countSegments(segments, model);

  it('that touch are counted as one text, because a token may cross from one into the next', () => {
    const { tokens, segmentTokens } = count([text('Slice the bre'), text('ad thinly')]);
    assert.equal(tokens.count, tokensOf('Slice the bread thinly'));
    assert.deepEqual(segmentTokens, [tokensOf('Slice the bre'), tokensOf('ad thinly')]);
    assert.notEqual(tokens.count, tokensOf('Slice the bre') + tokensOf('ad thinly'));
  });

  it('on both sides of a hole are counted apart', () => {
    const { tokens, segmentTokens } = count([text('Bake the sour'), hole(), text('dough bread')]);
    assert.equal(tokens.count, tokensOf('Bake the sour') + tokensOf('dough bread'));
    assert.equal(tokens.most, undefined);
    assert.deepEqual(segmentTokens, [tokensOf('Bake the sour'), null, tokensOf('dough bread')]);
  });

  it('with alternatives count the smallest, and the largest as most', () => {
    const [short, long] = ['Be brief.', 'Explain every step of the recipe to a child of six.'];
    const { tokens, segmentTokens } = count([
      text('You bake.'),
      hole('unknown', [[text(long)], [text(short)]]),
    ]);
    assert.equal(tokens.count, tokensOf('You bake.') + tokensOf(short));
    assert.equal(tokens.most, tokensOf('You bake.') + tokensOf(long));
    assert.deepEqual(segmentTokens, [tokensOf('You bake.'), null]);
  });

  it('with an alternative that is empty may count nothing for it', () => {
    const { tokens } = count([hole('unknown', [[], [text('Add salt.')]])]);
    assert.equal(tokens.count, 0);
    assert.equal(tokens.most, tokensOf('Add salt.'));
  });

  it('with alternatives inside alternatives', () => {
    const inner = hole('unknown', [[text('rye')], [text('a very dark pumpernickel')]]);
    const { tokens } = count([hole('unknown', [[text('Bake '), inner], [text('Rest.')]])]);
    assert.equal(tokens.count, tokensOf('Rest.'));
    assert.equal(tokens.most, tokensOf('Bake ') + tokensOf('a very dark pumpernickel'));
  });

  it('nested without end stop', () => {
    let nested: Segment = text('dough');
    for (let i = 0; i < 10_000; i++) nested = hole('unknown', [[nested]]);
    assert.equal(count([text('Bake.'), nested]).tokens.count, tokensOf('Bake.'));
  });

  it('are scaled like their whole', () => {
    const parts = [
      text('Bake a loaf of rye bread for every guest who comes today.'),
      hole(),
      text('Then clean the oven and the floor.'),
    ];
    const { tokens, segmentTokens } = count(parts, 'claude-opus-4-8');
    const sum = segmentTokens.reduce<number>((total, part) => total + (part ?? 0), 0);
    assert.ok(Math.abs(sum - tokens.count) <= 1, `${sum} and ${tokens.count}`);
    assert.ok(tokens.band > 0.15 && tokens.band < 0.2, String(tokens.band));
  });

  it('in several kinds are scaled each by its own factor', () => {
    const [english, chinese] = ['Translate for the baker:', '面包师傅每天早上四点起床，准备当天的面包。'];
    const { tokens, segmentTokens } = count([text(english), hole(), text(chinese)], 'gemini-2.5-pro');
    const { factors } = tokenizerOf('gemini-2.5-pro');
    assert.deepEqual(segmentTokens, [
      Math.round(tokensOf(english) * factors.english.factor),
      null,
      Math.round(tokensOf(chinese) * factors.chinese.factor),
    ]);
    assert.ok(Math.abs(tokens.count - (segmentTokens[0] ?? 0) - (segmentTokens[2] ?? 0)) <= 1);
  });

  it('none of them count nothing', () => {
    assert.deepEqual(count([]), {
      tokens: { count: 0, certainty: 'exact', band: 0, encoding: 'o200k_base' },
      segmentTokens: [],
    });
  });
});

describe('a token counter', () => {
  it('loads an encoding when the first text needs it, and once', () => {
    const loaded: EncodingName[] = [];
    const lazy = new TokenCounter({
      loadEncoding(name) {
        loaded.push(name);
        return loadEncoding(name);
      },
    });
    assert.deepEqual(loaded, []);
    lazy.count('rye', 'gpt-4o');
    lazy.count('spelt', 'claude-sonnet-4-5');
    assert.deepEqual(loaded, ['o200k_base']);
    lazy.count('spelt', 'gpt-4');
    assert.deepEqual(loaded, ['o200k_base', 'cl100k_base']);
  });
});
