import { operandsOf, operatorBetween, slashComments } from '../../chains.ts';
import type { Argument, Entry, Expression } from '../../language.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { decodeGo } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };
const emptyText: Expression = { kind: 'string', interpolated: false, parts: [] };

const wrapped: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'wrapped', inner };
};

/** `[]byte("…")`, `x.(string)`: the operand beside a type. */
const operand: Reader = (node) => {
  const inner = childOf(node, 'operand');
  return inner === null ? other : { kind: 'wrapped', inner };
};

const named: Reader = (node, source) => ({ kind: 'name', name: textOf(node, source) });

const string: Reader = (node, source) => ({
  kind: 'string',
  interpolated: false,
  parts: [{ kind: 'text', text: decodeGo(node, source) }],
});

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(textOf(node, source).replaceAll('_', '')),
});

const functionOf: Reader = (node) => ({ kind: 'function', node });

const readers: Readonly<Record<string, Reader>> = {
  interpreted_string_literal: string,
  raw_string_literal: string,
  binary_expression: readBinary,
  identifier: named,
  field_identifier: named,
  type_identifier: named,
  package_identifier: named,
  selector_expression: (node, source) => member(childOf(node, 'operand'), childOf(node, 'field'), source),
  qualified_type: (node, source) =>
    isBuilderType(node, source) && node.parent?.kind === 'var_spec'
      ? emptyText
      : member(childOf(node, 'package'), childOf(node, 'name'), source),
  index_expression: (node, source) => {
    const object = childOf(node, 'operand');
    const index = childOf(node, 'index');
    if (object === null || index === null) return other;
    if (!isString(index)) return { kind: 'entry', object, key: index };
    return { kind: 'member', object, name: decodeGo(index, source).text };
  },
  call_expression: readCall,
  composite_literal: readComposite,
  literal_value: (node, source) =>
    node.parent?.kind === 'composite_literal' ? other : readItems(node, elementType(node, source), source),
  literal_element: wrapped,
  parenthesized_expression: wrapped,
  type_conversion_expression: operand,
  type_assertion_expression: operand,
  // `&x` and `*x`; the other operators make no text
  unary_expression: (node, source) =>
    /^[&*]/.test(source.slice(node.start, node.start + 1)) ? operand(node, source) : other,
  func_literal: functionOf,
  function_declaration: functionOf,
  method_declaration: functionOf,
  true: () => ({ kind: 'constant', value: true }),
  false: () => ({ kind: 'constant', value: false }),
  nil: () => ({ kind: 'constant', value: null }),
  int_literal: number,
  float_literal: number,
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

function isString(node: SyntaxNode): boolean {
  return node.kind === 'interpreted_string_literal' || node.kind === 'raw_string_literal';
}

/** A variable of such a type begins as an empty text that is written to. */
export function isBuilderType(type: SyntaxNode, source: string): boolean {
  return /^\*?(?:strings\.Builder|bytes\.Buffer)$/.test(textOf(type, source));
}

function member(object: SyntaxNode | null, name: SyntaxNode | null, source: string): Expression {
  return object === null || name === null ? other : { kind: 'member', object, name: textOf(name, source) };
}

/** The operands of a chain of `+`, however long, without recursion. */
function readBinary(node: SyntaxNode, source: string): Expression {
  if (operatorOf(node, source) !== '+') return other;
  const operands = operandsOf(
    node,
    (link) => link.kind === 'binary_expression' && operatorOf(link, source) === '+',
  );
  return { kind: 'concat', operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, slashComments);
}

function readCall(node: SyntaxNode, source: string): Expression {
  const callee = childOf(node, 'function');
  if (callee === null) return other;
  const list = code(childOf(node, 'arguments')?.children ?? []);
  const name = source.slice(callee.start, Math.min(callee.end, callee.start + 40));
  // a type is no argument
  if (name === 'make' || name === 'new') return isBuilder(list[0], source) ? emptyText : other;
  if (name === 'append' && list[0]?.kind === 'composite_literal') return { kind: 'concat', operands: list };
  const [, template, ...values] = list;
  if (name === 'fmt.Fprintf' && template !== undefined) return { kind: 'percent', template, values };
  const [only] = list;
  if (list.length === 1 && only !== undefined && pointers.test(name)) return { kind: 'wrapped', inner: only };
  return { kind: 'call', callee, args: list.map((arg) => readArgument(arg, source)), constructs: false };
}

function isBuilder(type: SyntaxNode | undefined, source: string): boolean {
  return type !== undefined && isBuilderType(type, source);
}

/** Conversions, and the functions by which clients want optional fields: `openai.String("…")`, `genai.Ptr(x)`. */
const pointers =
  /^(?:string|(?:openai|anthropic|param|genai|lo|to|ptr|pointer|aws|proto)\.(?:F|String|StringPtr|Opt|NewOpt|Null|Ptr|ToPtr|To|Of))$/;

/** An option given as `WithModel("…")` is an argument by the name of `Model`. */
function readArgument(node: SyntaxNode, source: string): Argument {
  if (node.kind === 'call_expression') {
    const callee = childOf(node, 'function');
    const option =
      callee === null ? null : /(?:^|\.)With([A-Z]\w*)$/.exec(textOf(callee, source).slice(0, 80));
    const [value, more] = code(childOf(node, 'arguments')?.children ?? []);
    if (option?.[1] !== undefined && value !== undefined && more === undefined)
      return { name: option[1], value, spread: false };
  }
  const spread = node.kind === 'variadic_argument';
  return { name: null, value: spread ? (code(node.children)[0] ?? node) : node, spread };
}

function readComposite(node: SyntaxNode, source: string): Expression {
  const type = childOf(node, 'type');
  const body = childOf(node, 'body');
  if (body === null) return other;
  if (isBuilder(type ?? undefined, source)) return emptyText;
  return readItems(body, type === null ? '' : typeName(type, source), source);
}

/** What stands between the braces: named parts or a list. */
function readItems(body: SyntaxNode, type: string, source: string): Expression {
  const items = code(body.children);
  if (items.length > 0 && items.every(({ kind }) => kind !== 'keyed_element')) return { kind: 'list', items };
  const entries = items.map((item) => readEntry(item, source));
  return type === '' ? { kind: 'record', entries } : { kind: 'record', entries, type };
}

function readEntry(node: SyntaxNode, source: string): Entry {
  const key = childOf(node, 'key')?.children[0];
  const value = childOf(node, 'value')?.children[0];
  if (key === undefined || value === undefined) return { key: null, value: node };
  if (isString(key)) return { key: decodeGo(key, source).text, value };
  return { key: key.kind === 'identifier' ? textOf(key, source) : null, value };
}

/** The type that a literal without one has: what the list or map around it is made of. */
function elementType(node: SyntaxNode, source: string): string {
  for (let up = node.parent; up !== null; up = up.parent) {
    if (up.kind !== 'composite_literal') continue;
    const type = childOf(up, 'type');
    const element = type === null ? null : (childOf(type, 'element') ?? childOf(type, 'value'));
    return element === null ? '' : typeName(element, source);
  }
  return '';
}

function typeName(type: SyntaxNode, source: string): string {
  return /^(?:map_type|slice_type|array_type|implicit_length_array_type)$/.test(type.kind)
    ? ''
    : textOf(type, source).replace(/^\*/, '').slice(0, 200);
}
