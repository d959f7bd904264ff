import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompressionEdit } from '../../../src/core/compress/edited.ts';
import { keptOf } from '../../../src/core/compress/signature.ts';
import { validate, type Rules } from '../../../src/core/compress/validate.ts';
import { viewOf } from '../../../src/core/compress/view.ts';
import { vocabularies } from './counting.ts';

const rules: Rules = { ordered: true, words: 'declared', orders: 'free', patterns: [] };

/** Prompts with a constraint in every sentence. */
const prompts: readonly string[] = [
  'You are the harbour office. Never name the price of a berth. You must answer within 24 hours, but only in English.',
  'Write at most 3 sentences. Do not use "Ahoy". If the boat {name} is longer than 12 metres, ask the HARBOUR_MASTER first.',
  'Always cite https://harbour.example/rules unless the captain has read it. Return JSON with `berth` and <price>.',
  '# Rules\n- You should not promise a berth before noon.\n- You may refuse, except when it storms.\n1. Ask.\n2. Answer.',
  'Du bist das Hafenbüro. Nenne nie den Preis, und antworte immer nur auf Deutsch, wenn der Kapitän nicht fragt.',
  'Vous êtes le bureau du port. Ne donnez jamais le prix, sauf si le capitaine de la vedette le demande.',
  'Usted es la oficina del puerto. No diga nunca el precio de la plaza, excepto si el capitán lo pide.',
];

const opposites: Readonly<Record<string, string>> = {
  never: 'always',
  always: 'never',
  must: 'may',
  should: 'must',
  may: 'must',
  not: 'now',
  only: 'also',
  unless: 'when',
  if: 'unless',
  before: 'after',
};

describe('the validator', () => {
  for (const prompt of prompts) {
    const view = viewOf(prompt, { level: 'safe', isWhole: true, patterns: [] }, vocabularies);
    const kept = keptOf(view);

    it(`knows what must stay in "${prompt.slice(0, 40)}…"`, () => assert.ok(kept.length >= 4));

    it('notices the loss of each', () => {
      for (const { what, start, end } of kept)
        assert.ok(losses(prompt, { start, end, text: '' }).length > 0, `${what} at ${start}`);
    });

    it('notices that one is said twice', () => {
      for (const { what, start, end, kind } of kept)
        if (kind !== 'heading')
          assert.ok(
            losses(prompt, { start: end, end, text: ` ${prompt.slice(start, end)}` }).length > 0,
            what,
          );
    });

    it('notices a constraint that is turned round', () => {
      for (const { start, end } of kept) {
        const turned = opposites[prompt.slice(start, end).toLowerCase()];
        if (turned !== undefined)
          assert.ok(losses(prompt, { start, end, text: turned }).length > 0, prompt.slice(start, end));
      }
    });

    it('notices every word that goes', () => {
      for (const match of prompt.matchAll(/\p{L}{5,}/gu)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (allowed.test(match[0])) continue;
        assert.ok(losses(prompt, { start, end, text: '' }).length > 0, match[0]);
      }
    });

    it('says nothing where nothing changed but blanks', () => {
      const at = prompt.indexOf(' ');
      assert.deepEqual(losses(prompt, { start: at, end: at, text: ' ' }), []);
    });
  }

  it('notices that two constraints changed places', () => {
    const text = 'You must never name the price of the berth, but you may always name the berth.';
    const swapped = text.replace('must', '@').replace('may', 'must').replace('@', 'may');
    assert.deepEqual(
      losses(text, { start: 0, end: text.length, text: swapped }).map(({ kind }) => kind),
      ['order'],
    );
  });

  it('lets a sentence go that is still said elsewhere, and no other', () => {
    const text =
      'Never name the price of the berth.\nAlways name the berth.\nNever name the price of the berth.';
    const last = text.lastIndexOf('\n');
    assert.deepEqual(losses(text, { start: last, end: text.length, text: '' }), []);
    assert.ok(losses(text, { start: text.indexOf('\n'), end: last, text: '' }).length > 0);
  });
});

/** Words that a phrase of some table lets go by itself, so that their loss alone says nothing. */
const allowed = /^(?:price|which|answer|first|about|write|return)$/i;

function losses(
  text: string,
  edit: { readonly start: number; readonly end: number; readonly text: string },
): ReturnType<typeof validate> {
  const edits: CompressionEdit[] = [{ ...edit, passes: ['test'], group: 1 }];
  return validate(text, edits, rules, vocabularies);
}
