import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sourceOffset } from '../../../src/core/source/decoded.ts';
import { ruby } from '../../../src/core/source/languages/ruby/language.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { memoryHost } from '../../hostile/memory.ts';

const parser = new SyntaxParser(memoryHost(new Map()));

/** The parts of the first string or heredoc of a source. */
function partsOf(source: string) {
  const parsed = parser.parse('x.rb', source, 'ruby', false);
  assert.equal(parsed.kind, 'syntax');
  const node = parsed.syntax.nodes.find(({ kind }) => kind === 'string' || kind === 'heredoc_beginning');
  assert.ok(node !== undefined, 'no string');
  const read = ruby.expression(node, source);
  assert.ok(read.kind === 'string');
  return read.parts;
}

function textOf(source: string): string {
  return partsOf(source)
    .map((part) =>
      part.kind === 'text' ? part.text.text : `<${source.slice(part.node.start, part.node.end)}>`,
    )
    .join('');
}

describe('a Ruby string', () => {
  before(() => parser.load(['ruby']));

  const forms: readonly (readonly [source: string, text: string])[] = [
    [String.raw`x = 'single \'quotes\' \\ \n #{x}'`, String.raw`single 'quotes' \ \n #{x}`],
    [String.raw`x = "double\t\"q\" \\ \s\e\a\#{x}"`, 'double\t"q" \\  \x1b\x07#{x}'],
    [String.raw`x = "\u00e9 \u{1F950 21} \x41 \101 \q"`, 'é 🥐! A A q'],
    ['x = "one \\\nline"', 'one line'],
    ['x = "at #{place.name}!"', 'at <place.name>!'],
    [String.raw`x = %q(single (nested) \n)`, String.raw`single (nested) \n`],
    [String.raw`x = %Q{double #{name}\n}`, 'double <name>\n'],
    ['x = %[plain]', 'plain'],
    ['x = <<~TEXT\n    one\n      two #{x}\n\n    three\\t\n  TEXT\n', 'one\n  two <x>\n\nthree\t\n'],
    ["x = <<~'TEXT'\n  raw \\n #{x}\n  TEXT\n", 'raw \\n #{x}\n'],
    ['x = <<-TEXT\n  kept\n  TEXT\n', '  kept\n'],
    ['x = <<TEXT\nplain\nTEXT\n', 'plain\n'],
    ['x = <<~TEXT\r\n  one\r\n  two\r\n  TEXT\r\n', 'one\ntwo\n'],
    ['ask(<<~ONE, <<~TWO)\n  first\nONE\n  second\nTWO\n', 'first\n'],
  ];
  for (const [source, text] of forms)
    it(JSON.stringify(source), () => {
      assert.equal(textOf(source), text);
    });

  it('knows where each character of a heredoc stands', () => {
    const source = 'x = <<~TEXT\n    a\\tb\n      c\n    TEXT\n';
    const [part] = partsOf(source);
    assert.ok(part?.kind === 'text');
    const { text } = part;
    assert.equal(text.text, 'a\tb\n  c\n');
    const stands = [...text.text].map((_, i) => source[sourceOffset(text, i)]);
    assert.deepEqual(stands, ['a', '\\', 'b', '\n', ' ', ' ', 'c', '\n']);
  });

  it('is read where it is not closed', () => {
    for (const source of ['x = "open', 'x = <<~TEXT\n  open\n', 'x = %q(open', 'x = "#{'])
      assert.doesNotThrow(() => {
        const parsed = parser.parse('x.rb', source, 'ruby', false);
        if (parsed.kind === 'syntax') for (const node of parsed.syntax.nodes) ruby.expression(node, source);
      });
  });
});
