import type { Expression, StringPart } from '../source/language.ts';
import type { Range } from '../text.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import type { Evidence } from './evidence.ts';
import { builtOf, evaluateIdiom, joinAt } from './idioms.ts';
import { aboutHole } from './holes.ts';
import { joinedTexts } from './joined.ts';
import type { Hole, Segment } from './prompt.ts';
import { fileReadAt } from './reading/file.ts';
import type { Appended } from './origin.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import { returnsOf } from './returned.ts';
import { dedentSegments, resolvedHole, textSegment, trimSegments } from './segments.ts';
import type { Trail } from './trail.ts';
import { variation } from './variation.ts';

/**
 * String expression → segments. Never fails: what is not known becomes a hole with the reason it is not.
 * Constants that are interpolated stay holes, with their text as the hole's one arm, so that every text segment of the
 * result stands in the expression itself.
 */
export function evaluate(place: Place, trail: Trail): readonly Segment[] {
  const at = unwrap(place);
  return trail.within('evaluate', at.node, [holeAt(at, at.node)], () =>
    segmentsOf(at, expressionAt(at), trail),
  );
}

function segmentsOf(at: Place, expression: Expression, trail: Trail): readonly Segment[] {
  switch (expression.kind) {
    case 'string':
      return expression.parts.map((part) => partSegment(at, part, trail));
    case 'concat':
      return expression.operands.flatMap((node) => inline({ ...at, node }, trail));
    case 'percent':
    case 'call':
      return evaluateIdiom(at, expression, trail, evaluation) ?? [holeOf(at, at.node, trail)];
    case 'tagged':
      return tagged(at, expression.tag, expression.template, trail);
    case 'number':
      return [holeAt(at, at.node, { varies: 'never', because: 'number' })];
    default:
      return [holeOf(at, at.node, trail)];
  }
}

function partSegment(at: Place, part: StringPart, trail: Trail): Segment {
  if (part.kind === 'text') return textSegment(part.text, at.unit.path);
  return holeOf({ ...at, node: part.node }, part.range, trail);
}

/** What is written in place is part of the text; what comes by a name is a hole. */
function inline(place: Place, trail: Trail): readonly Segment[] {
  return isWritten(unwrap(place)) ? evaluate(place, trail) : [holeOf(place, place.node, trail)];
}

/** Whether the expression writes text itself, instead of naming it. */
export function isWritten(place: Place): boolean {
  let at = place;
  for (let links = 0; links < longestChain; links++) {
    const expression = expressionAt(at);
    if (expression.kind === 'string' || expression.kind === 'concat' || expression.kind === 'tagged')
      return true;
    const built = builtOf(at, expression);
    if (typeof built === 'boolean') return built;
    at = unwrap(built);
  }
  return false;
}

/** Methods called one on the other; nobody writes more of them by hand. */
const longestChain = 100;

const dedentTags = /(?:^|\.)(?:dedent|stripIndent|stripIndents|outdent|endent|codeBlock|oneLine)$/;

function tagged(at: Place, tag: SyntaxNode, template: SyntaxNode, trail: Trail): readonly Segment[] {
  const segments = evaluate({ ...at, node: template }, trail);
  const name = at.unit.text.slice(tag.start, tag.end);
  return dedentTags.test(name) ? trimSegments(dedentSegments(segments), true, true) : segments;
}

/** An interpolated expression: with its text where that can be known, else with what tells how it varies. */
export function holeOf(place: Place, range: Range, trail: Trail): Hole {
  const at = unwrap(place);
  return trail.within('hole', at.node, holeAt(place, range), () => {
    const arms = armsOf(at, trail);
    const about = aboutHole(place, range);
    if (arms === null) return { kind: 'hole', ...about, ...variation(at, trail) };
    return fileHoleIn(arms, at) ?? resolvedHole(about, arms);
  });
}

/** The hole of a file that the expression itself reads, instead of a hole around it. */
function fileHoleIn(arms: readonly (readonly Segment[])[], { unit, node }: Place): Hole | null {
  const [only, another] = arms.length === 1 ? (arms[0] ?? []) : [];
  const itself = only?.path === unit.path && only.range.start === node.start && only.range.end === node.end;
  return only?.kind === 'hole' && another === undefined && itself ? only : null;
}

