import type { Argument, Expression, StringPart } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { isWritten } from './evaluate.ts';
import { joinAt, templateOf, type Joined } from './idioms.ts';
import { filteredAt } from './filtered.ts';
import { literalText } from './literals.ts';
import { fileReadAt } from './reading/file.ts';
import { expressionAt, unwrap } from './expressions.ts';
import type { Origin } from './origin.ts';
import { definitionOf } from './resolve.ts';
import { returnsOf } from './returned.ts';
import { textUnlessSet } from './unlessSet.ts';
import type { Trail } from './trail.ts';

/** Where the text of an argument comes from. */
export interface Source {
  /** String expressions of the workspace that write it. */
  readonly sites: readonly Place[];
  /** One of the sites is the text, not all of them one after the other. */
  readonly oneOf: boolean;
  /** Parameters it is handed on from: what their callers pass is this text. */
  readonly parameters: readonly { readonly name: string; readonly declared: Place }[];
  /** What comes between the sites and is written nowhere: before which of them, in order. */
  readonly gaps: readonly Gap[];
  /** Sites that a text is put together of, one added to the other: each is text, however short, and no value in one. */
  readonly added: readonly SyntaxNode[];
}

/** A value that only the running program knows, before the site of a number, or behind the last. */
export interface Gap {
  readonly before: number;
  readonly place: Place;
}

const nowhere: Source = { sites: [], oneOf: false, parameters: [], gaps: [], added: [] };

/**
 * The string expressions that an argument stands for: itself where it is written in place, else the definitions that
 * its name, its function or its template leads to. Empty where nothing of it is written in the workspace.
 */
export function sitesOf(place: Place, trail: Trail): readonly Place[] {
  return sourceOf(place, trail).sites;
}

/** Follows an argument to where its text is written, or to the parameters it comes in by. */
export function sourceOf(place: Place, trail: Trail): Source {
  const at = unwrap(place);
  return trail.within('site', at.node, nowhere, () => {
    const expression = expressionAt(at);
    const only = expression.kind === 'string' ? onlyHole(expression.parts) : null;
    const inner = only === null ? nowhere : sourceOf({ ...at, node: only }, trail);
    if (inner.sites.length + inner.parameters.length > 0) return inner;
    if (isWritten(at)) return { ...nowhere, sites: [at] };
    // parts of a content
    if (expression.kind === 'list') return sourcesOf(expression.items, at, 'all', trail);
    if (expression.kind === 'choice') return sourcesOf(expression.arms, at, 'one', trail);
    if (expression.kind === 'spread') return sourceOfItems({ ...at, node: expression.inner }, trail);
    if (expression.kind === 'each') return sourceOf({ ...at, node: expression.item }, trail);
    const template = templateOf(at);
    if (template !== null) return sourceOf(template, trail);
    const joined = joinAt(at);
    if (joined !== null) return sourceOfJoined(joined, trail);
    if (fileReadAt(at, trail) !== null) return { ...nowhere, sites: [at] };
    const unset = expression.kind === 'call' ? textUnlessSet(at, expression) : null;
    if (unset !== null) return sourceOf(unset, trail);
    const returns = expression.kind === 'call' ? returnsOf({ ...at, node: expression.callee }, trail) : null;
    if (returns !== null)
      return join(
        returns.map((place) => sourceOf(place, trail)),
        'one',
      );
    return named.has(expression.kind) ? sourceOfName(at, trail) : nowhere;
  });
}

/** Expressions that stand for what is written elsewhere; a call where it looks something up in a table. */
const named: ReadonlySet<Expression['kind']> = new Set(['name', 'member', 'entry', 'call']);

/** `${text}` is text by another name. */
function onlyHole(parts: readonly StringPart[]): SyntaxNode | null {
  const [part, ...others] = parts;
  return part?.kind === 'hole' && others.length === 0 ? part.node : null;
}

function sourceOfName(at: Place, trail: Trail): Source {
  const origin = definitionOf(at, trail);
  if (origin.kind === 'parameter') {
    const fallback = origin.fallback === null ? nowhere : sourceOf(origin.fallback, trail);
    const parameter = { name: origin.name, declared: origin.declared };
    return { ...fallback, parameters: [parameter, ...fallback.parameters] };
  }
  if (origin.kind !== 'values') return sourceInParameter(at, origin, trail);
  const values = [...origin.values, ...origin.appended].filter(({ node }) => node !== at.node);
  const sources = values.map((value) => sourceOf(value, trail));
  if (origin.appended.length === 0) return join(sources, 'one');
  return putTogether(inARow(values, sources), values);
}

/** Of texts that come one after the other, those that are written where they are added, if only under a condition. */
function putTogether(row: Source, values: readonly Place[]): Source {
  const written = new Set(values.flatMap((value) => armsOf(unwrap(value))));
  return {
    ...row,
    added: [...row.added, ...row.sites.map(({ node }) => node).filter((node) => written.has(node))],
  };
}

function armsOf(at: Place): readonly SyntaxNode[] {
  const expression = expressionAt(at);
  return expression.kind === 'choice'
    ? expression.arms.map((node) => unwrap({ ...at, node }).node)
    : [at.node];
}

