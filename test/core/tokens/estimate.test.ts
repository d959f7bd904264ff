import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { estimate } from '../../../src/core/tokens/estimate.ts';
import type { Factors } from '../../../src/core/tokens/tokenizer.ts';

const factors: Factors = {
  prose: { factor: 1, band: 0.01 },
  code: { factor: 2, band: 0.02 },
  cjk: { factor: 4, band: 0.04 },
};
const factorOf = (text: string) => estimate(text, factors).factor;

describe('the kind of a text', () => {
  it('is prose for instructions, lists and questions', () => {
    assert.equal(
      factorOf('You are the night baker. Answer in one sentence: which loaf goes into the oven first?'),
      1,
    );
    assert.equal(
      factorOf(
        '- Greet the customer by name.\n- Never promise a cake for today.\n- If they ask for rye, say "tomorrow".',
      ),
      1,
    );
    assert.equal(factorOf('Ты пекарь. Отвечай кратко и вежливо.'), 1);
    assert.equal(factorOf(''), 1);
  });

  it('is code for programs and data', () => {
    assert.equal(factorOf('function bake(loaf: Loaf): Oven {\n  return { loaf, degrees: 240 };\n}'), 2);
    assert.equal(factorOf('{"loaf": "rye", "grams": [500, 750], "seeded": true}'), 2);
    for (const path of ['typescript/lib/lib.es5.d.ts', 'yaml/dist/compose/composer.js'])
      assert.equal(factorOf(readFileSync(`node_modules/${path}`, 'utf8')), 2, path);
  });

  it('is Chinese, Japanese or Korean', () => {
    for (const text of ['你是一位面包师。', 'あなたはパン職人です。', '당신은 제빵사입니다'])
      assert.ok(Math.abs(factorOf(text) - 4) < 0.35, text);
  });

  it('is mixed by the tokens that each kind takes', () => {
    const mixed = estimate('Translate into English: 東京のパン屋は朝早くから開いています', factors);
    assert.ok(mixed.factor > 2 && mixed.factor < 4, `${mixed.factor}`);
    assert.ok(mixed.band > 0.01 && mixed.band < 0.04, `${mixed.band}`);
  });
});
