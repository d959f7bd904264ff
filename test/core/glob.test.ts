import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coveringMatcher, globMatcher, globProblem, literalGlob } from '../../src/core/glob.ts';

const cases: readonly (readonly [glob: string, matches: readonly string[], misses: readonly string[]])[] = [
  ['oven.ts', ['oven.ts'], ['src/oven.ts', 'oven.tsx', 'Oven.ts']],
  ['*.ts', ['a.ts', '.hidden.ts', '.ts'], ['a.js', 'src/a.ts', 'a.ts/b']],
  ['src/*', ['src/a'], ['src', 'src/a/b']],
  ['src/**', ['src', 'src/a', 'src/a/b.ts'], ['source/a', 'a/src/b']],
  ['**/*', ['a', 'a/b', 'a/b/c'], []],
  ['**/rye/**', ['rye', 'a/rye', 'rye/b', 'a/b/rye/c/d'], ['barley', 'a/ryebread/c']],
  ['**/tests/*.py', ['tests/a.py', 'x/y/tests/a.py'], ['tests/x/a.py', 'tests.py']],
  ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/z/c', 'a/b/b/c/c'], ['a/c', 'a/b', 'a/b/c/d']],
  ['*a*a*b', ['aab', 'xaxaxb'], ['ab', 'aa', 'aab/c']],
  ['loaf?.ts', ['loaf1.ts', 'loaf?.ts'], ['loaf.ts', 'loaf12.ts', 'loaf/.ts']],
  ['[a-c]x[!0-9]', ['axz', 'cx-'], ['dxz', 'ax5', 'ax']],
  ['[]]a[^]]', [']ab'], ['a', ']a]']],
  ['[a-]', ['a', '-'], ['b']],
  ['{src,lib}/**/*.{ts,tsx}', ['src/a.ts', 'lib/x/y.tsx'], ['test/a.ts', 'src/a.js']],
  ['a{,b{c,d}}e', ['ae', 'abce', 'abde'], ['abe', 'ace']],
  ['src/**x', ['src/ax', 'src/x'], ['src/a/x']],
  ['./src/', ['src', 'src/a'], ['a/src']],
  ['a\\*b', ['a*b'], ['aab']],
  ['brötchen-🥨-?', ['brötchen-🥨-x'], ['brötchen-x']],
];

describe('a glob', () => {
  for (const [glob, matches, misses] of cases)
    it(`${glob} matches what it should`, () => {
      const matcher = globMatcher([glob]);
      assert.deepEqual(
        matches.filter((path) => !matcher(path)),
        [],
        'missed',
      );
      assert.deepEqual(misses.filter(matcher), [], 'matched');
    });

  it('is one of several', () => {
    const matcher = globMatcher(['a', 'b/*']);
    assert.deepEqual(['a', 'b/c', 'c'].map(matcher), [true, true, false]);
    assert.equal(globMatcher([])('a'), false);
  });

  it('can cover what lies in a folder', () => {
    const covers = coveringMatcher(['rye', '**/trays', 'a/b.ts']);
    assert.deepEqual(['rye', 'rye/a.ts', 'x/trays/y/z.ts', 'a/b.ts'].map(covers), [true, true, true, true]);
    assert.deepEqual(['x/rye/a.ts', 'a/b.tsx', 'a', ''].map(covers), [false, false, false, false]);
    assert.equal(coveringMatcher([])('rye'), false);
  });

  it('says what is wrong with it', () => {
    const wrong = [
      '',
      '/a',
      '../a',
      'a/../b',
      '!a',
      '[a',
      '{a',
      'a{b,{c}',
      'x'.repeat(501),
      '{a,b}'.repeat(7),
    ];
    for (const glob of wrong) {
      assert.notEqual(globProblem(glob), null, glob);
      assert.throws(() => globMatcher([glob]), RangeError);
    }
  });

  it('takes steps in proportion to glob and path, whatever they are', () => {
    // Each of these costs a regular expression minutes; here the test ends.
    assert.equal(globMatcher([`${'*a'.repeat(200)}b`])('a'.repeat(5000)), false);
    assert.equal(globMatcher([`${'**/a/'.repeat(80)}b`])('a/'.repeat(2000)), false);
    assert.notEqual(globProblem('{'.repeat(400)), null);
  });

  it('can be made of a path that looks like one', () => {
    const path = 'shops/[north]/{a,b}*?/x!';
    assert.ok(globMatcher([literalGlob(path)])(path));
    assert.ok(!globMatcher([literalGlob(path)])('shops/n/ax/x!'));
  });
});