/** `options.text`, `const { text } = options`: what callers pass under a name in an object. */
function sourceInParameter(at: Place, origin: Origin, trail: Trail): Source {
  const expression = expressionAt(at);
  const taken = origin.kind === 'unknown' ? (origin.of ?? null) : null;
  const object = expression.kind === 'member' ? { ...at, node: expression.object } : taken;
  const name = expression.kind === 'member' || expression.kind === 'name' ? expression.name : null;
  const holder = object === null ? null : definitionOf(object, trail);
  if (name === null || holder?.kind !== 'parameter' || at.unit.language.self.has(holder.name)) return nowhere;
  return { ...nowhere, parameters: [{ name, declared: holder.declared }] };
}

/** The texts of a list that is joined: what stands in a row behind commas is no text put together, but values. */
function sourceOfJoined({ list, separator }: Joined, trail: Trail): Source {
  const source = sourceOfItems(list, trail);
  const between = separator === null ? null : literalText(separator);
  return between !== null && /^\s*$/.test(between) ? source : { ...source, added: [] };
}

/** The texts of a list: those written out in it, and those appended to it on the way. */
function sourceOfItems(list: Place, trail: Trail): Source {
  const at = unwrap(list);
  return trail.within('items', at.node, nowhere, () => {
    const expression = expressionAt(at);
    if (expression.kind === 'list')
      return putTogether(
        sourcesOf(expression.items, at, 'all', trail),
        expression.items.map((node) => ({ ...at, node })),
      );
    if (expression.kind === 'choice')
      return join(
        expression.arms.map((node) => sourceOfItems({ ...at, node }, trail)),
        'one',
      );
    const filtered = filteredAt(at);
    if (filtered !== null) return sourceOfItems(filtered, trail);
    const method = expression.kind === 'call' ? expressionAt({ ...at, node: expression.callee }) : null;
    if (expression.kind === 'call' && method?.kind === 'member' && makesItems.test(method.name))
      return sourceOfMade(expression.args[0], at, trail);
    if (expression.kind === 'call')
      return join(
        (returnsOf({ ...at, node: expression.callee }, trail) ?? []).map((list) =>
          sourceOfItems(list, trail),
        ),
        'one',
      );
    const origin = definitionOf(at, trail);
    if (origin.kind !== 'values') return nowhere;
    const lists = origin.values.filter(({ node }) => node !== at.node);
    const added = origin.appended.map((value) =>
      expressionAt(unwrap(value)).kind === 'list' ? sourceOfItems(value, trail) : sourceOf(value, trail),
    );
    return join(
      [
        ...lists.map((value) => sourceOfItems(value, trail)),
        putTogether(inARow(origin.appended, added), origin.appended),
      ],
      'all',
    );
  });
}

/** Methods that make a list of what a function returns for each item of another one. */
const makesItems = /^(?:map|flatMap)$/;

/** What a function returns that is called for each item of a list. */
function sourceOfMade(fn: Argument | undefined, at: Place, trail: Trail): Source {
  const returns = fn === undefined ? null : returnsOf({ ...at, node: fn.value }, trail);
  return join(
    (returns ?? []).map((returned) => sourceOf(returned, trail)),
    'one',
  );
}

function sourcesOf(nodes: readonly SyntaxNode[], at: Place, sent: 'one' | 'all', trail: Trail): Source {
  return join(
    nodes.map((node) => sourceOf({ ...at, node }, trail)),
    sent,
  );
}

/** Texts one after the other; where nothing of one is written there is a gap. */
function inARow(places: readonly Place[], sources: readonly Source[]): Source {
  const filled = sources.map((source, i): Source => {
    const place = places[i];
    if (place === undefined || (source.sites.length > 0 && !isWordsByName(place, source))) return source;
    return { ...source, sites: [], oneOf: false, added: [], gaps: [{ before: 0, place }] };
  });
  return join(filled, 'all');
}

/** Whether what comes into a row by a name is one word or another, such as the name of a language: values, and no text. */
function isWordsByName(place: Place, { sites, oneOf }: Source): boolean {
  return (
    oneOf && !isWritten(unwrap(place)) && sites.every((site) => /^[^\s:]*$/.test(literalText(site) ?? ' '))
  );
}

/** @param sent whether one of the sources is the text, or all of them are, one after the other. */
function join(sources: readonly Source[], sent: 'one' | 'all'): Source {
  const written = sources.filter(({ sites }) => sites.length > 0);
  const gaps: Gap[] = [];
  let before = 0;
  for (const source of sources) {
    for (const gap of source.gaps) gaps.push({ ...gap, before: before + gap.before });
    before += source.sites.length;
  }
  return {
    sites: written.flatMap(({ sites }) => sites),
    oneOf: written.length > 1 ? sent === 'one' : (written[0]?.oneOf ?? false),
    parameters: sources.flatMap(({ parameters }) => parameters),
    added: sources.flatMap(({ added }) => added),
    gaps: sent === 'all' || written.length <= 1 ? gaps : [],
  };
}
