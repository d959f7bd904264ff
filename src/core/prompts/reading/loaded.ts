import type { Declaration, Expression } from '../../source/language.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place } from '../../source/workspace.ts';
import { namedArguments } from '../arguments.ts';
import { functionBehind, parametersFor } from '../called.ts';
import { onlyValue } from '../literals.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { trimSegments } from '../segments.ts';
import type { Trail } from '../trail.ts';
import type { FileRead } from './file.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/**
 * The file that one of the workspace's own functions reads for a call: `loadPrompt('greeting')`, where the function makes
 * the path of its parameter. Null where it is none, or where it could be several files.
 * @param read the file that an expression reads.
 */
export function loadedAt(
  at: Place,
  call: Call,
  trail: Trail,
  read: (place: Place) => FileRead | null,
): FileRead | null {
  const fn = call.args.length === 0 ? null : functionBehind({ ...at, node: call.callee }, trail);
  const returns = fn?.unit.outline.returns.get(fn.node) ?? [];
  if (fn === null || returns.length === 0 || returns.length > mostReturns) return null;
  const { args } = namedArguments(at, call.args, parametersFor(at, fn), trail);
  const given = new Map<SyntaxNode, Place>();
  for (const { name, node } of parametersOf(fn)) {
    const place = args.get(name);
    if (place !== undefined) given.set(node, place);
  }
  return trail.within('load', at.node, null, () =>
    trail.given(given, () => {
      const found = returns.flatMap((node) => returnedFile({ unit: fn.unit, node }, trail, read) ?? []);
      const [file, another] = found;
      return file !== undefined && another === undefined ? file : null;
    }),
  );
}

/** A function that loads a file returns its text, and perhaps what it remembers of it or a fallback. */
const mostReturns = 4;

function parametersOf({ unit, node }: Place): readonly Declaration[] {
  const names = unit.outline.scopeAt(node)?.names ?? new Map<string, readonly Declaration[]>();
  return [...names.values()].flat().filter(({ kind }) => kind === 'parameter');
}

const trims = /^(?:strip|trim|Trim)$/;

function returnedFile(place: Place, trail: Trail, read: (place: Place) => FileRead | null): FileRead | null {
  const value = onlyValue(place, trail) ?? place;
  const at = unwrap(value);
  const expression = expressionAt(at);
  const method = expression.kind === 'call' ? expressionAt(unwrap({ ...at, node: expression.callee })) : null;
  if (expression.kind !== 'call' || method?.kind !== 'member' || !trims.test(method.name)) return read(at);
  if (expression.args.length > 0) return null;
  const file = returnedFile({ ...at, node: method.object }, trail, read);
  const [text] = file?.text === null || file === null ? [] : trimSegments([file.text], true, true);
  return file === null || text?.kind !== 'text' ? null : { ...file, text };
}
