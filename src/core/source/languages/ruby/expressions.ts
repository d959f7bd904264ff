import { operandsOf, operatorBetween } from '../../chains.ts';
import type { Argument, Entry, Expression } from '../../language.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { heredocParts, quotedParts } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };

const named: Reader = (node, source) => ({ kind: 'name', name: textOf(node, source) });

const spread: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'spread', inner };
};

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(textOf(node, source).replaceAll('_', '')),
});

const functionOf: Reader = (node) => ({ kind: 'function', node });

/** A list of statements is worth what the last one is. */
const last: Reader = (node) => wrap(code(node.children).at(-1) ?? null);

const list: Reader = (node) => ({ kind: 'list', items: code(node.children) });

const readers: Readonly<Record<string, Reader>> = {
  string: readString,
  bare_string: (node, source) => readString(node, source),
  chained_string: (node) => ({ kind: 'concat', operands: code(node.children) }),
  heredoc_beginning: readHeredoc,
  simple_symbol: (node, source) => symbol(node, 1, source),
  // `{ content: }` has the value of the name
  hash_key_symbol: (node, source) =>
    node.parent !== null && node.parent.kind === 'pair' && childOf(node.parent, 'value') === null
      ? named(node, source)
      : symbol(node, 0, source),
  binary: readBinary,
  identifier: named,
  constant: named,
  instance_variable: named,
  class_variable: named,
  global_variable: named,
  self: named,
  scope_resolution: (node, source) => {
    const object = childOf(node, 'scope');
    const name = childOf(node, 'name');
    if (name === null) return other;
    const text = textOf(name, source);
    return object === null ? { kind: 'name', name: text } : { kind: 'member', object, name: text };
  },
  element_reference: (node, source) => {
    const [object, index] = code(node.children);
    if (object === undefined || index === undefined) return other;
    const key = keyOf(index, source);
    return key === null ? { kind: 'entry', object, key: index } : { kind: 'member', object, name: key };
  },
  call: readCall,
  callee: (node, source) => {
    const [object, method] = node.children;
    if (object === undefined) return other;
    return method === undefined
      ? { kind: 'name', name: textOf(object, source) }
      : { kind: 'member', object, name: textOf(method, source) };
  },
  hash: (node, source) => ({
    kind: 'record',
    entries: code(node.children).map((child) => readEntry(child, source)),
  }),
  array: list,
  string_array: list,
  right_assignment_list: list,
  conditional: (node) => choice(childOf(node, 'consequence'), childOf(node, 'alternative')),
  if: (node) => choice(childOf(node, 'consequence'), childOf(node, 'alternative')),
  unless: (node) => choice(childOf(node, 'consequence'), childOf(node, 'alternative')),
  elsif: (node) => choice(childOf(node, 'consequence'), childOf(node, 'alternative')),
  case: (node) => choice(...node.children.filter(({ kind }) => kind === 'when' || kind === 'else')),
  when: (node) => wrap(childOf(node, 'body')),
  then: last,
  else: last,
  begin: last,
  body_statement: last,
  block_body: last,
  parenthesized_statements: last,
  assignment: (node) => wrap(childOf(node, 'right')),
  // `+'…'` and `-'…'` are about the object, not the text
  unary: (node, source) => (/[+-]/.test(source[node.start] ?? '') ? wrap(childOf(node, 'operand')) : other),
  method: functionOf,
  singleton_method: functionOf,
  true: () => ({ kind: 'constant', value: true }),
  false: () => ({ kind: 'constant', value: false }),
  nil: () => ({ kind: 'constant', value: null }),
  splat_argument: spread,
  hash_splat_argument: spread,
  integer: number,
  float: number,
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

/** Children without comments, and without the bodies of heredocs that begin elsewhere. */
export function code(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ kind }) => kind !== 'comment' && kind !== 'heredoc_body');
}

function wrap(inner: SyntaxNode | null): Expression {
  return inner === null ? other : { kind: 'wrapped', inner };
}

function choice(...arms: readonly (SyntaxNode | null)[]): Extract<Expression, { kind: 'choice' }> {
  return { kind: 'choice', arms: arms.filter((arm) => arm !== null) };
}

function symbol(node: SyntaxNode, skip: number, source: string): Expression {
  const range = { start: node.start + skip, end: node.end };
  const text = { text: source.slice(range.start, range.end), map: [0, range.start], range };
  return { kind: 'string', interpolated: false, parts: [{ kind: 'text', text }] };
}

