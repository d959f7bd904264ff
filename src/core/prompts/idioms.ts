import type { Argument, Expression } from '../source/language.ts';
import type { Range } from '../text.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import type { Hole, Segment } from './prompt.ts';
import { splitPlaceholders, type Fill } from './placeholders.ts';
import { expressionAt, unwrap } from './resolve.ts';
import { dedentSegments, sliceText, staticText, trimSegments } from './segments.ts';
import type { Trail } from './trail.ts';

/** The two verbs an idiom is made of. */
interface Evaluation {
  evaluate(place: Place, trail: Trail): readonly Segment[];
  hole(place: Place, range: Range, trail: Trail): Hole;
}

interface Call {
  readonly at: Place;
  /** What the method is called on, or the first argument of a function. */
  readonly subject: Place;
  readonly args: readonly Argument[];
  readonly trail: Trail;
  readonly with: Evaluation;
}

type Idiom = (call: Call) => readonly Segment[] | null;

const trim =
  (start: boolean, end: boolean): Idiom =>
  ({ subject, trail, with: { evaluate } }) =>
    trimSegments(evaluate(subject, trail), start, end);

/** Methods that build a text from the text they are called on. */
const methods: Readonly<Record<string, Idiom>> = {
  trim: trim(true, true),
  strip: trim(true, true),
  trimStart: trim(true, false),
  lstrip: trim(true, false),
  trimEnd: trim(false, true),
  rstrip: trim(false, true),
  format,
  replace,
  replaceAll: replace,
  concat: ({ subject, args, at, trail, with: { evaluate, hole } }) => [
    ...evaluate(subject, trail),
    ...args.map((arg) => hole({ ...at, node: arg.value }, arg.value, trail)),
  ],
  join,
};

/** Functions of one text. */
const functions: Readonly<Record<string, Idiom>> = {
  dedent: ({ subject, trail, with: { evaluate } }) => dedentSegments(evaluate(subject, trail)),
  cleandoc: ({ subject, trail, with: { evaluate } }) =>
    trimSegments(dedentSegments(evaluate(subject, trail)), true, true),
};
const functionNames = /^(?:textwrap\.|inspect\.)?(dedent|cleandoc)$/;

/** What a known idiom builds its text out of: the place of that text, or whether it is written in place. */
export function builtOf(place: Place, expression: Expression): Place | boolean {
  if (expression.kind === 'percent') return { ...place, node: expression.template };
  if (expression.kind !== 'call') return false;
  const idiom = idiomOf(place, expression.callee, expression.args);
  if (idiom === null) return false;
  return idiom.run === join ? joined(idiom.subject, expression.args, place) !== null : idiom.subject;
}

/** The text an idiom builds; null when the expression is none. */
export function evaluateIdiom(
  at: Place,
  expression: Extract<Expression, { kind: 'percent' | 'call' }>,
  trail: Trail,
  evaluation: Evaluation,
): readonly Segment[] | null {
  if (expression.kind === 'percent')
    return percent(at, expression.template, expression.values, trail, evaluation);
  const idiom = idiomOf(at, expression.callee, expression.args);
  return idiom?.run({ at, subject: idiom.subject, args: expression.args, trail, with: evaluation }) ?? null;
}

/** The text that a call formats, strips or replaces in, where it is given by a name. */
export function templateOf(place: Place): Place | null {
  const expression = expressionAt(place);
  if (expression.kind === 'percent') return { ...place, node: expression.template };
  if (expression.kind !== 'call') return null;
  const idiom = idiomOf(place, expression.callee, expression.args);
  return idiom === null || idiom.run === join ? null : idiom.subject;
}

function idiomOf(
  at: Place,
  callee: SyntaxNode,
  args: readonly Argument[],
): { run: Idiom; subject: Place } | null {
  const called = functionNames.exec(
    at.unit.text.slice(callee.start, Math.min(callee.end, callee.start + 40)),
  );
  const first = args[0];
  const fn = called?.[1] === undefined ? undefined : functions[called[1]];
  if (fn !== undefined && first !== undefined) return { run: fn, subject: { ...at, node: first.value } };
  const member = expressionAt({ ...at, node: callee });
  if (member.kind !== 'member' || !Object.hasOwn(methods, member.name)) return null;
  const run = methods[member.name];
  return run === undefined ? null : { run, subject: { ...at, node: member.object } };
}