function holeAt(place: Place, range: Range, evidence?: Evidence): Hole {
  const { varies, because } = evidence ?? { varies: 'unknown', because: 'too deep to follow' };
  return { kind: 'hole', ...aboutHole(place, range), varies, because };
}

/** All the texts an expression can become; null when one of them cannot be known. */
function armsOf(at: Place, trail: Trail): (readonly Segment[])[] | null {
  const expression = expressionAt(at);
  if (isWritten(at)) return [evaluate(at, trail)];
  if (expression.kind === 'choice') {
    const arms = expression.arms.map((node) => unwrap({ ...at, node }));
    const known = arms.map((arm) => trail.within('arms', arm.node, null, () => armsOf(arm, trail)));
    return known.every((arm) => arm !== null) ? known.flat() : null;
  }
  const join = joinAt(at);
  if (join !== null)
    return joinedTexts(
      join.list,
      { separator: join.separator === null ? [] : evaluate(join.separator, trail), inline },
      trail,
    );
  const origin = definitionOf(at, trail);
  if (origin.kind !== 'values') return fileText(at, trail);
  if (origin.values.length > mostValues) return null;
  const known = origin.values.map((value) => textOfValue(unwrap(value), at, trail));
  if (known.some((arms) => arms === null)) return null;
  const appended = origin.appended.flatMap((place) => appendedText(place, trail));
  return known.flatMap((arms) => arms ?? []).map((arm) => [...arm, ...appended]);
}

/** What idioms are evaluated with. */
const evaluation = { evaluate, hole: holeOf, inline };

/**
 * What a call, or a chain of calls, makes of a template that it names.
 * @param template what stands for that name. @returns null where the call is of another kind.
 */
export function filling(call: Place, template: readonly Segment[], trail: Trail): readonly Segment[] | null {
  const at = unwrap(call);
  const expression = expressionAt(at);
  if (expression.kind === 'name' || expression.kind === 'member') return template;
  if (expression.kind !== 'call' && expression.kind !== 'percent') return null;
  const evaluated = (place: Place, along: Trail): readonly Segment[] =>
    filling(place, template, along) ?? evaluate(place, along);
  return trail.within('filling', at.node, null, () =>
    evaluateIdiom(at, expression, trail, { ...evaluation, evaluate: evaluated, elsewhere: true }),
  );
}

/** A name given more values than these is not known: `if … text = text + …` would double the texts each time. */
const mostValues = 12;

/** What is added under a condition is a hole that can also stay empty. */
function appendedText(place: Appended, trail: Trail): readonly Segment[] {
  const text = evaluate(place, trail);
  if (place.always) return text;
  return [resolvedHole(aboutHole(place), [text, []])];
}

function textOfValue(value: Place, at: Place, trail: Trail): (readonly Segment[])[] | null {
  if (isWritten(value)) return [evaluate(value, trail)];
  const expression = expressionAt(value);
  if (expression.kind === 'choice' && value.node !== at.node)
    return trail.within('arms', value.node, null, () => armsOf(value, trail));
  if (expression.kind !== 'call') return null;
  return trail.within('arms', value.node, null, () => {
    const text = fileText(value, trail);
    if (text !== null || expression.constructs) return text;
    return returnedTexts({ ...value, node: expression.callee }, trail);
  });
}

/** The text of the file that an expression reads; null when it reads none that can be read here. */
function fileText(at: Place, trail: Trail): (readonly Segment[])[] | null {
  const file = fileReadAt(at, trail);
  if (file === null) return null;
  const about = aboutHole(at);
  if (file.text === null)
    return [
      [{ kind: 'hole', ...about, varies: 'deploy', because: `a file that is ${file.why ?? 'not read'}` }],
    ];
  const deployed = { varies: 'deploy', because: 'file contents' } as const;
  return [[resolvedHole(about, [[file.text]], file.embedded ? undefined : deployed)]];
}

/** The texts a function of the workspace can return; null when it is none, or returns something else. */
function returnedTexts(callee: Place, trail: Trail): (readonly Segment[])[] | null {
  const returns = returnsOf(callee, trail);
  if (returns === null || returns.length === 0) return null;
  const known = returns.map((place) => armsOf(unwrap(place), trail));
  return known.every((arms) => arms !== null) ? known.flat() : null;
}
