import type { Declaration } from '../../language.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { code, expression, operatorOf } from './expressions.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const declarers: Readonly<Record<string, Declarer>> = {
  assignment: (node, source) => assign(childOf(node, 'left'), childOf(node, 'right'), node, source),
  operator_assignment: (node, source) => {
    const operator = operatorOf(node, source);
    const left = childOf(node, 'left');
    const value = childOf(node, 'right');
    if (left === null || value === null) return [];
    if (operator === '+=' || operator === '<<=') return added(left, value, source);
    return operator === '||=' ? assign(left, value, node, source) : [];
  },
  binary: (node, source) => {
    const left = childOf(node, 'left');
    const value = childOf(node, 'right');
    return left === null || value === null || operatorOf(node, source) !== '<<'
      ? []
      : added(left, value, source);
  },
  method: (node, source) => own(node, 'function', source),
  singleton_method: (node, source) => own(node, 'function', source),
  class: (node, source) => own(node, 'class', source),
  module: (node, source) => own(node, 'class', source),
  method_parameters: (node, source) => parameters(node, 'parameter', source),
  lambda_parameters: (node, source) => parameters(node, 'parameter', source),
  block_parameters: (node, source) => parameters(node, 'loop', source),
  call: (node, source) => required(node, source) ?? pushed(node, source) ?? setting(node, source) ?? [],
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

function own(node: SyntaxNode, kind: 'function' | 'class', source: string): Declaration[] {
  const name = childOf(node, 'name');
  return name === null ? [] : [{ kind, name: textOf(name, source), node, value: node }];
}

function assign(
  left: SyntaxNode | null,
  value: SyntaxNode | null,
  node: SyntaxNode,
  source: string,
): readonly Declaration[] {
  if (left === null) return [];
  const name = textOf(left, source);
  switch (left.kind) {
    case 'identifier':
      return [{ kind: 'value', name, node, value, assigns: true }];
    case 'constant':
    case 'global_variable':
      return [{ kind: 'value', name, node, value }];
    case 'instance_variable':
    case 'class_variable':
      return [{ kind: 'member', name, node, value }];
    case 'left_assignment_list': {
      const values = value?.kind === 'right_assignment_list' ? code(value.children) : [];
      return left.children.flatMap((child, i) => assign(child, values[i] ?? null, node, source));
    }
    default:
      return [];
  }
}

/** `text << "a" << "b"` adds both to the text; each stands where its value does. */
function added(target: SyntaxNode, value: SyntaxNode, source: string): Declaration[] {
  let left: SyntaxNode | null = target;
  for (let links = 0; links < longestChain && left?.kind === 'binary'; links++)
    left = operatorOf(left, source) === '<<' ? childOf(left, 'left') : null;
  if (left?.kind !== 'identifier' && left?.kind !== 'instance_variable') return [];
  return [{ kind: 'augment', name: textOf(left, source), node: value, value, assigns: true }];
}

/** Nobody writes more in one line. */
const longestChain = 100;

function parameters(node: SyntaxNode, kind: 'parameter' | 'loop', source: string): Declaration[] {
  return code(node.children).flatMap((child): Declaration[] => {
    const name = child.kind === 'identifier' ? child : childOf(child, 'name');
    return name === null
      ? []
      : [{ kind, name: textOf(name, source), node: child, value: childOf(child, 'value') }];
  });
}

/** `require_relative "texts"` brings all that the file declares. */
function required(node: SyntaxNode, source: string): Declaration[] | null {
  const method = childOf(node, 'method');
  if (method === null || childOf(node, 'receiver') !== null) return null;
  const name = textOf(method, source);
  if (name !== 'require' && name !== 'require_relative') return null;
  const [argument] = code(childOf(node, 'arguments')?.children ?? []);
  const read = argument === undefined ? null : expression(argument, source);
  const [only, more] = read?.kind === 'string' ? read.parts : [];
  if (only?.kind !== 'text' || more !== undefined) return [];
  const module = name === 'require' ? only.text.text : `./${only.text.text}`;
  return [{ kind: 'import', name: '*', node, value: null, from: { module, name: '*' } }];
}

/** `list.push(x)`, `text.concat("…")`. */
function pushed(node: SyntaxNode, source: string): Declaration[] | null {
  const receiver = childOf(node, 'receiver');
  const method = childOf(node, 'method');
  if (receiver === null || method === null || !/^(?:push|append|concat)$/.test(textOf(method, source)))
    return null;
  return code(childOf(node, 'arguments')?.children ?? []).flatMap((value) => added(receiver, value, source));
}

/** A string, or one that a method is called on: `<<~TEXT.squish`. */
function isText({ kind, start }: SyntaxNode, source: string): boolean {
  return (
    /string|heredoc/.test(kind) ||
    (kind === 'call' && /^(?:["']|<<[~-]?["']?[A-Z])/.test(source.slice(start, start + 6)))
  );
}

/** `description "…"` in the body of a class sets something of the class. */
function setting(node: SyntaxNode, source: string): Declaration[] | null {
  const method = childOf(node, 'method');
  const around = node.parent?.kind === 'body_statement' ? node.parent.parent?.kind : null;
  const [value, more] = code(childOf(node, 'arguments')?.children ?? []);
  if (around !== 'class' || method === null || childOf(node, 'receiver') !== null) return null;
  if (value === undefined || more !== undefined || !isText(value, source)) return null;
  return [{ kind: 'member', name: textOf(method, source), node, value }];
}
