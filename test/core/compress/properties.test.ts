import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holeMark } from '../../../src/core/compress/draft.ts';
import { phrasesOf } from './expanded.ts';
import { lexicons } from '../../../src/core/compress/lexicons/index.ts';
import { levels } from '../../../src/core/compress/lexicons/lexicon.ts';
import { randomFrom } from '../../hostile/mutate.ts';
import { count, shorten } from './counting.ts';

const runs = 400;

/** Pieces of prompts, in any order: what is left of a text must hold whatever stands beside it. */
const pieces: readonly string[] = [
  ...lexicons.flatMap((lexicon) => phrasesOf(lexicon).map(({ from }) => from)),
  ...[
    'You must',
    'never',
    'not',
    'only if',
    'at most 3 words',
    'the berth',
    'of the harbour',
    'a captain',
    'please',
  ],
  ...[
    '{name}',
    '{{ x }}',
    '${a.b}',
    holeMark,
    '"quoted   words"',
    '`code`',
    'https://a.example/b?c=d',
    'JSON',
    'snake_case',
  ],
  ...[
    '\n',
    '\n\n\n',
    '   ',
    '\t',
    '. ',
    ', ',
    ': ',
    '- ',
    '1. ',
    '# Head\n',
    '```\n',
    '| a   |   b |\n',
    '======\n',
  ],
  ...[
    '{\n  "a": [ 1, 2 ]\n}',
    'Example:\n',
    'Input: x\n',
    '<example>\n',
    '</example>\n',
    'é',
    '漢字',
    '\uD83D',
    '\r\n',
  ],
];

describe('every compression', () => {
  it('ends, is never larger, loses no word that nobody declared, and leaves nothing to do', () => {
    for (let seed = 1; seed <= runs; seed++) {
      const text = textOf(randomFrom(seed));
      for (const level of levels) {
        const result = shorten(text, level);
        const replay = `seed ${seed}, ${level}: ${JSON.stringify(text)}`;
        assert.ok(
          count(result.text.replaceAll(holeMark, '')) <= count(text.replaceAll(holeMark, '')) + 1,
          replay,
        );
        assert.ok(result.tokens.after <= result.tokens.before, replay);
        assert.equal(holes(result.text), holes(text), replay);
        assert.equal(shorten(result.text, level).text, result.text, `again: ${replay}`);
      }
    }
  });
});

function holes(text: string): number {
  return text.split(holeMark).length - 1;
}

function textOf(next: () => number): string {
  const length = 3 + Math.floor(next() * 40);
  return Array.from({ length }, () => {
    const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
    const said = next() < 0.3 ? piece.charAt(0).toUpperCase() + piece.slice(1) : piece;
    return next() < 0.7 ? `${said} ` : said;
  }).join('');
}
