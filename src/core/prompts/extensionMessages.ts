import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { onlyValue } from './literals.ts';
import type { Method } from './overriding.ts';
import { expressionAt } from './expressions.ts';
import type { Trail } from './trail.ts';

/**
 * What the parts of a browser extension send each other: a listener stands for the function that `sendMessage` calls,
 * with the entries of the message as its arguments.
 * https://developer.chrome.com/docs/extensions/develop/concepts/messaging, read 2026-11.
 */
export const extensionMessages: { readonly name: string; readonly type: string; readonly method: Method } = {
  name: 'sendMessage',
  type: 'runtime.onMessage',
  method: { bases: ['runtime.onMessage'], parameters: [] },
};

/** Whether a callee sends a message to the extension's other parts. */
export function sendsMessage({ unit, node }: Place): boolean {
  return /^(?:chrome|browser)\.(?:runtime|tabs)\.sendMessage$/.test(
    unit.text.slice(node.start, Math.min(node.end, node.start + 40)),
  );
}

/** The functions of a file that listen to such messages. */
export function listenersIn(unit: Unit, trail: () => Trail): ReadonlySet<SyntaxNode> {
  const listeners = new Set<SyntaxNode>();
  if (!unit.text.includes('onMessage.addListener')) return listeners;
  for (const node of unit.outline.calls) {
    const expression = expressionAt({ unit, node });
    if (expression.kind !== 'call') continue;
    const { start, end } = expression.callee;
    const [listener] = expression.args;
    if (listener === undefined || !/\.runtime\.onMessage\.addListener$/.test(unit.text.slice(start, end)))
      continue;
    const fn = onlyValue({ unit, node: listener.value }, trail());
    if (fn?.unit === unit) listeners.add(fn.node);
  }
  return listeners;
}
