import type { Entry } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { expressionAt, unwrap } from './resolve.ts';

/** The entries of a value that has named parts. */
export interface RecordSeen {
  readonly place: Place;
  readonly entries: readonly Entry[];
  /** The class or struct, as written; null for a plain object. */
  readonly type: string | null;
}

/**
 * An object or a dictionary; a struct or an object initialiser; or a chain of setters that ends in `build()`, each
 * setter an entry. Null for anything else.
 */
export function recordAt(place: Place): RecordSeen | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind === 'record')
    return { place: at, entries: expression.entries, type: expression.type ?? null };
  return expression.kind === 'call' ? builtRecord(at) : null;
}

/** Entries by name, whatever the language's habit of writing names: `maxTokens` is `MaxTokens` is `max_tokens`. */
export function entryOf({ place, entries }: RecordSeen, ...names: readonly string[]): Place | null {
  for (const name of names) {
    const found = entries.findLast(({ key }) => key !== null && plainName(key) === plainName(name));
    if (found !== undefined) return { ...place, node: found.value };
  }
  return null;
}

export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Places by name, whatever the habit of writing names. */
export class NamedPlaces extends Map<string, Place> {
  override get(name: string): Place | undefined {
    return super.get(plainName(name));
  }

  override has(name: string): boolean {
    return super.has(plainName(name));
  }

  override set(name: string, place: Place): this {
    return super.set(plainName(name), place);
  }
}

const ends = /^(?:build|Build|into|to_owned)$/;

function builtRecord(at: Place): RecordSeen | null {
  const entries: Entry[] = [];
  let link: Place = at;
  let type: string | null = null;
  for (let links = 0; links < longestChain; links++) {
    const expression = expressionAt(link);
    if (expression.kind !== 'call') break;
    const callee = expressionAt({ ...link, node: expression.callee });
    if (callee.kind !== 'member') break;
    const first: SyntaxNode | undefined = expression.args[0]?.value;
    if (links === 0 && !ends.test(callee.name)) return null;
    if (first !== undefined && links > 0) entries.unshift({ key: callee.name, value: first });
    if (/^(?:builder|newBuilder|default|new)$/.test(callee.name))
      type = sourceOf({ ...link, node: callee.object });
    link = unwrap({ ...link, node: callee.object });
  }
  return entries.length === 0 ? null : { place: at, entries, type };
}

/** Setters one after the other; nobody writes more. */
const longestChain = 60;

function sourceOf({ unit, node }: Place): string {
  return unit.text.slice(node.start, Math.min(node.end, node.start + 80));
}
