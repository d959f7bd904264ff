import { operandsOf, operatorBetween, slashComments } from '../../chains.ts';
import type { Argument, Entry, Expression } from '../../language.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { readMacro } from './macroValues.ts';
import { decodeRust } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };
const emptyText: Expression = { kind: 'string', interpolated: false, parts: [] };

const wrapped: Reader = (node) => wrap(code(node.children)[0] ?? null);

const named: Reader = (node, source) => ({ kind: 'name', name: textOf(node, source) });

const string: Reader = (node, source) => ({
  kind: 'string',
  interpolated: false,
  parts: [{ kind: 'text', text: decodeRust(node, source) }],
});

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(
    textOf(node, source)
      .replaceAll('_', '')
      .replace(/(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/, ''),
  ),
});

const functionOf: Reader = (node) => ({ kind: 'function', node });

const list: Reader = (node) => ({ kind: 'list', items: code(node.children) });

const path: Reader = (node, source) => member(childOf(node, 'path'), childOf(node, 'name'), source);

const readers: Readonly<Record<string, Reader>> = {
  string_literal: string,
  raw_string_literal: string,
  char_literal: string,
  binary_expression: readBinary,
  identifier: named,
  type_identifier: named,
  field_identifier: named,
  self: named,
  crate: named,
  super: named,
  scoped_identifier: path,
  scoped_type_identifier: path,
  field_expression: (node, source) => member(childOf(node, 'value'), childOf(node, 'field'), source),
  index_expression: (node, source) => {
    const [object, index] = code(node.children);
    if (object === undefined || index === undefined) return other;
    if (index.kind !== 'string_literal') return { kind: 'entry', object, key: index };
    return { kind: 'member', object, name: decodeRust(index, source).text };
  },
  call_expression: readCall,
  macro_invocation: readMacro,
  attribute: readAttribute,
  struct_expression: (node, source) => {
    const name = childOf(node, 'name');
    const entries = code(childOf(node, 'body')?.children ?? []).map((child) => readField(child, source));
    return name === null ? other : { kind: 'record', entries, type: textOf(name, source).slice(0, 200) };
  },
  macro_object: (node, source) => ({
    kind: 'record',
    entries: node.children.map((child) => readEntry(child, source)),
  }),
  if_expression: (node) => ({
    kind: 'choice',
    arms: [childOf(node, 'consequence'), childOf(node, 'alternative')].filter((arm) => arm !== null),
  }),
  match_expression: (node) => ({
    kind: 'choice',
    arms: (childOf(node, 'body')?.children ?? []).flatMap((arm) => childOf(arm, 'value') ?? []),
  }),
  block: (node) => wrap(tailOf(node)),
  unsafe_block: wrapped,
  else_clause: wrapped,
  array_expression: list,
  tuple_expression: list,
  closure_expression: functionOf,
  function_item: functionOf,
  parenthesized_expression: wrapped,
  try_expression: wrapped,
  await_expression: wrapped,
  reference_expression: (node) => wrap(childOf(node, 'value')),
  type_cast_expression: (node) => wrap(childOf(node, 'value')),
  unary_expression: (node, source) => (source[node.start] === '*' ? wrapped(node, source) : other),
  boolean_literal: (node, source) => ({ kind: 'constant', value: source.startsWith('t', node.start) }),
  integer_literal: number,
  float_literal: number,
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

/** Children without the comments and attributes between them. */
export function code(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ kind }) => !/comment$|^attribute_item$|^mutable_specifier$/.test(kind));
}

function wrap(inner: SyntaxNode | null): Expression {
  return inner === null ? other : { kind: 'wrapped', inner };
}

/** The expression that a block ends with, and so is its value. */
export function tailOf(block: SyntaxNode): SyntaxNode | null {
  const last = code(block.children).at(-1);
  if (last?.kind === 'expression_statement') {
    // `if` and `match` need no semicolon to be a statement; one that ends a block is its value all the same
    const inner = last.children[0];
    return inner !== undefined && /^(?:if|match|block)/.test(inner.kind) && inner.end === last.end
      ? inner
      : null;
  }
  return last === undefined || /(?:_declaration|_item|_statement|^label)$/.test(last.kind) ? null : last;
}

