import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sourceOffset } from '../../../src/core/source/decoded.ts';
import { php } from '../../../src/core/source/languages/php/language.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { memoryHost } from '../../hostile/memory.ts';

const parser = new SyntaxParser(memoryHost(new Map()));

/** The parts of the value of the first assignment in a source. */
function partsOf(code: string) {
  const source = `<?php\n${code}`;
  const parsed = parser.parse('x.php', source, 'php', false);
  assert.equal(parsed.kind, 'syntax');
  const node = parsed.syntax.nodes.find(({ kind }) =>
    /^(?:string|encapsed_string|heredoc|nowdoc)$/.test(kind),
  );
  assert.ok(node !== undefined, 'no string');
  const read = php.expression(node, source);
  assert.ok(read.kind === 'string');
  return { parts: read.parts, source };
}

function textOf(code: string): string {
  const { parts, source } = partsOf(code);
  return parts
    .map((part) =>
      part.kind === 'text' ? part.text.text : `<${source.slice(part.range.start, part.range.end)}>`,
    )
    .join('');
}

describe('a PHP string', () => {
  before(() => parser.load(['php']));

  const forms: readonly (readonly [source: string, text: string])[] = [
    [String.raw`$x = 'single \'quotes\' \\ \n $x';`, String.raw`single 'quotes' \ \n $x`],
    [String.raw`$x = "double\t\"q\" \\ \$x \e\v\f";`, 'double\t"q" \\ $x \x1b\v\f'],
    [String.raw`$x = "\u{e9} \x41 \101 \q";`, String.raw`é A A \q`],
    ['$x = "at $place, {$ship->name} and ${x}!";', 'at <$place>, <{$ship->name}> and <${x}>!'],
    ['$x = <<<TEXT\n    one\n      two $x\n\n    three\\t\n    TEXT;\n', 'one\n  two <$x>\n\nthree\t'],
    ['$x = <<<"TEXT"\nplain "quotes"\nTEXT;\n', 'plain "quotes"'],
    ["$x = <<<'TEXT'\n  raw \\n $x\n  TEXT;\n", 'raw \\n $x'],
  ];
  for (const [source, text] of forms)
    it(JSON.stringify(source), () => {
      assert.equal(textOf(source), text);
    });

  it('knows where each character of a heredoc stands', () => {
    const { parts, source } = partsOf('$x = <<<TEXT\n    a\\tb\n      c\n    TEXT;\n');
    const [part] = parts;
    assert.ok(part?.kind === 'text');
    const { text } = part;
    assert.equal(text.text, 'a\tb\n  c');
    assert.deepEqual(
      [...text.text].map((_, i) => source[sourceOffset(text, i)]),
      ['a', '\\', 'b', '\n', ' ', ' ', 'c'],
    );
  });

  it('is read where it is not closed', () => {
    for (const source of [
      '<?php $x = "open',
      '<?php $x = <<<TEXT\n  open\n',
      "<?php $x = 'open",
      '<?php $x = "{$',
    ])
      assert.doesNotThrow(() => {
        const parsed = parser.parse('x.php', source, 'php', false);
        if (parsed.kind === 'syntax') for (const node of parsed.syntax.nodes) php.expression(node, source);
      });
  });
});