/** `'…{name}…'.format(name=…)` */
function format({ at, subject, args, trail, with: { evaluate, hole } }: Call): readonly Segment[] {
  const fill: Fill = (name, index) => {
    const root = /^\w*/.exec(name)?.[0] ?? '';
    const byName = args.find((arg) => arg.name === root && root !== '');
    const positional = args.filter((arg) => arg.name === null && !arg.spread);
    const arg = byName ?? (/^\d*$/.test(root) ? positional[root === '' ? index : Number(root)] : undefined);
    return arg === undefined ? null : hole({ ...at, node: arg.value }, arg.value, trail);
  };
  return splitPlaceholders(evaluate(subject, trail), 'braces', fill);
}

function percent(
  at: Place,
  template: SyntaxNode,
  values: readonly SyntaxNode[],
  trail: Trail,
  { evaluate, hole }: Evaluation,
): readonly Segment[] {
  const only =
    values.length === 1 && values[0] !== undefined ? expressionAt({ ...at, node: values[0] }) : null;
  const fill: Fill = (name, index) => {
    const entry =
      only?.kind === 'record' ? only.entries.find(({ key }) => key === name)?.value : values[index];
    return entry === undefined ? null : hole({ ...at, node: entry }, entry, trail);
  };
  return splitPlaceholders(evaluate({ ...at, node: template }, trail), 'percent', fill);
}

/** `'…{{x}}…'.replace('{{x}}', value)`: what is replaced becomes a hole. */
function replace({ at, subject, args, trail, with: { evaluate, hole } }: Call): readonly Segment[] | null {
  const [from, to] = args;
  if (from === undefined || to === undefined) return null;
  const pattern = expressionAt({ ...at, node: from.value });
  const wanted = pattern.kind === 'string' ? staticText(evaluate({ ...at, node: from.value }, trail)) : '';
  const segments = evaluate(subject, trail);
  if (wanted === '') return segments;
  return segments.flatMap((segment): Segment[] => {
    if (segment.kind === 'hole' || !segment.text.includes(wanted)) return [segment];
    const out: Segment[] = [];
    let at0 = 0;
    for (let i = segment.text.indexOf(wanted); i !== -1; i = segment.text.indexOf(wanted, at0)) {
      out.push(sliceText(segment, at0, i));
      const { range } = sliceText(segment, i, i + wanted.length);
      out.push({ ...hole({ ...at, node: to.value }, to.value, trail), path: segment.path, range });
      at0 = i + wanted.length;
    }
    out.push(sliceText(segment, at0));
    return out.filter((part) => part.kind === 'hole' || part.text !== '');
  });
}

/** `['…', x].join('\n')` and `'\n'.join(['…', x])`. */
function join({ at, subject, args, trail, with: { evaluate, hole } }: Call): readonly Segment[] | null {
  const parts = joined(subject, args, at);
  if (parts === null) return null;
  const separator = parts.separator === null ? [] : evaluate(parts.separator, trail);
  return parts.items.flatMap((node, i) => {
    const place = unwrap({ ...at, node });
    const text =
      expressionAt(place).kind === 'string' ? evaluate(place, trail) : [hole(place, place.node, trail)];
    return i === 0 ? text : [...separator, ...text];
  });
}

/** The list and the separator of a join, whichever way round the language has them; null where the list is not written out. */
function joined(
  subject: Place,
  args: readonly Argument[],
  at: Place,
): { items: readonly SyntaxNode[]; separator: Place | null } | null {
  const first = args[0] === undefined ? null : unwrap({ ...at, node: args[0].value });
  const own = expressionAt(unwrap(subject));
  if (own.kind === 'list') return { items: own.items, separator: first };
  const given = first === null ? null : expressionAt(first);
  return own.kind === 'string' && given?.kind === 'list' ? { items: given.items, separator: subject } : null;
}
