import { enclosing } from '../source/outline.ts';
import type { Place } from '../source/workspace.ts';
import { evidenceIn, evidenceOfName, type Evidence } from './evidence.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { writtenAt } from './holes.ts';
import type { Origin } from './origin.ts';
import { evidenceOfParameter } from './perCall.ts';
import { definitionOf, originOfName } from './resolve.ts';
import { returnsOf } from './returned.ts';
import type { Trail } from './trail.ts';

/**
 * How an expression varies: by its own text, by where its value comes from, by what it is called, or by the names of
 * what it is made from.
 */
export function variation(at: Place, trail: Trail): Evidence {
  const source = writtenAt(at);
  const shown = evidenceAt(at);
  if (shown !== null) return shown;
  if (/^[A-Z][A-Z0-9_]*[A-Z0-9]$/.test(source))
    return { varies: 'deploy', because: 'constant of another file' };
  const origin = definitionOf(rootOf(at), trail);
  const named = evidenceOfName(source);
  // that a parameter is called `language` does not tell that every caller gives the same one
  const trusted = origin.kind === 'parameter' && named?.varies === 'deploy' ? null : named;
  const known =
    evidenceOfOrigin(origin, at, trail) ?? trusted ?? takenOver(at, trail) ?? evidenceOfMaking(at, trail);
  if (known !== null) return known;
  const given = named === null ? parameterBehind(origin, trail) : null;
  const passed = given === null ? null : evidenceOfParameter(given);
  return passed ?? { varies: 'unknown', because: reasonOf(origin) };
}

/** The parameter that a value is, or is taken out of; null where that is called like settings. */
function parameterBehind(origin: Origin, trail: Trail): Extract<Origin, { kind: 'parameter' }> | null {
  if (origin.kind === 'parameter') return origin;
  if (origin.kind !== 'unknown' || origin.of === undefined) return null;
  const holder = definitionOf(origin.of, trail);
  const called = evidenceOfName(writtenAt(origin.of))?.varies ?? 'request';
  return holder.kind === 'parameter' && called === 'request' ? holder : null;
}

/** What an expression itself shows, or what it becomes when what its names stand for is written instead of them. */
function evidenceAt(place: Place, written = writtenAt(place)): Evidence | null {
  const shown = evidenceIn(written);
  if (shown === null || !isReading(shown)) return shown;
  // a clock or a die outside any function is read once, when the program starts
  const once = enclosing(place.unit.outline.scopeOf(place.node), 'function') === null;
  return once ? { varies: 'deploy', because: `${shown.because} at the start of the program` } : shown;
}

/** Whether it comes from a clock or a die, which give another value each time they are asked. */
function isReading({ because }: Evidence): boolean {
  return because === 'clock' || because === 'date' || because === 'random';
}

function evidenceOfOrigin(origin: Origin, at: Place, trail: Trail): Evidence | null {
  if (origin.kind === 'unknown' && origin.of !== undefined) return evidenceAt(origin.of);
  if (origin.kind === 'module') return evidenceOfImport(origin, at);
  if (origin.kind !== 'values') return null;
  for (const value of origin.values) {
    if (value.node === at.node) continue;
    const shown = trail.within('arms', value.node, null, () => evidenceOfValue(value, at, trail));
    if (shown !== null) return shown;
  }
  return null;
}

/** What a name is given from another one, or from an entry of it, varies as that: `$order = $request['order']`. */
function takenOver(at: Place, trail: Trail): Evidence | null {
  const root = rootOf(at);
  const expression = expressionAt(root);
  const origin = expression.kind === 'name' ? originOfName(root, expression.name, trail) : null;
  for (const value of origin?.kind === 'values' ? origin.values : []) {
    const from = unwrap(value);
    if (!passedOn.has(expressionAt(from).kind)) continue;
    const shown = trail.within('taken', from.node, null, () => variation(from, trail));
    if (shown?.varies === 'request') return shown;
  }
  return null;
}

