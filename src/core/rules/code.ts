import { expressionAt, unwrap } from '../prompts/expressions.ts';
import type { Expression } from '../source/language.ts';
import { languageOf } from '../source/languages/index.ts';
import { lookUp } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import { childrenTouching } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import type { Range } from '../text.ts';
import type { Sources } from './rule.ts';

/** The expression of a hole, which stands with its delimiters in the range; `null` where its file cannot be read any more. */
export function expressionIn(
  sources: Sources,
  { path, range, name }: { readonly path: string; readonly range: Range; readonly name: string },
): Place | null {
  const unit = sources.unit(path);
  if (unit === null) return null;
  const queue = [unit.root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.end < range.start || node.start > range.end) continue;
    const inside = range.start <= node.start && node.end <= range.end;
    if (inside && unit.text.slice(node.start, node.end) === name) return { unit, node };
    for (const child of childrenTouching(node, range)) queue.push(child);
  }
  return null;
}

/**
 * The expression of a hole in Python that says a word, itself or, for a name, where it is given its value. What the texts
 * tell comes first: for the expression the tree of its file is needed.
 */
export function pythonSaying(
  sources: Sources,
  part: Parameters<typeof expressionIn>[1],
  word: string,
): Place | null {
  if (languageOf(part.path)?.id !== 'python') return null;
  // what has a quotation mark, a bracket or an operator in it is no name
  const mayBeName = /^[\s\w():=\u0080-\uffff]*$/.test(part.name);
  if (!part.name.includes(word) && !(mayBeName && sources.text(part.path)?.includes(word) === true))
    return null;
  const place = expressionIn(sources, part);
  return place === null ? null : valueOf(place);
}

/** Every call inside an expression, itself included. */
export function callsIn({ unit, node }: Place): (Place & { readonly call: Call })[] {
  const found: (Place & { readonly call: Call })[] = [];
  const queue = [node];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const call = callAt({ unit, node: at });
    if (call !== null) found.push({ unit, node: at, call });
    for (const child of at.children) queue.push(child);
  }
  return found;
}

export type Call = Extract<Expression, { kind: 'call' }>;

export function callAt(place: Place): Call | null {
  if (!place.unit.language.callKinds.has(place.node.kind)) return null;
  const expression = expressionAt(place);
  return expression.kind === 'call' ? expression : null;
}

/** The object of `object.method`. */
export function memberObject(place: Place): SyntaxNode | null {
  const expression = expressionAt(place);
  return expression.kind === 'member' ? expression.object : null;
}

export function textOf({ unit, node }: Place): string {
  return unit.text.slice(node.start, node.end);
}

/** What a name was given, where it is given one thing only; any other expression itself. */
export function valueOf(place: Place): Place {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind !== 'name') return at;
  const declarations = lookUp(at.unit.outline, at.node, expression.name)?.declarations ?? [];
  const [only] = declarations;
  const value = declarations.length === 1 && only?.kind === 'value' ? only.value : null;
  return value === null ? at : unwrap({ unit: at.unit, node: value });
}

/**
 * Whether what an expression is made of comes in while the program runs: a parameter, what a loop goes over, what is
 * waited for. What is computed of the program's own constants does not.
 */
export function comesFromOutside(place: Place, depth = 0): boolean {
  const { unit } = place;
  const queue = [place.node];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (/await/.test(node.kind)) return true;
    const expression = expressionAt({ unit, node });
    const named = expression.kind === 'name' ? lookUp(unit.outline, place.node, expression.name) : null;
    for (const { kind, value } of named?.declarations ?? []) {
      if (kind === 'parameter' || kind === 'loop') return true;
      if (
        kind === 'value' &&
        value !== null &&
        depth < 5 &&
        comesFromOutside({ unit, node: value }, depth + 1)
      )
        return true;
    }
    for (const child of node.children) queue.push(child);
  }
  return false;
}

/** A set of Python, whose order changes with every process. */
export function isSet(place: Place): boolean {
  if (/^set(?:_comprehension)?$/.test(place.node.kind)) return true;
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return false;
  const callee = expressionAt({ ...place, node: expression.callee });
  return callee.kind === 'name' && (callee.name === 'set' || callee.name === 'frozenset');
}

/** Whether the code of a file is in a language. */
export function isIn(language: string, unit: Unit): boolean {
  return unit.language.id === language;
}

/** What contains a stretch of a file, the innermost first. */
export function nodesAround(unit: Unit, range: Range): Place[] {
  const found: Place[] = [];
  for (let at: SyntaxNode | undefined = unit.root; at !== undefined;) {
    found.push({ unit, node: at });
    at = childrenTouching(at, range).find(({ start, end }) => start <= range.start && range.end <= end);
  }
  return found.reverse();
}

/** Whether every name in an expression is the same thing at another place of its file. */
export function meansTheSame({ unit, node }: Place, at: SyntaxNode): boolean {
  const queue = [node];
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    const expression = expressionAt({ unit, node: one });
    if (expression.kind === 'name') {
      const [here, there] = [node, at].map(
        (from) => lookUp(unit.outline, from, expression.name)?.declarations,
      );
      if (here !== there && here?.[0] !== there?.[0]) return false;
    }
    for (const child of one.children) queue.push(child);
  }
  return true;
}
