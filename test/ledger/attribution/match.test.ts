import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Prompt, Segment } from '../../../src/core/prompts/prompt.ts';
import { PromptIndex } from '../../../src/ledger/attribution/match.ts';
import { promptPrints, type PromptPrints } from '../../../src/ledger/attribution/promptPrints.ts';
import { sketchOf, type SentText } from '../../../src/ledger/attribution/sketch.ts';
import { Random } from './random.ts';

const range = { start: 0, end: 0 };
const text = (value: string): Segment => ({ kind: 'text', text: value, path: '', range, map: [] });
const hole = (): Segment => ({
  kind: 'hole',
  expression: 'x',
  path: '',
  range,
  varies: 'request',
  because: 'parameter',
});

/** `{…}` marks a hole. */
function prompt(id: string, template: string, role: Prompt['role'] = 'system'): PromptPrints {
  const segments = template
    .split(/(\{\})/)
    .filter((part) => part !== '')
    .map((part) => (part === '{}' ? hole() : text(part)));
  const prints = promptPrints({ id, role, segments });
  assert.ok(prints !== null, `${id} has nothing to go by`);
  return prints;
}

function sent(...texts: readonly (string | SentText)[]): readonly number[] {
  const all = texts.map((one) => (typeof one === 'string' ? ({ role: 'system', text: one } as const) : one));
  return sketchOf(all)?.prints ?? [];
}

const desk =
  'You are the order desk of the harbour bakery. Answer in the language of the customer, never promise a loaf that is not ' +
  'in the list of today, and end with the pier where the order can be fetched. Today is {}. The list of today: {}. ' +
  'When somebody asks for anything but bread, say kindly that this desk takes orders only and nothing else.';
const complaints =
  'You are the order desk of the harbour bakery. Answer in the language of the customer, never promise a loaf that is not ' +
  'in the list of today, and end with the pier where the order can be fetched. This customer has a complaint: {}. ' +
  'Say sorry once, offer a fresh loaf or the money back, and do not argue about who was late to the pier.';

describe('a request', () => {
  const index = new PromptIndex([prompt('a#desk', desk), prompt('a#complaints', complaints)]);

  it('is known by its prompt, whatever fills the holes', () => {
    const random = new Random('flour');
    for (let round = 0; round < 200; round++) {
      const filled = desk.replace(/\{\}/g, () => random.text(random.below(round < 190 ? 60 : 8000)));
      assert.deepEqual(
        index.match(sent(filled)),
        ['a#desk'],
        `seed flour, round ${round}: ${filled.slice(0, 300)}`,
      );
    }
  });

  it('is told from one that begins alike', () => {
    const random = new Random('water');
    for (let round = 0; round < 200; round++) {
      const filled = complaints.replace(/\{\}/g, () => random.text(random.below(200)));
      assert.deepEqual(index.match(sent(filled)), ['a#complaints'], `seed water, round ${round}`);
    }
  });

  it('belongs to nobody when only its opening is known', () => {
    const other =
      desk.slice(0, 240) +
      'Write the names of the boats that lie at anchor, each with its length in feet and the day it came.';
    assert.deepEqual(index.match(sent(other)), []);
  });

  it('is known with other indentation, escapes and quotes', () => {
    const wrapped = desk.replaceAll('{}', 'now').replaceAll(' ', '\n      ').replaceAll(',', '”,');
    assert.deepEqual(index.match(sent(wrapped)), ['a#desk']);
  });

  it('is known where the prompt is far inside of a long text', () => {
    const random = new Random('salt');
    const around = `${random.text(1000)}\n${desk.replaceAll('{}', 'today')}\n${random.text(1000)}`;
    assert.deepEqual(index.match(sent(around)), ['a#desk']);
  });

  it('is charged to its system prompt, and counts for the template of its message too', () => {
    const both = new PromptIndex([
      prompt(
        'a#ask',
        'Here is the order as it came in by radio, write it down line by line: {}. Only what is said, please, and no more than that.',
        'user',
      ),
      prompt('a#desk', desk),
    ]);
    const asked =
      'Here is the order as it came in by radio, write it down line by line: two rye. Only what is said, please, and no more than that.';
    assert.deepEqual(both.match(sent(desk.replaceAll('{}', 'x'), { role: 'user', text: asked })), [
      'a#desk',
      'a#ask',
    ]);
    assert.deepEqual(both.match(sent({ role: 'user', text: asked })), ['a#ask']);
    assert.deepEqual(both.match(sent({ role: 'assistant', text: asked })), []);
  });

  it('is charged to the longer of two prompts of which one is a part of the other', () => {
    const parts = new PromptIndex([
      prompt(
        'a#part',
        'Answer in the language of the customer, never promise a loaf that is not in the list of today.',
      ),
      prompt('a#desk', desk),
    ]);
    const [first] = parts.match(sent(desk.replaceAll('{}', '')));
    assert.equal(first, 'a#desk');
  });

  it('is known by a short prompt only where that is all it says', () => {
    const short = new PromptIndex([prompt('a#helper', 'You are a helpful baker.')]);
    assert.deepEqual(short.match(sent('You are a helpful baker.')), ['a#helper']);
    assert.deepEqual(short.match(sent('You are a helpful baker who sells boats by the sea.')), []);
  });

  it('is known in scripts without blanks', () => {
    const japanese = new PromptIndex([
      prompt('a#ja', 'あなたは港のパン屋の注文係です。今日の日付は{}です。丁寧に答えてください。'),
    ]);
    assert.deepEqual(
      japanese.match(
        sent('あなたは港のパン屋の注文係です。今日の日付は十一月二日です。丁寧に答えてください。'),
      ),
      ['a#ja'],
    );
    assert.deepEqual(japanese.match(sent('あなたは港の船の案内係です。船の名前を全部教えてください。')), []);
  });

  it('does not take a word that a hole goes on for a whole one', () => {
    const glued = new PromptIndex([
      prompt(
        'a#glued',
        'Write the receipt for the order with the number order{}th and thank the customer for it by name.',
      ),
    ]);
    assert.deepEqual(
      glued.match(
        sent(
          'Write the receipt for the order with the number order17th and thank the customer for it by name.',
        ),
      ),
      ['a#glued'],
    );
  });

  it('is known by how its prompt once read', () => {
    const before = desk.replace('end with the pier', 'always end with the number of the pier');
    const versions = new PromptIndex([
      prompt('a#desk', before),
      prompt('a#desk', desk),
      prompt('a#complaints', complaints),
    ]);
    assert.deepEqual(versions.match(sent(before.replaceAll('{}', 'x'))), ['a#desk']);
    assert.deepEqual(versions.match(sent(desk.replaceAll('{}', 'x'))), ['a#desk']);
  });
});
