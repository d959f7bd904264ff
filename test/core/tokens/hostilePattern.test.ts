import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostilePattern } from '../../../src/core/tokens/hostilePattern.ts';

const split = (Regex: string) => ({
  type: 'Sequence',
  pretokenizers: [{ type: 'Split', pattern: { Regex } }],
});

describe('the pattern of a tokenizer', () => {
  it('is fine where published vocabularies have it', () => {
    const published = [
      String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
      String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t)?|\p{N}`,
      String.raw`[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_{|}~][A-Za-z]+|[^\r\n\p{L}]?[\p{L}\p{M}]+`,
      String.raw`\(a+\)+[(b+)]+`,
    ];
    for (const pattern of published) assert.equal(hostilePattern(split(pattern)), null, pattern);
    assert.equal(hostilePattern(null), null);
    assert.equal(hostilePattern({ type: 'ByteLevel', use_regex: true }), null);
  });

  it('is told where it repeats what repeats', () => {
    for (const pattern of ['(a+)+$', '(?:x|y*)*z', '((b{2,}) )+!', '(?:(?:q+))+'])
      assert.equal(hostilePattern(split(pattern)), pattern);
  });

  it('is looked for no deeper than settings go', () => {
    let settings: object = { Regex: '(a+)+' };
    for (let depth = 0; depth < 5000; depth++) settings = { settings };
    assert.equal(hostilePattern(settings), null);
  });
});
