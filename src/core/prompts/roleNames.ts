import type { Place } from '../source/workspace.ts';
import { literalText } from './literals.ts';
import type { Role } from './prompt.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

const roles: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  chatbot: 'assistant',
  tool: 'user',
  function: 'user',
};

/** The role that a provider's interface calls so; null where none does. */
export function roleNamed(name: string): Role | null {
  const plain = name.toLowerCase();
  return Object.hasOwn(roles, plain) ? (roles[plain] ?? null) : null;
}

/** A role as text, or as a member called like one (`ChatRole.System`). */
export function roleText(place: Place, trail: Trail): string | null {
  const literal = literalText(place);
  if (literal !== null) return literal;
  const origin = definitionOf(place, trail);
  const only = origin.kind === 'values' ? origin.values[0] : undefined;
  const resolved = only === undefined ? null : literalText(only);
  if (resolved !== null) return resolved;
  const expression = expressionAt(unwrap(place));
  const member = expression.kind === 'member' ? expression.name : '';
  return /(system|developer|user|human|assistant|model|ai)$/i.exec(member)?.[1]?.toLowerCase() ?? null;
}