const passedOn: ReadonlySet<string> = new Set(['name', 'member', 'entry']);

function evidenceOfValue(value: Place, at: Place, trail: Trail): Evidence | null {
  if (expressionAt(value).kind === 'function') return evidenceOfReturns(value, at, trail);
  const shown = evidenceAt(value);
  if (shown?.because === 'clock') return evidenceIn(writtenAt(value) + behindRoot(at)) ?? shown;
  return shown ?? readingBehind(value, trail);
}

/** A moment or a random number stays one, whatever is made of it: `day = now.strftime("%d")`. */
function readingBehind(value: Place, trail: Trail): Evidence | null {
  const { kind } = expressionAt(value);
  if (kind !== 'call' && kind !== 'member') return null;
  const shown = evidenceOfOrigin(definitionOf(rootOf(value), trail), value, trail);
  return shown !== null && isReading(shown) ? shown : null;
}

/** What a function returns is made anew with each call of it, wherever the function stands. */
function evidenceOfReturns(fn: Place, at: Place, trail: Trail): Evidence | null {
  const returned = returnsOf(fn, trail) ?? [];
  for (const place of returned) {
    const one = unwrap(place);
    const shown = evidenceIn(writtenAt(one) + behindRoot(at)) ?? readingBehind(one, trail);
    if (shown !== null) return shown;
  }
  return returned.length > 0 ? null : evidenceIn(writtenAt(fn));
}

/** What an imported name says with its module before it: `v4()` is `uuid.v4()`. */
function evidenceOfImport({ module, name }: Extract<Origin, { kind: 'module' }>, at: Place): Evidence | null {
  const from = module.slice(Math.max(module.lastIndexOf('/'), module.lastIndexOf(':')) + 1);
  const shown = evidenceAt(at, `${from}${name === '*' ? '' : `.${name}`}${behindRoot(at)}`);
  return shown?.because.endsWith('start of the program') === true || (shown !== null && isReading(shown))
    ? shown
    : null;
}

/** What the names suggest of which a value is made that says nothing by its own: `name = auth()->user()->name`. */
function evidenceOfMaking(at: Place, trail: Trail): Evidence | null {
  const root = rootOf(at);
  const expression = expressionAt(root);
  const origin = expression.kind === 'name' ? originOfName(root, expression.name, trail) : null;
  const [value, another] = origin?.kind === 'values' ? origin.values : [];
  if (value === undefined || another !== undefined || value.node === at.node) return null;
  const { kind } = expressionAt(unwrap(value));
  const written = writtenAt(value);
  if ((kind !== 'call' && kind !== 'member') || written.length > longestTelling) return null;
  return evidenceOfName(written.replaceAll(makingText, '('));
}

/** Characters of an expression in which the names still say something of its value. */
const longestTelling = 120;

/** Methods that make text of a value, whatever it is. */
const makingText =
  /(?:\??\.|->|::)(?:to_?[sS]tr(?:ing)?|format\w*|strftime|isoformat|trim|strip|join|json|dumps|replace)\(/g;

/** `a` of `a.b.c()`, whose value decides about the whole. */
function rootOf(place: Place): Place {
  let at = unwrap(place);
  for (;;) {
    const expression = expressionAt(at);
    if (expression.kind === 'member') at = unwrap({ ...at, node: expression.object });
    else if (expression.kind === 'call') at = unwrap({ ...at, node: expression.callee });
    else return at;
  }
}

/** `.b.c()` of `a.b.c()`. */
function behindRoot(at: Place): string {
  const { node } = rootOf(at);
  return node.start === at.node.start ? at.unit.text.slice(node.end, at.node.end) : '';
}

function reasonOf(origin: Origin): string {
  if (origin.kind === 'parameter') return 'parameter';
  if (origin.kind === 'module') return 'another module';
  return origin.kind === 'values' ? 'computed' : 'not seen';
}
