import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchPrompts } from '../../../src/core/changes/match.ts';
import type { MeteredPrompt } from '../../../src/core/report.ts';
import { prompt, text } from '../../report/harbour.ts';

const of = (id: string, words: string, more: Partial<MeteredPrompt> = {}): MeteredPrompt =>
  prompt({ id, path: id.split('#')[0] ?? '', segments: [text({ text: words })], ...more });

function matched(
  now: readonly MeteredPrompt[],
  before: readonly MeteredPrompt[],
  renamed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const matches = matchPrompts(now, before, new Map(Object.entries(renamed)));
  return Object.fromEntries([...matches].map(([prompt, was]) => [prompt.id, was.id]));
}

const fog = 'In fog every ship waits outside.\nThe lighthouse speaks first.\nNobody overtakes the pilot.';

describe('a prompt before and after a change', () => {
  it('is the one with the same id, whatever it says now', () => {
    assert.deepEqual(matched([of('a.ts#FOG', 'new')], [of('a.ts#FOG', 'old'), of('b.ts#FOG', 'new')]), {
      'a.ts#FOG': 'a.ts#FOG',
    });
  });

  it('is followed into the new name of its file', () => {
    const now = [of('fog/rules.ts#FOG', 'new')];
    assert.deepEqual(matched(now, [of('fog.ts#FOG', 'old')], { 'fog/rules.ts': 'fog.ts' }), {
      'fog/rules.ts#FOG': 'fog.ts#FOG',
    });
  });

  it('is followed by its text, and by its name in another file', () => {
    const now = [of('b.ts#MIST', fog), of('c.ts#TIDE', 'Say when the water is high.')];
    const before = [of('a.ts#FOG', fog), of('a.ts#TIDE', 'Say when it is low.')];
    assert.deepEqual(matched(now, before), { 'b.ts#MIST': 'a.ts#FOG', 'c.ts#TIDE': 'a.ts#TIDE' });
  });

  it('is followed by most of its lines where name and text are new, so that renaming hides no growth', () => {
    const grown = `${fog}\nThe tug comes when the bell rings twice.`;
    assert.deepEqual(matched([of('a.ts#MIST', grown)], [of('a.ts#FOG', fog)]), { 'a.ts#MIST': 'a.ts#FOG' });
    assert.deepEqual(matched([of('a.ts#MIST', 'Quite another thing.')], [of('a.ts#FOG', fog)]), {});
  });

  it('is not guessed among several that are alike', () => {
    const before = [of('a.ts#ONE', fog), of('a.ts#TWO', fog)];
    const { 'b.ts#FOG': was } = matched([of('b.ts#FOG', fog)], before);
    assert.ok(was === 'a.ts#ONE' || was === 'a.ts#TWO');
    assert.deepEqual(matched([], before), {});
  });
});
