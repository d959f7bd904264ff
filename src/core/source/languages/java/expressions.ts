import { operandsOf, operatorBetween, slashComments } from '../../chains.ts';
import type { Argument, Entry, Expression } from '../../language.ts';
import { textOf } from '../../nodes.ts';
import { childOf, childrenOf, type SyntaxNode } from '../../syntax.ts';
import { linesOfText } from './annotations.ts';
import { decodeJava } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };

const functionOf: Reader = (node) => ({ kind: 'function', node });

const named: Reader = (node, source) => ({ kind: 'name', name: textOf(node, source) });

const string: Reader = (node, source) => ({
  kind: 'string',
  interpolated: false,
  parts: [{ kind: 'text', text: decodeJava(source, node) }],
});

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(
    textOf(node, source)
      .replaceAll('_', '')
      .replace(/[lLfFdD]$/, ''),
  ),
});

const first: Reader = (node) => wrapped(code(node.children)[0] ?? null);

const list: Reader = (node) => ({ kind: 'list', items: code(node.children) });

const readers: Readonly<Record<string, Reader>> = {
  string_literal: string,
  character_literal: string,
  binary_expression: readBinary,
  identifier: named,
  type_identifier: named,
  this: named,
  field_access: (node, source) => member(childOf(node, 'object'), childOf(node, 'field'), source),
  scoped_type_identifier: (node, source) =>
    member(node.children[0] ?? null, node.children.at(-1) ?? null, source),
  generic_type: first,
  method_invocation: readCall,
  callee: (node, source) => member(node.children[0] ?? null, node.children[1] ?? null, source),
  object_creation_expression: readCreation,
  annotation: (node, source) => {
    const callee = childOf(node, 'name');
    return callee === null
      ? other
      : { kind: 'call', callee, args: annotationArguments(node, source), constructs: false };
  },
  element_value_array_initializer: (node, source) => linesOfText(node, source, expression),
  ternary_expression: (node) => choice([childOf(node, 'consequence'), childOf(node, 'alternative')]),
  switch_expression: (node) => choice(code(childOf(node, 'body')?.children ?? []).map(resultOf)),
  array_initializer: list,
  array_creation_expression: (node) => wrapped(childOf(node, 'value')),
  lambda_expression: functionOf,
  method_declaration: functionOf,
  parenthesized_expression: first,
  cast_expression: (node) => wrapped(childOf(node, 'value')),
  assignment_expression: (node) => wrapped(childOf(node, 'right')),
  true: () => ({ kind: 'constant', value: true }),
  false: () => ({ kind: 'constant', value: false }),
  null_literal: () => ({ kind: 'constant', value: null }),
  decimal_integer_literal: number,
  hex_integer_literal: number,
  decimal_floating_point_literal: number,
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

/** Children without the comments between them. */
export function code(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ kind }) => kind !== 'line_comment' && kind !== 'block_comment');
}

function wrapped(inner: SyntaxNode | null): Expression {
  return inner === null ? other : { kind: 'wrapped', inner };
}

function choice(arms: readonly (SyntaxNode | null)[]): Expression {
  return { kind: 'choice', arms: arms.filter((arm) => arm !== null) };
}

function member(object: SyntaxNode | null, name: SyntaxNode | null, source: string): Expression {
  return object === null || name === null ? other : { kind: 'member', object, name: textOf(name, source) };
}

/** What a branch of a `switch` is worth: behind its arrow, or what it yields. */
function resultOf(rule: SyntaxNode): SyntaxNode | null {
  const body = code(rule.children).at(-1);
  if (body?.kind === 'expression_statement') return body.children[0] ?? null;
  const yielded = body?.kind === 'block' ? childrenOf(body, 'yield_statement')[0] : undefined;
  return yielded?.children[0] ?? null;
}

/** The operands of a chain of `+`, however long, without recursion. */
function readBinary(node: SyntaxNode, source: string): Expression {
  const operands = operandsOf(
    node,
    (link) => link.kind === 'binary_expression' && operatorOf(link, source) === '+',
  );
  return operands.length < 2 ? other : { kind: 'concat', operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, slashComments);
}

/** Text in, the same text out. */
const conversions = /^(?:toString|intern)$/;

function nameOf(node: SyntaxNode, source: string): string {
  const name = childOf(node, 'name');
  return name === null ? '' : textOf(name, source);
}

const listMakers = /^(?:List|Set|Stream|Arrays|ImmutableList)\.(?:of|asList|copyOf)$/;

function readCall(node: SyntaxNode, source: string): Expression {
  const callee = calleeOf(node);
  if (callee === null) return other;
  const args = argumentsOf(node);
  if (args.length === 0 && conversions.test(nameOf(node, source))) return wrapped(childOf(node, 'object'));
  const name = callee.end - callee.start < 40 ? textOf(callee, source) : '';
  if (listMakers.test(name)) return { kind: 'list', items: args.map(({ value }) => value) };
  if (name === 'Map.of') return { kind: 'record', entries: pairs(args, source) };
  return { kind: 'call', callee, args, constructs: false };
}

/** What is called: its name alone, or with what stands before it as one expression, which the grammar has no node for. */
export function calleeOf(node: SyntaxNode): SyntaxNode | null {
  const object = childOf(node, 'object');
  const name = childOf(node, 'name');
  if (object === null || name === null) return name;
  return {
    kind: 'callee',
    field: 'callee',
    start: object.start,
    end: name.end,
    parent: node,
    children: [object, name],
  };
}

export function argumentsOf(node: SyntaxNode): Argument[] {
  return code(childOf(node, 'arguments')?.children ?? []).map((value) => ({
    name: null,
    value,
    spread: false,
  }));
}

function pairs(args: readonly Argument[], source: string): Entry[] {
  return args.flatMap(({ value: key }, i) => {
    const value = args[i + 1]?.value;
    if (i % 2 === 1 || value === undefined) return [];
    return [{ key: key.kind === 'string_literal' ? decodeJava(source, key).text : null, value }];
  });
}

const lists = /^(?:(?:Array|Linked|CopyOnWriteArray)List|ArrayDeque|(?:Linked)?HashSet)$/;

/** `new StringBuilder()` is an empty text, `new ArrayList<>()` an empty list, unless they start with another. */
function readCreation(node: SyntaxNode, source: string): Expression {
  const callee = childOf(node, 'type');
  if (callee === null) return other;
  const args = argumentsOf(node);
  const [start] = args;
  const type = textOf(callee, source).replace(/<[^]*$/, '');
  const from = start === undefined || /integer_literal$/.test(start.value.kind) ? null : start.value;
  if (/^String(?:Builder|Buffer)$/.test(type))
    return from === null ? { kind: 'string', interpolated: false, parts: [] } : wrapped(from);
  if (lists.test(type)) return from === null ? { kind: 'list', items: [] } : wrapped(from);
  return { kind: 'call', callee, args, constructs: true };
}

/** Arguments of an annotation are all named: a single one without a name is its `value`. */
function annotationArguments(node: SyntaxNode, source: string): Argument[] {
  return code(childOf(node, 'arguments')?.children ?? []).map((argument) => {
    const key = childOf(argument, 'key');
    const value = childOf(argument, 'value');
    if (argument.kind !== 'element_value_pair' || key === null || value === null)
      return { name: 'value', value: argument, spread: false };
    return { name: textOf(key, source), value, spread: false };
  });
}
