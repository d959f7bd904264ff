import { enclosing, type Scope } from '../source/outline.ts';
import { constructors } from './called.ts';
import type { Evidence } from './evidence.ts';
import type { Origin } from './origin.ts';

/**
 * A parameter of the function that writes a text is another one with each call of it, unless it says otherwise: by a
 * value to fall back on, or because the function makes something that lasts for longer than a request.
 */
export function evidenceOfParameter({
  name,
  fallback,
  declared: { unit, node },
}: Extract<Origin, { kind: 'parameter' }>): Evidence | null {
  if (fallback !== null || unit.language.self.has(name)) return null;
  const fn = enclosing(unit.outline.scopeAt(node) ?? unit.outline.scopeOf(node), 'function');
  if (fn === null || isConstructor(fn) || makesSomething.test(fn.name ?? '')) return null;
  return { varies: 'request', because: 'parameter' };
}

/** What a constructor is called in one language is any function's name in another: it stands in a class. */
function isConstructor(fn: Scope): boolean {
  return constructors.includes(fn.name ?? '') && enclosing(fn.parent, 'class') !== null;
}

/** Functions that make an agent or a client, whose texts stay the same while it lives. */
const makesSomething =
  /^(?:_*(?:create|make|build|init|initiali[sz]e|setup|set_up|configure|get|new|register|define)_?)\w*(?:agent|assistant|bot|chain|crew|team|client|model|llm|app|server|kernel|session|graph|tools?)s?$/i;
