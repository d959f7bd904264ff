import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { argumentsIn } from './arguments.ts';
import { appendedLine } from './creations.ts';

/** Methods of a `StringBuilder` that add to its text. */
export const appends = /^(?:Append|AppendLine|AppendFormat)$/;

/** Methods that add to a text or to a list. */
export const adds = /^(?:Append|AppendLine|AppendFormat|Add)$/;

/** The method that a call calls on something; empty where it calls a function. */
export function methodOf(call: SyntaxNode, source: string): string {
  const callee = childOf(call, 'function');
  const name = callee?.kind === 'member_access_expression' ? childOf(callee, 'name') : null;
  return name === null ? '' : textOf(name, source);
}

/** What a call adds: its first argument, with the end of a line where the method adds one, or what it formats. */
export function addedBy(method: string, call: SyntaxNode, first: SyntaxNode): SyntaxNode {
  if (method === 'AppendFormat') return call;
  return method === 'AppendLine' ? appendedLine(first) : first;
}

/** The texts of `new StringBuilder("…").Append("…").AppendLine("…")`, in order; null for a chain that begins otherwise. */
export function builtText(call: SyntaxNode, source: string): readonly SyntaxNode[] | null {
  const added: SyntaxNode[] = [];
  let at: SyntaxNode | null = call;
  for (let links = 0; at?.kind === 'invocation_expression' && links < longestChain; links++) {
    const method = methodOf(at, source);
    if (!appends.test(method)) return null;
    const [first] = argumentsIn(childOf(at, 'arguments'), source);
    if (first !== undefined) added.unshift(addedBy(method, at, first.value));
    const callee = childOf(at, 'function');
    at = callee === null ? null : childOf(callee, 'expression');
  }
  const type = at?.kind === 'object_creation_expression' ? childOf(at, 'type') : null;
  if (at === null || type === null || !/^(?:System\.Text\.)?StringBuilder$/.test(textOf(type, source)))
    return null;
  const given = argumentsIn(at.children.find(({ kind }) => kind === 'argument_list') ?? null, source);
  const start = given.find(({ name, value }) => name === null && value.kind !== 'integer_literal');
  return start === undefined ? added : [start.value, ...added];
}

/** Nobody writes more in one statement. */
const longestChain = 300;
