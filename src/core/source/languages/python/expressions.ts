import { operandsOf, operatorBetween } from '../../chains.ts';
import type { Argument, Entry, Expression, StringPart } from '../../language.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { decodePython, readPrefix } from './strings.ts';

type Reader = (node: SyntaxNode, source: string) => Expression;

const other: Expression = { kind: 'other' };

const list: Reader = (node) => ({ kind: 'list', items: code(node.children) });

const wrapped: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'wrapped', inner };
};

const number: Reader = (node, source) => ({
  kind: 'number',
  value: Number(source.slice(node.start, node.end).replaceAll('_', '')),
});

const functionOf: Reader = (node) => ({ kind: 'function', node });

const each: Reader = (node) => {
  const item = childOf(node, 'body');
  return item === null ? other : { kind: 'each', item };
};

const spread: Reader = (node) => {
  const inner = code(node.children)[0];
  return inner === undefined ? other : { kind: 'spread', inner };
};

const readers: Readonly<Record<string, Reader>> = {
  string: (node, source) => readString([node], source),
  concatenated_string: (node, source) => readString(code(node.children), source),
  binary_operator: readBinary,
  boolean_operator: readBoolean,
  identifier: (node, source) => ({ kind: 'name', name: source.slice(node.start, node.end) }),
  attribute: (node, source) => {
    const object = childOf(node, 'object');
    const name = childOf(node, 'attribute');
    if (object === null || name === null) return other;
    return { kind: 'member', object, name: source.slice(name.start, name.end) };
  },
  subscript: (node, source) => {
    const object = childOf(node, 'value');
    const index = childOf(node, 'subscript');
    if (object === null || index === null || index.kind === 'slice') return other;
    const name = literal(index, source);
    return name === null ? { kind: 'entry', object, key: index } : { kind: 'member', object, name };
  },
  call: readCall,
  conditional_expression: (node) => {
    const [yes, , no] = code(node.children);
    return { kind: 'choice', arms: [yes, no].filter((arm) => arm !== undefined) };
  },
  true: () => ({ kind: 'constant', value: true }),
  false: () => ({ kind: 'constant', value: false }),
  none: () => ({ kind: 'constant', value: null }),
  list_splat: spread,
  dictionary_splat: spread,
  list,
  tuple: list,
  set: list,
  expression_list: list,
  list_comprehension: each,
  generator_expression: each,
  dictionary: (node, source) => ({
    kind: 'record',
    entries: code(node.children).map((child) => readEntry(child, source)),
  }),
  function_definition: functionOf,
  lambda: functionOf,
  parenthesized_expression: wrapped,
  await: wrapped,
  named_expression: (node) => {
    const value = childOf(node, 'value');
    return value === null ? other : { kind: 'wrapped', inner: value };
  },
  integer: number,
  float: number,
};

export function expression(node: SyntaxNode, source: string): Expression {
  return readers[node.kind]?.(node, source) ?? other;
}

/** One literal or several that follow one another, each with its own prefix. */
function readString(nodes: readonly SyntaxNode[], source: string): Expression {
  const parts: StringPart[] = [];
  let interpolated = false;
  for (const node of nodes) {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (node.kind !== 'string' || first?.kind !== 'string_start') continue;
    const style = readPrefix(source.slice(first.start, first.end));
    interpolated ||= style.formatted;
    let at = first.end;
    const end = last?.kind === 'string_end' ? last.start : node.end;
    const text = (until: number): void => {
      if (until > at) parts.push({ kind: 'text', text: decodePython(source, at, until, style) });
    };
    for (const child of node.children) {
      if (child.kind !== 'interpolation') continue;
      text(child.start);
      const inner = childOf(child, 'expression') ?? code(child.children)[0] ?? child;
      parts.push({ kind: 'hole', node: inner, range: { start: child.start, end: child.end } });
      at = child.end;
    }
    text(end);
  }
  return { kind: 'string', interpolated, parts };
}