function member(object: SyntaxNode | null, name: SyntaxNode | null, source: string): Expression {
  return object === null || name === null ? other : { kind: 'member', object, name: textOf(name, source) };
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

/** What makes of a value the same value of another type. */
const sameFunctions =
  /^(?:String::from|Some|Ok|Box::new|Arc::new|Rc::new|Cow::(?:from|Borrowed|Owned)|Vec::from|PathBuf::from|Option::Some|Into::into|OneOrMany::one|vec::Vec::from)$/;
const sameMethods =
  /^(?:to_string|to_owned|into|clone|cloned|as_str|as_ref|as_deref|unwrap|expect|unwrap_or_default|into_string|into_owned|to_vec|into_boxed_str|try_into|into_iter|iter|collect|await)$/;

function readCall(node: SyntaxNode, source: string): Expression {
  let callee = childOf(node, 'function');
  if (callee?.kind === 'generic_function') callee = childOf(callee, 'function');
  if (callee === null) return other;
  const args = code(childOf(node, 'arguments')?.children ?? []);
  const name = source.slice(callee.start, Math.min(callee.end, callee.start + 40));
  const [first] = args;
  if (/^String::(?:new|with_capacity)$/.test(name)) return emptyText;
  if (/^Vec::(?:new|with_capacity)$/.test(name)) return { kind: 'list', items: [] };
  if (first !== undefined && sameFunctions.test(name)) return wrap(first);
  if (callee.kind === 'field_expression') {
    const object = childOf(callee, 'value');
    const method = childOf(callee, 'field');
    const called = method === null ? '' : textOf(method, source);
    if (object !== null && sameMethods.test(called)) return wrap(object);
    if (object !== null && called === 'map' && first !== undefined && isConversion(first, source))
      return wrap(object);
    if (object !== null && first !== undefined && /^unwrap_or(?:_else)?$/.test(called))
      return { kind: 'choice', arms: [object, otherwiseOf(first)], otherwise: true };
  }
  return { kind: 'call', callee, args: args.map((arg) => readArgument(arg, source)), constructs: false };
}

/** What a closure gives instead: `|_| "…".to_string()`. */
function otherwiseOf(arm: SyntaxNode): SyntaxNode {
  return arm.kind === 'closure_expression' ? (childOf(arm, 'body') ?? arm) : arm;
}

/** `Into::into`, `|text| text.to_string()`: each item becomes the same one of another type. */
function isConversion({ start, end }: SyntaxNode, source: string): boolean {
  return /^(?:(?:Into::into|From::from|String::from|ToString::to_string|ToOwned::to_owned|str::to_(?:string|owned))|\|(\w+)\|\s*\1\.(?:to_string|to_owned|into|clone)\(\))$/.test(
    source.slice(start, Math.min(end, start + 60)),
  );
}

export function readArgument(node: SyntaxNode, source: string): Argument {
  const name = node.kind === 'macro_named' ? childOf(node, 'name') : null;
  const value = node.kind === 'macro_named' ? childOf(node, 'value') : node;
  return { name: name === null ? null : textOf(name, source), value: value ?? node, spread: false };
}

/** `#[tool(description = "…")]` is a call of its name. */
function readAttribute(node: SyntaxNode, source: string): Expression {
  const [callee] = node.children;
  const list = childOf(node, 'arguments');
  if (callee === undefined || list === null) return other;
  return {
    kind: 'call',
    callee,
    args: list.children.map((arg) => readArgument(arg, source)),
    constructs: false,
  };
}

function readField(node: SyntaxNode, source: string): Entry {
  const key = childOf(node, 'field');
  const value = childOf(node, 'value');
  if (key !== null && value !== null) return { key: textOf(key, source), value };
  const [only] = code(node.children);
  if (node.kind === 'shorthand_field_initializer' && only !== undefined)
    return { key: textOf(only, source), value: only };
  return { key: null, value: only ?? node };
}

function readEntry(node: SyntaxNode, source: string): Entry {
  const key = childOf(node, 'key');
  const value = childOf(node, 'value');
  if (node.kind !== 'macro_entry' || key === null || value === null) return { key: null, value: node };
  const text = key.kind === 'string_literal' ? decodeRust(key, source).text : null;
  return { key: text, value };
}