function readString(node: SyntaxNode, source: string): Expression {
  const parts = quotedParts(node, source);
  return { kind: 'string', interpolated: parts.some(({ kind }) => kind === 'hole'), parts };
}

function readHeredoc(node: SyntaxNode, source: string): Expression {
  const body = bodyOf(node, source);
  if (body === null) return other;
  const parts = heredocParts(node, body, source);
  return { kind: 'string', interpolated: parts.some(({ kind }) => kind === 'hole'), parts };
}

/** The body of a heredoc: the first one after its beginning that ends with its name. */
function bodyOf(beginning: SyntaxNode, source: string): SyntaxNode | null {
  const name = textOf(beginning, source).replace(/^<<[~-]?|["'`]/g, '');
  const ends = (body: SyntaxNode): boolean => {
    const end = body.children.at(-1);
    return end?.kind === 'heredoc_end' && textOf(end, source).trim() === name;
  };
  let looked = 0;
  for (let up = beginning.parent; up !== null && looked < farthestBody; up = up.parent) {
    const queue = up.children.filter(({ end }) => end > beginning.end);
    for (
      let next = queue.shift();
      next !== undefined && looked < farthestBody;
      next = queue.shift(), looked++
    ) {
      if (next.kind === 'heredoc_body' && next.start >= beginning.end && ends(next)) return next;
      if (next.kind !== 'heredoc_body')
        queue.unshift(...next.children.filter(({ end }) => end > beginning.end));
    }
  }
  return null;
}

/** Nodes that are looked at for the body of a heredoc; it follows on the next line, or nearly. */
const farthestBody = 2000;

/** The operands of a chain of `+`, however long, without recursion; a `%` on a text; both sides of `||`. */
function readBinary(node: SyntaxNode, source: string): Expression {
  const operator = operatorOf(node, source);
  const template = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (template === null || right === null) return other;
  if (operator === '%')
    return { kind: 'percent', template, values: right.kind === 'array' ? code(right.children) : [right] };
  if (operator === '||' || operator === 'or') return { ...choice(template, right), otherwise: true };
  if (operator === '<<') return wrap(template);
  if (operator !== '+') return other;
  const operands = operandsOf(node, (link) => link.kind === 'binary' && operatorOf(link, source) === '+');
  return { kind: 'concat', operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, /\\/g);
}

/** What makes of a text the same text. */
const same = /^(?:freeze|dup|to_s|to_str|html_safe|itself|then|presence|to_sym|with_indifferent_access)$/;

function readCall(node: SyntaxNode, source: string): Expression {
  const receiver = childOf(node, 'receiver');
  const method = childOf(node, 'method');
  const list = code(childOf(node, 'arguments')?.children ?? []);
  if (method === null) return other;
  const name = textOf(method, source);
  if (receiver !== null && list.length === 0 && same.test(name)) return wrap(receiver);
  if (name === 'new' && receiver !== null && textOf(receiver, source) === 'String')
    return list[0] === undefined ? { kind: 'string', interpolated: false, parts: [] } : wrap(list[0]);
  const children = receiver === null ? [method] : [receiver, method];
  const callee: SyntaxNode = {
    kind: 'callee',
    field: null,
    parent: node,
    children,
    start: (receiver ?? method).start,
    end: method.end,
  };
  return {
    kind: 'call',
    callee,
    args: list.map((arg) => readArgument(arg, source)),
    constructs: name === 'new',
  };
}

function readArgument(node: SyntaxNode, source: string): Argument {
  const key = node.kind === 'pair' ? childOf(node, 'key') : null;
  const value = node.kind === 'pair' ? (childOf(node, 'value') ?? key) : null;
  const name = key === null ? null : keyOf(key, source);
  if (value !== null) return { name, value, spread: name === null };
  const spread = /splat_argument$/.test(node.kind);
  return { name: null, value: spread ? (node.children[0] ?? node) : node, spread };
}

function readEntry(node: SyntaxNode, source: string): Entry {
  const key = childOf(node, 'key');
  // `{ model: }` is the variable of that name
  const value = childOf(node, 'value') ?? key;
  if (key === null || value === null) return { key: null, value: node.children[0] ?? node };
  return { key: keyOf(key, source), value };
}

function keyOf(node: SyntaxNode, source: string): string | null {
  const read = expression(node, source);
  if (read.kind !== 'string') return null;
  return read.parts.length === 1 && read.parts[0]?.kind === 'text' ? read.parts[0].text.text : null;
}
