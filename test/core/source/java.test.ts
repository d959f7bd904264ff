import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJava } from '../../../src/core/source/languages/java/strings.ts';
import { sourceOffset } from '../../../src/core/source/decoded.ts';

const decode = (source: string) => decodeJava(source, { start: 0, end: source.length });

describe('a Java string', () => {
  const forms: readonly (readonly [source: string, text: string])[] = [
    [String.raw`"bread\tand\n\"butter\" \\ \'\b\f\r\s|"`, 'bread\tand\n"butter" \\ \'\b\f\r |'],
    [String.raw`"\u00e9clair \uuD83E\uDD50"`, 'éclair 🥐'],
    [String.raw`"\101\60\377\400 \0"`, 'A0ÿ 0 \0'],
    [String.raw`"\q and \u12 are no escapes"`, String.raw`\q and \u12 are no escapes`],
    [String.raw`'\n'`, '\n'],
    ['""', ''],
    ['"not closed', 'not closed'],
    ['"', ''],
    ['"ends in \\', 'ends in \\'],
  ];
  for (const [source, text] of forms)
    it(JSON.stringify(source), () => {
      assert.equal(decode(source).text, text);
    });

  it('knows where each character stands', () => {
    const source = String.raw`"a\tb\u00e9c"`;
    const decoded = decode(source);
    assert.equal(decoded.text, 'a\tbéc');
    const stands = [...decoded.text].map((_, i) => source[sourceOffset(decoded, i)]);
    assert.deepEqual(stands, ['a', '\\', 'b', '\\', 'c']);
  });
});

describe('a Java text block', () => {
  const blocks: Readonly<Record<string, readonly [source: string, text: string]>> = {
    'without the indentation that its lines share': ['"""\n    Bake\n      rye.\n    """', 'Bake\n  rye.\n'],
    'the closing quotes count as a line': ['"""\n    Bake\n      rye.\n  """', '  Bake\n    rye.\n'],
    'closed on its last line': ['"""\n    Bake\n    rye."""', 'Bake\nrye.'],
    'blank lines have no say, and no blanks': ['"""\n    Bake\n \n    rye."""', 'Bake\n\nrye.'],
    'no blanks at the ends of lines': ['"""\n  Bake  \t\n  rye. """', 'Bake\nrye.'],
    'but those that are escaped': ['"""\n  Bake \\040\n  rye.\\s\n  """', 'Bake  \nrye. \n'],
    'lines joined by a backslash': ['"""\n  Bake \\\n  rye.\\n\n  """', 'Bake rye.\n\n'],
    'CRLF is LF': ['"""\r\n  Bake\r\n  rye.\r\n  """', 'Bake\nrye.\n'],
    'quotes inside': ['"""\n  Say "bread" and \\"""cake\\""".\n  """', 'Say "bread" and """cake""".\n'],
    'not closed': ['"""\n  Bake\n  rye', 'Bake\nrye'],
    empty: ['"""\n"""', ''],
  };
  for (const [name, [source, text]] of Object.entries(blocks))
    it(name, () => {
      assert.equal(decode(source).text, text);
    });

  it('knows where each line stands', () => {
    const source = '"""\n    Bake\n      rye.\n    """';
    const decoded = decode(source);
    assert.deepEqual(
      [0, 4, 5, 7].map((offset) => source[sourceOffset(decoded, offset)]),
      ['B', '\n', ' ', 'r'],
    );
  });
});
