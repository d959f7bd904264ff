import type { Expression } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';
import { functionBehind, parametersFor } from './called.ts';
import type { Role } from './prompt.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { importsSdk } from './imports.ts';
import { entryOf, recordAt } from './records.ts';
import { roleNamed } from './roleNames.ts';
import type { Trail } from './trail.ts';

/**
 * A message of a class that no SDK's table knows, made by position: `new Turn(Speaker.System, "…")`,
 * `Message::new(Role::User, text)`. Its constructor says which argument is which; where nobody can see that, the class
 * must be called a message, and the role stand in front of the text.
 */
export function ownMessageAt(place: Place, trail: Trail): { role: Role; content: Place } | null {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  if (expression.args.length === 1) return ofRoleClass(place, expression, trail);
  if (expression.args.length === 0) return null;
  const at = expression.args.findIndex(({ value }) => writtenRole({ ...place, node: value }) !== null);
  const role = writtenRole({ ...place, node: expression.args[at]?.value ?? place.node });
  const cls = at < 0 ? null : classMade(place, expression);
  if (role === null || cls === null) return null;
  const fn = functionBehind({ ...place, node: expression.callee }, trail);
  const content = fn === null ? byForm(cls, at) : byParameters(parametersFor(place, fn), at);
  const value = expression.args[content]?.value;
  return value === undefined ? null : { role, content: { ...place, node: value } };
}

/**
 * `new SystemMessage({ text })`: of a class of the workspace that is called like a role's messages, where its file speaks
 * to a provider. Elsewhere it is a message on a page.
 */
function ofRoleClass(
  place: Place,
  expression: Extract<Expression, { kind: 'call' }>,
  trail: Trail,
): { role: Role; content: Place } | null {
  const cls = classMade(place, expression) ?? '';
  const role = roleNamed(/(System|Developer|User|Human|Assistant|AI)(?:Chat)?Message$/.exec(cls)?.[1] ?? '');
  const [only] = expression.args;
  const record = role === null || only === undefined ? null : recordAt({ ...place, node: only.value });
  const content = record === null ? null : entryOf(record, 'text', 'content');
  if (role === null || content === null) return null;
  const fn = functionBehind({ ...place, node: expression.callee }, trail);
  return fn !== null && importsSdk(fn.unit.text) ? { role, content } : null;
}

/** Which argument is the text, by what the parameters are called; -1 where the one at `role` says no role. */
function byParameters(parameters: readonly string[], role: number): number {
  if (!/^(?:role|speaker|author|sender|type|kind|from)$/i.test(parameters[role] ?? '')) return -1;
  return parameters.findIndex((name) => /^(?:contents?|text|message|msg|body|prompt)$/i.test(name));
}

function byForm(cls: string, role: number): number {
  const isMessage = /(?:Message|Msg)$/.test(cls) && !forPeople.test(cls);
  return isMessage && role === 0 ? 1 : -1;
}

/** What programs tell people, not models. */
const forPeople = /Log|Error|Exception|Warning|Mail|Sms|Toast|Flash|Commit|Validation|Notif|Alert|Status/;

/** The role that an argument says, as text or as a member of an enumeration of roles; most arguments say none, which one look tells. */
function writtenRole({ unit, node }: Place): Role | null {
  if (node.end - node.start > longestRole) return null;
  const written = unit.text.slice(node.start, node.end);
  const [, member, literal, bare] = roleWritten.exec(written) ?? [];
  // `new ChatMessage(user, …)`: whoever that is; constants begin with a capital
  if (bare !== undefined && /^[a-z]/.test(bare)) return null;
  return roleNamed(member ?? literal ?? bare ?? '');
}

const longestRole = 60;

const roleWritten =
  /^(?:[\w.:\\]*(?:role|speaker|author|sender|participant)s?(?:\.|::)(system|developer|user|human|assistant)|["':](system|developer|user|human|assistant)["']?|(system|developer|user|human|assistant))(?:\.(?:into|to_string|to_owned|value|ToString)(?:\(\))?|->value)?$/i;

/** The name of the class that a call makes an instance of; null where it makes none. */
function classMade(
  place: Place,
  { callee, constructs }: Extract<Expression, { kind: 'call' }>,
): string | null {
  const called = expressionAt(unwrap({ ...place, node: callee }));
  if (called.kind === 'member' && /^(?:new|make|create|of|from)$/i.test(called.name)) {
    const cls = expressionAt(unwrap({ ...place, node: called.object }));
    const name = cls.kind === 'name' || cls.kind === 'member' ? cls.name : '';
    return /^[A-Z]/.test(name) || place.unit.language.self.has(name) ? name : null;
  }
  const name = called.kind === 'name' || called.kind === 'member' ? called.name : null;
  return constructs || (name !== null && place.unit.language.id === 'python' && /^[A-Z]/.test(name))
    ? name
    : null;
}
