import { operandsOf, operatorBetween, slashComments } from '../../chains.ts';
import type { Argument, Expression } from '../../language.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { appends, builtText } from './builders.ts';
import { anonymousEntries, createdBy, initialised, lineBreak, withLineBreak } from './creations.ts';
import { argumentsIn } from './arguments.ts';
import { stringParts } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };

const functionOf: Reader = (node) => ({ kind: 'function', node });

const string: Reader = (node, source) => ({ kind: 'string', ...stringParts(node, source) });

const named: Reader = (node, source) => ({ kind: 'name', name: textOf(node, source) });

const first: Reader = (node) => wrapped(code(node.children)[0] ?? null);

const last: Reader = (node) => wrapped(code(node.children).at(-1) ?? null);

const items: Reader = (node) => ({ kind: 'list', items: code(node.children) });

const initialiser: Reader = (node) =>
  wrapped(node.children.find(({ kind }) => kind === 'initializer_expression') ?? null);

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(
    textOf(node, source)
      .replaceAll('_', '')
      .replace(/[uUlLfFdDmM]+$/, ''),
  ),
});

const readers: Readonly<Record<string, Reader>> = {
  string_literal: string,
  verbatim_string_literal: string,
  raw_string_literal: string,
  interpolated_string_expression: string,
  character_literal: string,
  line_break: lineBreak,
  appended_line: withLineBreak,
  binary_expression: readBinary,
  identifier: named,
  predefined_type: named,
  this: named,
  new: named,
  generic_name: first,
  nullable_type: first,
  qualified_name: (node, source) => member(childOf(node, 'qualifier'), childOf(node, 'name'), source),
  member_access_expression: (node, source) =>
    member(childOf(node, 'expression') ?? self(node), childOf(node, 'name'), source),
  conditional_access_expression: (node, source) => {
    const binding = node.children.find(({ kind }) => kind === 'member_binding_expression');
    return member(
      childOf(node, 'condition'),
      binding === undefined ? null : childOf(binding, 'name'),
      source,
    );
  },
  element_access_expression: (node, source) => {
    const object = childOf(node, 'expression');
    const index = code(childOf(node, 'subscript')?.children ?? [])[0]?.children[0];
    if (object === null || index === undefined) return other;
    if (index.kind !== 'string_literal') return { kind: 'entry', object, key: index };
    return { kind: 'member', object, name: textOf(index, source).slice(1, -1) };
  },
  invocation_expression: readCall,
  attribute: readAttribute,
  object_creation_expression: createdBy,
  implicit_object_creation_expression: createdBy,
  initializer_expression: initialised,
  anonymous_object_creation_expression: (node, source) => ({
    kind: 'record',
    entries: anonymousEntries(node, source),
  }),
  array_creation_expression: initialiser,
  implicit_array_creation_expression: initialiser,
  element_binding_expression: items,
  tuple_expression: items,
  conditional_expression: (node) => choice([childOf(node, 'consequence'), childOf(node, 'alternative')]),
  switch_expression: (node) =>
    choice(
      node.children.flatMap((arm) =>
        arm.kind === 'switch_expression_arm' ? [code(arm.children).at(-1)] : [],
      ),
    ),
  lambda_expression: functionOf,
  anonymous_method_expression: functionOf,
  method_declaration: functionOf,
  local_function_statement: functionOf,
  accessor_declaration: functionOf,
  argument: last,
  arrow_expression_clause: first,
  parenthesized_expression: first,
  await_expression: first,
  checked_expression: first,
  cast_expression: (node) => wrapped(childOf(node, 'value')),
  as_expression: (node) => wrapped(childOf(node, 'left')),
  assignment_expression: (node) => wrapped(childOf(node, 'right')),
  postfix_unary_expression: (node, source) => (source[node.end - 1] === '!' ? first(node, source) : other),
  boolean_literal: (node, source) => ({ kind: 'constant', value: source.startsWith('t', node.start) }),
  null_literal: () => ({ kind: 'constant', value: null }),
  integer_literal: number,
  real_literal: number,
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

function wrapped(inner: SyntaxNode | null): Expression {
  return inner === null ? other : { kind: 'wrapped', inner };
}

function choice(arms: readonly (SyntaxNode | null | undefined)[]): Extract<Expression, { kind: 'choice' }> {
  return {
    kind: 'choice',
    arms: arms.flatMap((arm) => (arm?.kind === 'throw_expression' ? [] : (arm ?? []))),
  };
}

function member(object: SyntaxNode | null, name: SyntaxNode | null, source: string): Expression {
  if (object === null || name === null) return other;
  return { kind: 'member', object, name: textOf(name, source).replace(/<[^]*$/, '') };
}

/** `this`, for which the grammar has no node. */
function self(node: SyntaxNode): SyntaxNode {
  return {
    kind: 'this',
    field: 'expression',
    start: node.start,
    end: node.start + 4,
    parent: node,
    children: [],
  };
}

/** The operands of a chain of `+`, however long, without recursion; or both sides of `??`. */
function readBinary(node: SyntaxNode, source: string): Expression {
  if (operatorOf(node, source) === '??')
    return { ...choice([childOf(node, 'left'), childOf(node, 'right')]), otherwise: true };
  const operands = operandsOf(
    node,
    (link) => link.kind === 'binary_expression' && operatorOf(link, source) === '+',
  );
  return operands.length < 2 ? other : { kind: 'concat', operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, slashComments);
}

/** Text in, the same text out, for all that we count. */
const conversions = /^(?:ToString|ToArray|ToList|AsReadOnly)$/;

function readCall(node: SyntaxNode, source: string): Expression {
  const callee = childOf(node, 'function');
  if (callee === null) return other;
  const args = argumentsIn(childOf(node, 'arguments'), source);
  const name = childOf(callee, 'name');
  if (args.length === 0 && name !== null && conversions.test(textOf(name, source)))
    return wrapped(childOf(callee, 'expression'));
  const operands = name !== null && appends.test(textOf(name, source)) ? builtText(node, source) : null;
  if (operands !== null) return { kind: 'concat', operands };
  // `string.Format(CultureInfo.InvariantCulture, "…")`
  const formats = args[0] !== undefined && /^CultureInfo\b/.test(textOf(args[0].value, source));
  return { kind: 'call', callee, args: formats ? args.slice(1) : args, constructs: false };
}

/** `[Description("…")]`: in an attribute `Name = …` is an argument by name. */
function readAttribute(node: SyntaxNode, source: string): Expression {
  const callee = childOf(node, 'name');
  const list = node.children.find(({ kind }) => kind === 'attribute_argument_list');
  if (callee === null) return other;
  const args = code(list?.children ?? []).map((argument): Argument => {
    const value = code(argument.children).at(-1) ?? argument;
    const name = value.kind === 'assignment_expression' ? childOf(value, 'left') : childOf(argument, 'name');
    const inner = value.kind === 'assignment_expression' ? (childOf(value, 'right') ?? value) : value;
    return { name: name === null ? null : textOf(name, source), value: inner, spread: false };
  });
  return { kind: 'call', callee, args, constructs: false };
}
