import type { Declaration } from '../../language.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, childrenOf, type SyntaxNode } from '../../syntax.ts';
import { operatorOf } from './expressions.ts';
import { decodeGo } from './strings.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const declarers: Readonly<Record<string, Declarer>> = {
  short_var_declaration: (node, source) => assign(node, source, false),
  assignment_statement: (node, source) => {
    const operator = operatorOf(node, source);
    if (operator === '=') return appended(node, source) ?? assign(node, source, true);
    return operator === '+=' ? augment(node, source) : [];
  },
  const_spec: spec,
  var_spec: spec,
  parameter_declaration: parameters,
  variadic_parameter_declaration: parameters,
  range_clause: (node, source) => names(childOf(node, 'left'), 'loop', node, source),
  function_declaration: (node, source) => own(node, 'function', source),
  method_declaration: (node, source) => {
    const of = receiverOf(node, source);
    return own(node, 'function', source).map((declared) => (of === null ? declared : { ...declared, of }));
  },
  type_spec: (node, source) => own(node, 'class', source),
  field_declaration: (node, source) =>
    node.children
      .filter(({ field }) => field === 'name')
      .map((name) => ({ kind: 'member', name: textOf(name, source), node, value: null })),
  import_spec: readImport,
  call_expression: written,
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

function own(node: SyntaxNode, kind: Declaration['kind'], source: string): Declaration[] {
  const name = childOf(node, 'name');
  return name === null ? [] : [{ kind, name: textOf(name, source), node, value: node }];
}

function names(
  list: SyntaxNode | null,
  kind: Declaration['kind'],
  node: SyntaxNode,
  source: string,
): Declaration[] {
  return code(list?.children ?? [])
    .filter((child) => child.kind === 'identifier')
    .map((name) => ({ kind, name: textOf(name, source), node, value: null }));
}

/** `a, b := x, y`; of several names that one call gives values to, the first has what the call returns first. */
function assign(node: SyntaxNode, source: string, assigns: boolean): Declaration[] {
  const values = code(childOf(node, 'right')?.children ?? []);
  return code(childOf(node, 'left')?.children ?? []).flatMap((target, i): Declaration[] => {
    const name = textOf(target, source);
    if (target.kind !== 'identifier' || name === '_') return [];
    const value = values[i] ?? null;
    return [assigns ? { kind: 'value', name, node, value, assigns } : { kind: 'value', name, node, value }];
  });
}

function augment(node: SyntaxNode, source: string): Declaration[] {
  const left = code(childOf(node, 'left')?.children ?? [])[0];
  const value = code(childOf(node, 'right')?.children ?? [])[0];
  if (left?.kind !== 'identifier' || value === undefined) return [];
  return [{ kind: 'augment', name: textOf(left, source), node, value, assigns: true }];
}

/** `list = append(list, a, b)` adds to the list. */
function appended(node: SyntaxNode, source: string): Declaration[] | null {
  const [target, more] = code(childOf(node, 'left')?.children ?? []);
  const call = code(childOf(node, 'right')?.children ?? [])[0];
  const callee = call?.kind === 'call_expression' ? childOf(call, 'function') : null;
  if (target?.kind !== 'identifier' || more !== undefined || call === undefined || callee === null)
    return null;
  if (textOf(callee, source) !== 'append') return null;
  const [list, ...added] = code(childOf(call, 'arguments')?.children ?? []);
  const name = textOf(target, source);
  if (list?.kind !== 'identifier' || textOf(list, source) !== name) return null;
  return added
    .filter(({ kind }) => kind !== 'variadic_argument')
    .map((value) => ({ kind: 'augment', name, node, value, assigns: true }));
}

/** `const (A, B = x, y)`. */
function spec(node: SyntaxNode, source: string): Declaration[] {
  const type = childOf(node, 'type');
  const values = code(childOf(node, 'value')?.children ?? []);
  // the type of a builder stands for the empty text it begins with
  const builder = type?.kind === 'qualified_type' ? type : null;
  return node.children
    .filter(({ field, kind }) => field === 'name' && kind === 'identifier')
    .map((name, i) => ({ kind: 'value', name: textOf(name, source), node, value: values[i] ?? builder }));
}

const functions = new Set(['function_declaration', 'method_declaration', 'func_literal']);

/** The parameters of a function and its receiver; those of a function's type belong to nothing. */
function parameters(node: SyntaxNode, source: string): Declaration[] {
  const list = node.parent;
  if (list === null || list.field === 'result' || !functions.has(list.parent?.kind ?? '')) return [];
  return node.children
    .filter(({ field }) => field === 'name')
    .map((name) => ({
      kind: 'parameter',
      name: textOf(name, source),
      node,
      value: null,
      ...(list.field === 'receiver' ? { receiver: true } : {}),
    }));
}

/** The type whose method a function is. */
export function receiverOf(node: SyntaxNode, source: string): string | null {
  const receiver = childrenOf(node, 'parameter_list').find(({ field }) => field === 'receiver');
  const type = receiver?.children[0] === undefined ? null : childOf(receiver.children[0], 'type');
  return type === null ? null : (/\w+/.exec(textOf(type, source))?.[0] ?? null);
}

/** `builder.WriteString("…")` and `fmt.Fprintf(&builder, "…", x)` add to a text. */
function written(node: SyntaxNode, source: string): Declaration[] {
  const callee = childOf(node, 'function');
  const [first, second] = code(childOf(node, 'arguments')?.children ?? []);
  if (callee?.kind !== 'selector_expression' || first === undefined) return [];
  const operand = childOf(callee, 'operand');
  const method = childOf(callee, 'field');
  if (operand?.kind !== 'identifier' || method === null) return [];
  const name = textOf(method, source);
  const on = textOf(operand, source);
  if (name === 'WriteString') return [{ kind: 'augment', name: on, node, value: first, assigns: true }];
  const target = first.kind === 'unary_expression' ? childOf(first, 'operand') : first;
  if (on !== 'fmt' || target?.kind !== 'identifier' || second === undefined) return [];
  const into = textOf(target, source);
  if (name === 'Fprintf') return [{ kind: 'augment', name: into, node, value: node, assigns: true }];
  return /^Fprint(?:ln)?$/.test(name)
    ? [{ kind: 'augment', name: into, node, value: second, assigns: true }]
    : [];
}

function readImport(node: SyntaxNode, source: string): Declaration[] {
  const path = childOf(node, 'path');
  if (path === null) return [];
  const module = decodeGo(path, source).text;
  const name = childOf(node, 'name');
  if (name?.kind === 'blank_identifier') return [];
  const from = { module, name: '*' };
  if (name?.kind === 'dot') return [{ kind: 'import', name: '*', node, value: null, from }];
  const local = name === null ? packageName(module) : textOf(name, source);
  return [{ kind: 'import', name: local, node, value: null, from }];
}

/**
 * What a package is called when its import does not say: the last part of its path without the version, and without
 * the words that tell that it is written in Go (`go-openai`, `anthropic-sdk-go`).
 */
export function packageName(module: string): string {
  const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
  const last = (parts.at(-1) ?? '').replace(/\.v\d+$/, '');
  const words = last.split(/[-.]/).filter((word) => !/^(?:go|golang|sdk)$/.test(word));
  return words.length === 0 ? last : words.join('');
}
