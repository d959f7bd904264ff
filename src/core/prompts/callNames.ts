import type { SyntaxNode } from '../source/syntax.ts';
import type { Unit } from '../source/workspace.ts';
import { onItsOwn } from '../text.ts';
import { calledName } from './calls.ts';
import { expressionAt } from './expressions.ts';

/** Names of what a text calls, told without parsing it: what stands before each bracket. */
export function namesCalledIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let bracket = text.indexOf('('); bracket !== -1; bracket = text.indexOf('(', bracket + 1)) {
    let end = bracket;
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > 0 && isPartOfName(text, start - 1)) start--;
    while (start < end && isDigit(text.charCodeAt(start))) start++;
    if (start < end) names.add(onItsOwn(text.slice(start, end)));
  }
  return names;
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function isPartOfName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36
    );
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** The name of what each call of a file calls, as the module that declares it has it. */
export function namesCalled(unit: Unit): ReadonlyMap<SyntaxNode, string> {
  const names = new Map<SyntaxNode, string>();
  for (const node of unit.outline.calls) {
    const expression = expressionAt({ unit, node });
    if (expression.kind === 'call') names.set(node, onItsOwn(calledName(unit, expression.callee)));
  }
  return names;
}
