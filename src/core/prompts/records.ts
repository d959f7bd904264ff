import type { Entry } from '../source/language.ts';
import { lookUp } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';

/** The entries of a value that has named parts. */
export interface RecordSeen {
  readonly place: Place;
  readonly entries: readonly Entry[];
  /** The class or struct, as written; null for a plain object. */
  readonly type: string | null;
}

/**
 * An object or a dictionary; a struct or an object initialiser; or a chain of setters that ends in `build()`, each
 * setter an entry; or a function that calls setters on what it is given. Null for anything else.
 */
export function recordAt(place: Place): RecordSeen | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind === 'record')
    return { place: at, entries: expression.entries, type: expression.type ?? null };
  if (expression.kind === 'function') return configured(at, expression.node);
  return expression.kind === 'call' ? builtRecord(at) : null;
}

/** Entries by name, whatever the language's habit of writing names: `maxTokens` is `MaxTokens` is `max_tokens`. */
export function entryOf({ place, entries }: RecordSeen, ...names: readonly string[]): Place | null {
  for (const name of names) {
    const wanted = plainName(name);
    const found = entries.findLast(
      ({ key }) => key !== null && key.length >= wanted.length && plainName(key) === wanted,
    );
    if (found !== undefined) return { ...place, node: found.value };
  }
  return null;
}

export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Places by name, whatever the habit of writing names. */
export class NamedPlaces extends Map<string, Place> {
  readonly #given: [string, Place][] = [];

  override get(name: string): Place | undefined {
    return super.get(plainName(name));
  }

  override has(name: string): boolean {
    return super.has(plainName(name));
  }

  override set(name: string, place: Place): this {
    this.#given.push([plainName(name), place]);
    return super.set(plainName(name), place);
  }

  /** What was given under a name each time it was, in order; a setter's further arguments with its first. */
  all(name: string): readonly Place[] {
    const wanted = plainName(name);
    return this.#given.flatMap(([given, place]) => (given.replace(/\[\d+\]$/, '') === wanted ? [place] : []));
  }
}

const ends = /^(?:build|Build|into|to_owned)$/;

function builtRecord(at: Place): RecordSeen | null {
  const last = expressionAt(at);
  const end = last.kind === 'call' ? expressionAt({ ...at, node: last.callee }) : null;
  if (end?.kind !== 'member' || !ends.test(end.name)) return null;
  const { entries, type } = settersIn({ ...at, node: end.object });
  return entries.length === 0 ? null : { place: at, entries, type };
}

/** What a chain of setters sets, `x.builder().model("…").messages(…)`, and what it starts from. */
export function settersIn(chain: Place): RecordSeen & { readonly root: Place } {
  const entries: Entry[] = [];
  let link = unwrap(chain);
  let type: string | null = null;
  for (let links = 0; links < longestChain; links++) {
    const expression = expressionAt(link);
    if (expression.kind !== 'call') break;
    const callee = expressionAt({ ...link, node: expression.callee });
    if (callee.kind !== 'member') break;
    entries.unshift(...expression.args.map(({ value }, i) => ({ key: argumentName(callee.name, i), value })));
    if (/^(?:builder|newBuilder|default|new)$/.test(callee.name))
      type = sourceOf({ ...link, node: callee.object });
    link = unwrap({ ...link, node: callee.object });
  }
  return { place: chain, entries, type, root: link };
}

/** The first argument is what a setter sets; a further one belongs to it. */
function argumentName(setter: string, index: number): string {
  return index === 0 ? setter : `${setter}[${index}]`;
}

/** `u -> u.text("…").param("name", name)`: what a function sets on its own parameter. */
function configured(at: Place, fn: SyntaxNode): RecordSeen | null {
  const [result, another] = at.unit.outline.returns.get(fn) ?? [];
  if (result === undefined || another !== undefined) return null;
  const { entries, root } = settersIn({ ...at, node: result });
  const parameter = expressionAt(root);
  if (entries.length === 0 || parameter.kind !== 'name') return null;
  const declared = lookUp(at.unit.outline, root.node, parameter.name);
  const own = declared?.scope.node === fn && declared.declarations.some(({ kind }) => kind === 'parameter');
  return own ? { place: at, entries, type: null } : null;
}

/** Setters one after the other; nobody writes more. */
const longestChain = 60;

function sourceOf({ unit, node }: Place): string {
  return unit.text.slice(node.start, Math.min(node.end, node.start + 80));
}
