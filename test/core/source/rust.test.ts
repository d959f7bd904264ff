import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sourceOffset } from '../../../src/core/source/decoded.ts';
import type { Expression } from '../../../src/core/source/language.ts';
import { rust } from '../../../src/core/source/languages/rust/language.ts';
import { decodeRust } from '../../../src/core/source/languages/rust/strings.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { childOf, type SyntaxNode } from '../../../src/core/source/syntax.ts';
import { memoryHost } from '../../hostile/memory.ts';

function decode(source: string) {
  return decodeRust(
    { kind: '', field: null, parent: null, children: [], start: 0, end: source.length },
    source,
  );
}

describe('a Rust string', () => {
  const forms: readonly (readonly [source: string, text: string])[] = [
    [String.raw`"bread\tand\n\"butter\" \\ \0\r\'"`, 'bread\tand\n"butter" \\ \0\r\''],
    [String.raw`"\u{e9}clair \u{1F9_50} \x41"`, 'éclair 🥐 A'],
    [String.raw`"\q and \u{} are no escapes"`, String.raw`\q and \u{} are no escapes`],
    ['"one \\\n\n    line"', 'one line'],
    ['"two\r\nlines"', 'two\nlines'],
    ['r"raw \\n"', 'raw \\n'],
    ['r#"with "quotes""#', 'with "quotes"'],
    ['br##"a "# in it"##', 'a "# in it'],
    [String.raw`b"bytes\x21"`, 'bytes!'],
    ['"not closed', 'not closed'],
    ['r#"not closed"', 'not closed"'],
  ];
  for (const [source, text] of forms)
    it(JSON.stringify(source), () => {
      assert.equal(decode(source).text, text);
    });

  it('knows where each character stands', () => {
    const source = 'r#"a"#';
    assert.equal(sourceOffset(decode(source), 0), 3);
    const escaped = String.raw`"a\n\u{e9}c"`;
    const decoded = decode(escaped);
    const stands = [...decoded.text].map((_, i) => escaped[sourceOffset(decoded, i)]);
    assert.deepEqual(stands, ['a', '\\', '\\', 'c']);
  });
});

describe('a Rust macro', () => {
  const parser = new SyntaxParser(memoryHost(new Map()));
  before(() => parser.load(['rust']));

  /** The value of `let x = …;`, with its source. */
  function valueOf(expression: string): { read: Expression; text: (node: SyntaxNode) => string } {
    const source = `fn f() { let x = ${expression}; }`;
    const parsed = parser.parse('f.rs', source, 'rust', false);
    assert.equal(parsed.kind, 'syntax');
    const syntax = rust.complete?.(parsed.syntax, source) ?? parsed.syntax;
    const value = childOf(
      syntax.nodes.find(({ kind }) => kind === 'let_declaration') ?? syntax.root,
      'value',
    );
    assert.ok(value !== null);
    return { read: rust.expression(value, source), text: ({ start, end }) => source.slice(start, end) };
  }

  it('formats with values in order, by number, by name, and by what is called so', () => {
    const { read, text } = valueOf(
      'format!("{} {1:>5} {day:?} {{x}} {bread}", loaf(a, b), self.price, day = today())',
    );
    assert.ok(read.kind === 'string');
    assert.deepEqual(
      read.parts.map((part) => (part.kind === 'text' ? part.text.text : `<${text(part.node)}>`)),
      ['<loaf(a, b)>', ' ', '<self.price>', ' ', '<today()>', ' {', 'x}', ' ', '<bread>'],
    );
  });

  it('takes away the indentation of indoc!', () => {
    const { read } = valueOf('indoc! {"\n        Rye\n          and spelt\n\n        "}');
    assert.ok(read.kind === 'string');
    const [part] = read.parts;
    assert.equal(part?.kind === 'text' ? part.text.text : null, 'Rye\n  and spelt\n\n');
  });

  it('holds lists, structs, calls and JSON', () => {
    const list = valueOf('vec![Loaf { name: "rye".into(), ..base() }, loaves::spelt()?, 3 + 4]');
    assert.ok(list.read.kind === 'list');
    assert.deepEqual(
      list.read.items.map(({ kind }) => kind),
      ['struct_expression', 'try_expression', 'binary_expression'],
    );
    const json = valueOf('json!({"role": "user", "content": format!("{}", x), "more": [1, {"deep": null}]})');
    assert.ok(json.read.kind === 'wrapped');
    const record = rust.expression(
      json.read.inner,
      `fn f() { let x = json!({"role": "user", "content": format!("{}", x), "more": [1, {"deep": null}]}); }`,
    );
    assert.ok(record.kind === 'record');
    assert.deepEqual(
      record.entries.map(({ key, value }) => [key, value.kind]),
      [
        ['role', 'string_literal'],
        ['content', 'macro_invocation'],
        ['more', 'array_expression'],
      ],
    );
  });
});
