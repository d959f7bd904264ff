import { operandsOf, operatorBetween, slashComments } from '../../chains.ts';
import type { Argument, Entry, Expression, StringPart } from '../../language.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { decodeEcmascript } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };

const wrapped: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'wrapped', inner };
};

/** `<T>x`: the type comes first. */
const assertion: Reader = (node) => {
  const inner = node.children.at(-1);
  return inner === undefined ? other : { kind: 'wrapped', inner };
};

const functionOf: Reader = (node) => ({ kind: 'function', node });

const spread: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'spread', inner };
};

const named: Reader = (node, source) => ({ kind: 'name', name: source.slice(node.start, node.end) });

const readers: Readonly<Record<string, Reader>> = {
  string: (node, source) => ({
    kind: 'string',
    interpolated: false,
    parts: [
      {
        kind: 'text',
        text: decodeEcmascript(source, node.start + 1, Math.max(node.start + 1, node.end - 1), false),
      },
    ],
  }),
  template_string: readTemplate,
  binary_expression: readBinary,
  identifier: named,
  shorthand_property_identifier: named,
  type_identifier: named,
  this: named,
  member_expression: (node, source) => {
    const object = childOf(node, 'object');
    const property = childOf(node, 'property');
    if (object === null || property === null) return other;
    return { kind: 'member', object, name: source.slice(property.start, property.end) };
  },
  subscript_expression: (node, source) => {
    const object = childOf(node, 'object');
    const index = childOf(node, 'index');
    if (object === null || index === null) return other;
    if (index.kind !== 'string') return { kind: 'entry', object, key: index };
    return { kind: 'member', object, name: source.slice(index.start + 1, index.end - 1) };
  },
  call_expression: readCall,
  new_expression: readCall,
  ternary_expression: (node) => choice(childOf(node, 'consequence'), childOf(node, 'alternative')),
  true: () => ({ kind: 'constant', value: true }),
  false: () => ({ kind: 'constant', value: false }),
  null: () => ({ kind: 'constant', value: null }),
  spread_element: spread,
  array: (node) => ({ kind: 'list', items: code(node.children) }),
  object: (node, source) => ({
    kind: 'record',
    entries: code(node.children).map((child) => readEntry(child, source)),
  }),
  function_expression: functionOf,
  function_declaration: functionOf,
  generator_function: functionOf,
  generator_function_declaration: functionOf,
  arrow_function: functionOf,
  method_definition: functionOf,
  parenthesized_expression: wrapped,
  as_expression: wrapped,
  satisfies_expression: wrapped,
  non_null_expression: wrapped,
  await_expression: wrapped,
  type_assertion: assertion,
  number: (node, source) => ({
    kind: 'number',
    value: Number(source.slice(node.start, node.end).replaceAll('_', '')),
  }),
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

function choice(...arms: readonly (SyntaxNode | null)[]): Extract<Expression, { kind: 'choice' }> {
  return { kind: 'choice', arms: arms.filter((arm) => arm !== null) };
}

function readTemplate(node: SyntaxNode, source: string): Expression {
  const parts: StringPart[] = [];
  let at = node.start + 1;
  const text = (end: number): void => {
    if (end > at) parts.push({ kind: 'text', text: decodeEcmascript(source, at, end, true) });
  };
  for (const child of node.children) {
    if (child.kind !== 'template_substitution') continue;
    text(child.start);
    const inner = code(child.children)[0];
    parts.push({ kind: 'hole', node: inner ?? child, range: { start: child.start, end: child.end } });
    at = child.end;
  }
  text(node.end - 1);
  return { kind: 'string', interpolated: parts.some((part) => part.kind === 'hole'), parts };
}

/** The operands of a chain of `+`, however long, without recursion. */
function readBinary(node: SyntaxNode, source: string): Expression {
  const operator = operatorOf(node, source);
  if (operator === '||' || operator === '??')
    return { ...choice(childOf(node, 'left'), childOf(node, 'right')), otherwise: true };
  if (operator === '&&') return choice(childOf(node, 'right'));
  if (operator !== '+') return other;
  const operands = operandsOf(
    node,
    (link) => link.kind === 'binary_expression' && operatorOf(link, source) === '+',
  );
  return { kind: 'concat', operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, slashComments);
}

function readCall(node: SyntaxNode): Expression {
  const callee = childOf(node, 'function') ?? childOf(node, 'constructor');
  const list = childOf(node, 'arguments');
  if (callee === null) return other;
  if (list?.kind === 'template_string') return { kind: 'tagged', tag: callee, template: list };
  const args: Argument[] = code(list?.children ?? []).map((value) => {
    const spread = value.kind === 'spread_element';
    return { name: null, value: spread ? (value.children[0] ?? value) : value, spread };
  });
  return { kind: 'call', callee, args, constructs: node.kind === 'new_expression' };
}

function readEntry(node: SyntaxNode, source: string): Entry {
  if (node.kind === 'shorthand_property_identifier')
    return { key: source.slice(node.start, node.end), value: node };
  if (node.kind === 'method_definition') {
    const name = childOf(node, 'name');
    return { key: name === null ? null : propertyName(name, source), value: node };
  }
  const key = childOf(node, 'key');
  const value = childOf(node, 'value');
  if (node.kind === 'spread_element') return { key: null, value: node.children[0] ?? node };
  return { key: key === null ? null : propertyName(key, source), value: value ?? node };
}

export function propertyName(node: SyntaxNode, source: string): string | null {
  if (node.kind === 'computed_property_name') return null;
  const text = source.slice(node.start, node.end);
  return node.kind === 'string' ? text.slice(1, -1) : text.replace(/^#/, '');
}
