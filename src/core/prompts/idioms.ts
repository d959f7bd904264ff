import type { Argument, Expression, TextCall } from '../source/language.ts';
import type { Range } from '../text.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { spreadText } from './joined.ts';
import type { Hole, Segment } from './prompt.ts';
import { splitPlaceholders, type Fill } from './placeholders.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { filteredAt } from './filtered.ts';
import { filledByArguments, filledByValues } from './fills.ts';
import { literalText } from './literals.ts';
import { dedentSegments, sliceText, squishSegments, staticText, trimSegments } from './segments.ts';
import type { Trail } from './trail.ts';

/** The verbs an idiom is made of. */
interface Evaluation {
  evaluate(place: Place, trail: Trail): readonly Segment[];
  hole(place: Place, range: Range, trail: Trail): Hole;
  /** Text that is written in place, else the hole of an expression. */
  inline(place: Place, trail: Trail): readonly Segment[];
  /** The template stands elsewhere: its holes are where it has them, and not where they are given. */
  readonly elsewhere?: true;
}

interface Call {
  readonly at: Place;
  /** What the method is called on, or the first argument of a function. */
  readonly subject: Place;
  readonly args: readonly Argument[];
  readonly trail: Trail;
  readonly with: Evaluation;
}

type Builder<K extends TextCall['kind']> = (
  call: Call,
  how: Extract<TextCall, { kind: K }>,
) => readonly Segment[] | null;

const builders: { readonly [K in TextCall['kind']]: Builder<K> } = {
  format,
  join,
  replace,
  trim: ({ subject, trail, with: { evaluate } }, { start, end }) =>
    trimSegments(evaluate(subject, trail), start, end),
  dedent: ({ subject, trail, with: { evaluate } }, { trim }) => {
    const segments = dedentSegments(evaluate(subject, trail));
    return trim ? trimSegments(segments, true, true) : segments;
  },
  concat: ({ subject, args, at, trail, with: { evaluate, hole } }) => [
    ...evaluate(subject, trail),
    ...args.map((arg) => hole({ ...at, node: arg.value }, arg.value, trail)),
  ],
  same: ({ subject, trail, with: { evaluate } }) => evaluate(subject, trail),
  squish: ({ subject, trail, with: { evaluate } }) => squishSegments(evaluate(subject, trail)),
};

function build<K extends TextCall['kind']>(kind: K, call: Call, how: TextCall): readonly Segment[] | null {
  return how.kind === kind ? builders[kind](call, how as Extract<TextCall, { kind: K }>) : null;
}

/** What a known idiom builds its text out of: the place of that text, or whether it is written in place. */
export function builtOf(place: Place, expression: Expression): Place | boolean {
  if (expression.kind === 'percent') return { ...place, node: expression.template };
  if (expression.kind !== 'call') return false;
  const idiom = idiomOf(place, expression.callee, expression.args);
  if (idiom === null) return false;
  return idiom.how.kind === 'join' ? joined(idiom, idiom.how, place) !== null : idiom.subject;
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
  if (idiom === null) return null;
  return build(idiom.how.kind, { at, ...idiom, trail, with: evaluation }, idiom.how);
}

/** The text that a call formats, strips or replaces in, where it is given by a name. */
export function templateOf(place: Place): Place | null {
  const expression = expressionAt(place);
  if (expression.kind === 'percent') return { ...place, node: expression.template };
  if (expression.kind !== 'call') return null;
  const idiom = idiomOf(place, expression.callee, expression.args);
  return idiom === null || idiom.how.kind === 'join' ? null : idiom.subject;
}

/** Whether a call puts values into a text: into all places that are for some, or into those that it names. */
export function fillsAt(place: Place): 'all' | 'named' | null {
  const expression = expressionAt(place);
  if (expression.kind === 'percent') return 'all';
  const kind =
    expression.kind === 'call' ? idiomOf(place, expression.callee, expression.args)?.how.kind : undefined;
  if (kind === 'format') return 'all';
  return kind === 'replace' ? 'named' : null;
}

