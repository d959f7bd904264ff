import type { Expression } from '../../language.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { code, readArgument } from './expressions.ts';
import { formatParts } from './formats.ts';
import { lastName } from './macros.ts';
import { decodeRust, withoutIndent } from './strings.ts';

const other: Expression = { kind: 'other' };

/** What a macro makes: a text, a list, an object, or a call of its name. */
export function readMacro(node: SyntaxNode, source: string): Expression {
  const macro = childOf(node, 'macro');
  const args = code(node.children.find(({ kind }) => kind === 'token_tree')?.children ?? []);
  if (macro === null) return other;
  const [first, ...rest] = args;
  switch (lastName(textOf(macro, source))) {
    case 'format':
    case 'format_args':
    case 'formatdoc':
    case 'indoc':
      return readFormat(node, source, macro, first, rest);
    case 'write':
    case 'writeln':
      return readFormat(node, source, macro, rest[0], rest.slice(1));
    case 'concat':
      return { kind: 'concat', operands: args };
    case 'vec':
      return { kind: 'list', items: args };
    case 'json':
      return first === undefined ? other : { kind: 'wrapped', inner: first };
    default:
      return {
        kind: 'call',
        callee: macro,
        args: args.map((arg) => readArgument(arg, source)),
        constructs: false,
      };
  }
}

function readFormat(
  node: SyntaxNode,
  source: string,
  macro: SyntaxNode,
  template: SyntaxNode | undefined,
  values: readonly SyntaxNode[],
): Expression {
  if (template === undefined || !/^(?:raw_)?string_literal$/.test(template.kind)) return other;
  const name = lastName(textOf(macro, source));
  const decoded = decodeRust(template, source);
  const text = name.endsWith('doc') ? withoutIndent(decoded) : decoded;
  if (name === 'indoc') return { kind: 'string', interpolated: false, parts: [{ kind: 'text', text }] };
  const args = values.map((value) => readArgument(value, source));
  const positional = args.filter((arg) => arg.name === null).map(({ value }) => value);
  const byName = new Map(args.flatMap((arg) => (arg.name === null ? [] : [[arg.name, arg.value] as const])));
  const parts = formatParts(text, { positional, named: byName }, node);
  if (name === 'writeln') {
    const range = { start: template.end, end: template.end };
    parts.push({ kind: 'text', text: { text: '\n', map: [0, template.end], range } });
  }
  return { kind: 'string', interpolated: true, parts };
}