/** The value of a literal without interpolation. */
function literal(node: SyntaxNode, source: string): string | null {
  if (node.kind !== 'string' && node.kind !== 'concatenated_string') return null;
  const read = readString(node.kind === 'string' ? [node] : code(node.children), source);
  if (read.kind !== 'string' || read.parts.some((part) => part.kind === 'hole')) return null;
  return read.parts.map((part) => (part.kind === 'text' ? part.text.text : '')).join('');
}

/** What `a and b` is where it is anything is `b`. */
function readBoolean(node: SyntaxNode, source: string): Expression {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const either = operatorOf(node, source) === 'or';
  const arms = (either ? [left, right] : [right]).filter((arm) => arm !== null);
  return either ? { kind: 'choice', arms, otherwise: true } : { kind: 'choice', arms };
}

const chains: Readonly<Record<string, 'concat' | 'pipe' | 'path'>> = {
  '+': 'concat',
  '|': 'pipe',
  '/': 'path',
};

/** The operands of a chain of `+`, however long, without recursion; the stages of a chain of `|`; or a `%` on a string. */
function readBinary(node: SyntaxNode, source: string): Expression {
  const operator = operatorOf(node, source);
  const template = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (operator === '%' && template !== null && right !== null)
    return { kind: 'percent', template, values: right.kind === 'tuple' ? code(right.children) : [right] };
  const repeated = operator === '*' && template?.kind === 'list' ? code(template.children) : [];
  if (repeated.length === 1 && repeated[0] !== undefined) return { kind: 'each', item: repeated[0] };
  const kind = operator === undefined ? undefined : chains[operator];
  if (kind === undefined) return other;
  const operands = operandsOf(
    node,
    (link) => link.kind === 'binary_operator' && operatorOf(link, source) === operator,
  );
  return { kind, operands };
}

export function operatorOf(node: SyntaxNode, source: string): string {
  return operatorBetween(node, source, /#[^\n]*|\\/g);
}

/** `dict(a=…)` is a dictionary with other brackets. */
function readCall(node: SyntaxNode, source: string): Expression {
  const callee = withoutTypes(childOf(node, 'function'), source);
  const list = childOf(node, 'arguments');
  if (callee === null) return other;
  const args =
    list?.kind === 'generator_expression'
      ? []
      : code(list?.children ?? []).map((arg) => readArgument(arg, source));
  if (
    source.slice(callee.start, callee.end) === 'dict' &&
    args.every((arg) => arg.name !== null || arg.spread)
  )
    return {
      kind: 'record',
      entries: args.map(({ name, value, spread }) => ({ key: spread ? null : name, value })),
    };
  return { kind: 'call', callee, args, constructs: false };
}

/** `Agent` of `Agent[Context](…)`: a class that is told its types before it is called. Classes are written in CapWords. */
function withoutTypes(callee: SyntaxNode | null, source: string): SyntaxNode | null {
  const cls = callee?.kind === 'subscript' ? childOf(callee, 'value') : null;
  const name = cls === null ? '' : source.slice(cls.start, Math.min(cls.end, cls.start + 200));
  return cls !== null && /(?:^|\.)[A-Z]\w*[a-z]\w*$/.test(name) ? cls : callee;
}

function readArgument(node: SyntaxNode, source: string): Argument {
  if (node.kind === 'keyword_argument') {
    const name = childOf(node, 'name');
    const value = childOf(node, 'value');
    if (name !== null && value !== null)
      return { name: source.slice(name.start, name.end), value, spread: false };
  }
  const spread = node.kind === 'list_splat' || node.kind === 'dictionary_splat';
  return { name: null, value: spread ? (node.children[0] ?? node) : node, spread };
}

function readEntry(node: SyntaxNode, source: string): Entry {
  const key = childOf(node, 'key');
  const value = childOf(node, 'value');
  if (key === null || value === null) return { key: null, value: node.children[0] ?? node };
  return { key: literal(key, source), value };
}