/** The list whose texts a call joins. */
export function listOf(place: Place): Place | null {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const idiom = idiomOf(place, expression.callee, expression.args);
  if (idiom?.how.kind !== 'join') return null;
  if (idiom.how.rest === true && idiom.args.length !== 1) return null;
  if (idiom.how.list === 'subject') return idiom.subject;
  const list = idiom.args[idiom.how.list];
  return list === undefined ? null : { ...place, node: list.value };
}

/** A list whose texts are put together, and what comes between them. */
export interface Joined {
  readonly list: Place;
  readonly separator: Place | null;
}

/** The list that a call joins, where it is not written out there, and what comes between its items. */
export function joinAt(place: Place): Joined | null {
  const list = listOf(place);
  const expression = expressionAt(place);
  if (list === null || expression.kind !== 'call') return null;
  const idiom = idiomOf(place, expression.callee, expression.args);
  if (idiom?.how.kind !== 'join') return null;
  const [first] = idiom.args;
  const given = first === undefined ? null : { ...place, node: first.value };
  return { list, separator: idiom.how.list === 'subject' ? given : idiom.subject };
}

/** What a call that builds text builds it of; null for any other. */
export function idiomAt(place: Place): Pick<Idiom, 'subject' | 'args'> | null {
  const expression = expressionAt(place);
  return expression.kind === 'call' ? idiomOf(place, expression.callee, expression.args) : null;
}

/** A call that builds text: out of what, and with which further arguments. */
interface Idiom {
  readonly how: TextCall;
  readonly subject: Place;
  readonly args: readonly Argument[];
}

function idiomOf(at: Place, callee: SyntaxNode, args: readonly Argument[]): Idiom | null {
  const { textFunctions, textMethods } = at.unit.language;
  const name = at.unit.text.slice(callee.start, Math.min(callee.end, callee.start + 60));
  const fn = Object.hasOwn(textFunctions, name) ? textFunctions[name] : undefined;
  const of = fn?.kind === 'replace' ? (fn.subject ?? 0) : 0;
  const subject = args[of];
  if (fn !== undefined && subject !== undefined)
    return { how: fn, subject: { ...at, node: subject.value }, args: args.toSpliced(of, 1) };
  const member = expressionAt({ ...at, node: callee });
  if (member.kind !== 'member' || !Object.hasOwn(textMethods, member.name)) return null;
  const how = textMethods[member.name];
  if (how?.kind !== 'format' || how.subject === undefined)
    return how === undefined ? null : { how, subject: { ...at, node: member.object }, args };
  const form = args[how.subject];
  return form === undefined
    ? null
    : { how, subject: { ...at, node: form.value }, args: args.toSpliced(how.subject, 1) };
}

/** `'…{name}…'.format(name=…)` */
function format(
  { at, subject, args, trail, with: evaluation }: Call,
  { style }: Extract<TextCall, { kind: 'format' }>,
): readonly Segment[] {
  const fill = filledByArguments(args, at, (node, of) => valueOf({ ...of, node }, trail, evaluation), trail);
  return splitPlaceholders(evaluation.evaluate(subject, trail), style, fill);
}

function percent(
  at: Place,
  template: SyntaxNode,
  values: readonly SyntaxNode[],
  trail: Trail,
  evaluation: Evaluation,
): readonly Segment[] {
  const fill = filledByValues(values, at, (node, of) => valueOf({ ...of, node }, trail, evaluation), trail);
  return splitPlaceholders(evaluation.evaluate({ ...at, node: template }, trail), 'percent', fill);
}

/** What fills a place of a template. */
function valueOf(place: Place, trail: Trail, { hole, elsewhere }: Evaluation): ReturnType<Fill> {
  const made = hole(place, place.node, trail);
  const { expression, varies, because, arms } = made;
  return elsewhere === true ? { expression, varies, because, ...(arms && { arms }) } : made;
}

/** `'…{{x}}…'.replace('{{x}}', value)`: what is replaced becomes a hole, or the text that is written out for it. */
function replace(call: Call): readonly Segment[] | null {
  const { at, subject, trail, with: evaluation } = call;
  const replaced = replacements(call);
  return (
    replaced
      ?.slice(0, mostReplacements)
      .reduce<readonly Segment[]>(
        (segments, { wanted, by }) =>
          wanted === '' ? segments : replacedIn(segments, wanted, { ...at, node: by }, trail, evaluation),
        evaluation.evaluate(subject, trail),
      ) ?? null
  );
}

