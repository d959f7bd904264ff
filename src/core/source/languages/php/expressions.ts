import { operandsOf, operatorBetween } from '../../chains.ts';
import type { Argument, Entry, Expression } from '../../language.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { heredocParts, quotedParts } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };

const wrapped: Reader = (node) => wrap(code(node.children)[0] ?? null);

const named: Reader = (node, source) => ({ kind: 'name', name: nameOf(node, source) });

const string: Reader = (node, source) => textOfParts(quotedParts(node, source));
const heredoc: Reader = (node, source) => textOfParts(heredocParts(node, source));

const spread: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'spread', inner };
};

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(source.slice(node.start, node.end).replaceAll('_', '')),
});

const functionOf: Reader = (node) => ({ kind: 'function', node });

const access: Reader = (node, source) =>
  member(childOf(node, 'object') ?? childOf(node, 'scope'), node, source);

const call: Reader = (node, source) => {
  const name = childOf(node, 'name');
  const object = childOf(node, 'object') ?? childOf(node, 'scope');
  if (name === null || object === null) return other;
  const callee = { kind: 'callee', field: null, parent: node, children: [object, name] };
  return {
    kind: 'call',
    callee: { ...callee, start: object.start, end: name.end },
    args: argumentsOf(node, source),
    constructs: false,
  };
};

const readers: Readonly<Record<string, Reader>> = {
  string,
  encapsed_string: string,
  heredoc,
  nowdoc: heredoc,
  binary_expression: readBinary,
  variable_name: named,
  name: named,
  qualified_name: named,
  relative_scope: named,
  dynamic_variable_name: wrapped,
  member_access_expression: access,
  nullsafe_member_access_expression: access,
  scoped_property_access_expression: access,
  class_constant_access_expression: (node, source) => {
    const [scope, name] = node.children;
    return scope === undefined || name === undefined
      ? other
      : { kind: 'member', object: scope, name: nameOf(name, source) };
  },
  subscript_expression: (node, source) => {
    const [object, index] = code(node.children);
    if (object === undefined || index === undefined) return other;
    const key = keyOf(index, source);
    return key === null ? { kind: 'entry', object, key: index } : { kind: 'member', object, name: key };
  },
  callee: (node, source) => {
    const [object, name] = node.children;
    return object === undefined || name === undefined
      ? other
      : { kind: 'member', object, name: nameOf(name, source) };
  },
  member_call_expression: call,
  nullsafe_member_call_expression: call,
  scoped_call_expression: call,
  function_call_expression: (node, source) => {
    const callee = childOf(node, 'function');
    if (callee === null) return other;
    const args = argumentsOf(node, source);
    const held = isContainer.test(nameOf(callee, source)) ? classNamed(args[0]?.value, source) : null;
    return held === null
      ? { kind: 'call', callee, args, constructs: false }
      : { kind: 'call', callee: held, args: [], constructs: true };
  },
  object_creation_expression: (node, source) => {
    const callee = node.children.find(({ kind }) => kind === 'name' || kind === 'qualified_name');
    return callee === undefined
      ? other
      : { kind: 'call', callee, args: argumentsOf(node, source), constructs: true };
  },
  attribute: (node, source) => {
    const [callee] = node.children;
    return callee === undefined
      ? other
      : { kind: 'call', callee, args: argumentsOf(node, source), constructs: true };
  },
  array_creation_expression: readArray,
  conditional_expression: (node) =>
    choice(childOf(node, 'body') ?? childOf(node, 'condition'), childOf(node, 'alternative')),
  match_expression: (node) =>
    choice(...(childOf(node, 'body')?.children ?? []).map((arm) => childOf(arm, 'return_expression'))),
  assignment_expression: (node) => wrap(childOf(node, 'right')),
  cast_expression: (node) => wrap(childOf(node, 'value')),
  parenthesized_expression: wrapped,
  anonymous_function: functionOf,
  arrow_function: functionOf,
  function_definition: functionOf,
  method_declaration: functionOf,
  boolean: (node, source) => ({ kind: 'constant', value: /^t/i.test(source.slice(node.start, node.end)) }),
  null: () => ({ kind: 'constant', value: null }),
  variadic_unpacking: spread,
  integer: number,
  float: number,
};

/** https://laravel.com/docs/container, read 2026-11: `app(Desk::class)` is a desk, as `new Desk(…)` is. */
const isContainer = /^(?:app|resolve)$/;

/** The name of the class in `Desk::class`. */
function classNamed(node: SyntaxNode | undefined, source: string): SyntaxNode | null {
  if (node?.kind !== 'class_constant_access_expression') return null;
  const [scope, name] = node.children;
  return scope !== undefined && name !== undefined && nameOf(name, source) === 'class' ? scope : null;
}

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

/** A name without the sign that tells variables, and without the root of all namespaces. */
export function nameOf(node: SyntaxNode, source: string): string {
  return source.slice(node.start, node.end).replace(/^[$\\]/, '');
}

function wrap(inner: SyntaxNode | null): Expression {
  return inner === null ? other : { kind: 'wrapped', inner };
}

function choice(...arms: readonly (SyntaxNode | null)[]): Extract<Expression, { kind: 'choice' }> {
  return { kind: 'choice', arms: arms.filter((arm) => arm !== null) };
}

function textOfParts(parts: ReturnType<typeof quotedParts>): Expression {
  return { kind: 'string', interpolated: parts.some(({ kind }) => kind === 'hole'), parts };
}

function member(object: SyntaxNode | null, node: SyntaxNode, source: string): Expression {
  const name = childOf(node, 'name');
  return object === null || name === null ? other : { kind: 'member', object, name: nameOf(name, source) };
}

/** The operands of a chain of `.`, however long, without recursion; both sides of `??`. */
function readBinary(node: SyntaxNode, source: string): Expression {
  const operator = operatorOf(node, source);
  if (operator === '??') return { ...choice(childOf(node, 'left'), childOf(node, 'right')), otherwise: true };
  if (operator !== '.') return other;
  const operands = operandsOf(
    node,
    (link) => link.kind === 'binary_expression' && operatorOf(link, source) === '.',
  );
  return { kind: 'concat', operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, /\/\*[^]*?\*\/|(?:\/\/|#)[^\n]*/g);
}

export function argumentsOf(node: SyntaxNode, source: string): Argument[] {
  const list = node.children.find(({ kind }) => kind === 'arguments');
  return code(list?.children ?? []).map((argument): Argument => {
    const name = childOf(argument, 'name');
    const value = code(argument.children).at(-1) ?? argument;
    const spread = value.kind === 'variadic_unpacking';
    return {
      name: name === null ? null : nameOf(name, source),
      value: spread ? (value.children[0] ?? value) : value,
      spread,
    };
  });
}

function readArray(node: SyntaxNode, source: string): Expression {
  const items = code(node.children).map((item) => code(item.children));
  if (items.every((item) => item.length === 1))
    return { kind: 'list', items: items.flatMap(([only]) => only ?? []) };
  const entries = items.flatMap(([first, second]): Entry[] => {
    if (first === undefined) return [];
    if (second === undefined) return [{ key: null, value: first.children[0] ?? first }];
    return [{ key: keyOf(first, source), value: second }];
  });
  return { kind: 'record', entries };
}

/** What is written as a key: a text, or the name of a constant. */
function keyOf(node: SyntaxNode, source: string): string | null {
  if (node.kind === 'name') return source.slice(node.start, node.end);
  if (node.kind !== 'string' && node.kind !== 'encapsed_string') return null;
  const parts = quotedParts(node, source);
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'text' ? only.text.text : null;
}
