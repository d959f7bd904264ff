import type { Expression } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';
import { expressionAt } from './expressions.ts';

/** Functions that look a setting up by its name, and give their second argument where it is not set. */
const lookups =
  /^(?:getenv|get|get_option|env|getOrDefault|get_or_default|fetch|config|getProperty|getString)$/;

/** Those of them that read nothing but settings, so that a text they fall back on is what an application says. */
const ofSettings = /^(?:getenv|get_option|env|config|getProperty)$/;

/** Functions that declare a setting: their argument `default` is what it is, or the one without a name. */
const declarations = /^(?:Field|field|Option|Argument)$/;

/** What a call that reads or declares a setting gives where nobody has set it; null for any other call. */
export function unlessSet(at: Place, { callee, args }: Extract<Expression, { kind: 'call' }>): Place | null {
  const called = expressionAt({ ...at, node: callee });
  const name = called.kind === 'name' || called.kind === 'member' ? called.name : '';
  const [first, second] = args;
  const byName = args.find((arg) => arg.name === 'default');
  const unset = lookups.test(name) ? (second ?? byName) : undefined;
  const declared = declarations.test(name) ? (byName ?? first) : undefined;
  const given = unset ?? declared;
  return given === undefined || given.spread ? null : { ...at, node: given.value };
}

/** The text that is used where nobody has set another one: `get_option('prompt', 'You are …')`. */
export function textUnlessSet(
  at: Place,
  { callee, args }: Extract<Expression, { kind: 'call' }>,
): Place | null {
  const called = expressionAt({ ...at, node: callee });
  const name = called.kind === 'name' || called.kind === 'member' ? called.name : '';
  const [, fallback] = args;
  const isSetting = ofSettings.test(name) && fallback !== undefined && fallback.name === null;
  return isSetting && !fallback.spread ? { ...at, node: fallback.value } : null;
}