/** Each looks through the whole text. */
const mostReplacements = 200;

/** What becomes what: a text and what it becomes, lists of both, or a record of them. Null where nobody can see it. */
function replacements({
  at,
  args,
  trail,
  with: { evaluate },
}: Call): { wanted: string; by: SyntaxNode }[] | null {
  const [from, to] = args;
  if (from === undefined) return null;
  const pattern = expressionAt({ ...at, node: from.value });
  const textAt = (node: SyntaxNode): string =>
    expressionAt({ ...at, node }).kind === 'string' ? staticText(evaluate({ ...at, node }, trail)) : '';
  if (pattern.kind === 'record')
    return pattern.entries.flatMap(({ key, value }) => (key === null ? [] : [{ wanted: key, by: value }]));
  if (to === undefined) return null;
  if (pattern.kind !== 'list') return [{ wanted: textAt(from.value), by: to.value }];
  const given = expressionAt({ ...at, node: to.value });
  const values = given.kind === 'list' ? given.items : null;
  return pattern.items.map((node, i) => ({ wanted: textAt(node), by: values?.[i] ?? to.value }));
}

function replacedIn(
  segments: readonly Segment[],
  wanted: string,
  by: Place,
  trail: Trail,
  { hole, evaluate }: Evaluation,
): readonly Segment[] {
  const literal = literalText(by) === null ? null : evaluate(by, trail);
  return segments.flatMap((segment): Segment[] => {
    if (segment.kind === 'hole' || !segment.text.includes(wanted)) return [segment];
    const out: Segment[] = [];
    let at0 = 0;
    for (let i = segment.text.indexOf(wanted); i !== -1; i = segment.text.indexOf(wanted, at0)) {
      out.push(sliceText(segment, at0, i));
      const { range } = sliceText(segment, i, i + wanted.length);
      if (literal === null) out.push({ ...hole(by, by.node, trail), path: segment.path, range });
      else out.push(...literal);
      at0 = i + wanted.length;
    }
    out.push(sliceText(segment, at0));
    return out.filter((part) => part.kind === 'hole' || part.text !== '');
  });
}

/** `['…', x].join('\n')`, `'\n'.join(['…', x])`. */
function join(
  { at, subject, args, trail, with: { evaluate, hole, inline } }: Call,
  how: Extract<TextCall, { kind: 'join' }>,
): readonly Segment[] | null {
  const parts = joined({ how, subject, args }, how, at);
  if (parts === null) return null;
  const separator = parts.separator === null ? [] : evaluate(parts.separator, trail);
  return parts.items.flatMap((node, i) => {
    const place = unwrap({ ...at, node });
    const { kind } = expressionAt(place);
    const spread = kind === 'spread' ? spreadText(place, { separator, inline }, trail) : null;
    const text = kind === 'string' ? evaluate(place, trail) : [spread ?? hole(place, place.node, trail)];
    return i === 0 ? text : [...separator, ...text];
  });
}

/** The list and the separator of a join; null where the list is not written out. A single argument is the list, where any number may come. */
function joined(
  { subject, args }: Idiom,
  how: Extract<TextCall, { kind: 'join' }>,
  at: Place,
): { items: readonly SyntaxNode[]; separator: Place | null } | null {
  const places = args.map(({ value }) => ({ ...at, node: value }));
  if (how.list === 'subject') return listed(subject, places[0] ?? null);
  const whole = how.rest === true && places.length === 1 && places[0] !== undefined ? places[0] : null;
  if (whole !== null) return listed(whole, subject);
  if (how.rest === true) return { items: places.slice(how.list).map(({ node }) => node), separator: subject };
  const list = places[how.list];
  return list === undefined ? null : listed(list, subject);
}

function listed(
  place: Place,
  separator: Place | null,
): { items: readonly SyntaxNode[]; separator: Place | null } | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind === 'list') return { items: expression.items, separator };
  const filtered = at.unit.language.id === 'php' || at.unit.language.id === 'ruby' ? filteredAt(at) : null;
  return filtered === null ? null : listed(filtered, separator);
}
