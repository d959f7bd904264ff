import type { Declaration } from '../../source/language.ts';
import type { Scope } from '../../source/outline.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { isWritten } from '../evaluate.ts';
import { isAbout } from '../names.ts';
import { entryOf, recordAt } from '../records.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Texts } from '../texts.ts';
import type { Trail } from '../trail.ts';

/**
 * Evidence by the company a text keeps: what is put into the same list, stands under the same name in each item of one,
 * or comes out of the same function, is meant for the same reader. Where one of them is a prompt, so are the others
 * that read like one.
 */
export function detectSiblings(
  unit: Unit,
  found: readonly Sighting[],
  texts: Texts,
  trail: () => Trail,
): Sighting[] {
  const own = found.filter(
    ({ place, role, found }) =>
      place.unit === unit && role !== 'tool-description' && found !== 'message' && found !== 'marker',
  );
  if (own.length === 0) return [];
  const lists = new Lists(unit);
  const seen = new Set<unknown>();
  return own.flatMap(({ place, confidence }) => {
    const group = besideInList(place, lists) ?? besideInFunction(place);
    if (group === null || seen.has(group.of)) return [];
    seen.add(group.of);
    return group.places
      .flatMap((sibling) => (isWritten(unwrap(sibling)) ? [unwrap(sibling)] : sitesOf(sibling, trail())))
      .filter((sibling) => sibling.node !== place.node && isPrompt(sibling, group.named, texts))
      .map((sibling): Sighting => ({
        place: sibling,
        role: 'unknown',
        found: 'constant',
        confidence: confidence === 'high' ? 'medium' : 'low',
        sdk: null,
        model: null,
        placeholders: 'guess',
      }));
  });
}

/** Texts that stand for each other, and the list or function that they are of. */
interface Group {
  readonly of: unknown;
  /** They have the same name in records of the same kind. */
  readonly named: boolean;
  readonly places: readonly Place[];
}

/** A text of a list, or `content` in each `{ title, content }` of one. */
function besideInList(place: Place, lists: Lists): Group | null {
  const { unit } = place;
  const itself = lists.around(place.node);
  if (itself !== null)
    return { of: itself.of, named: false, places: itself.items.map((node) => ({ unit, node })) };
  const record = ancestor(place, ({ kind }) => unit.language.recordKinds.has(kind));
  const list = record === null ? null : lists.around(record);
  if (record === null || list === null) return null;
  const key = recordAt({ unit, node: record })?.entries.find(
    ({ value }) => unwrap({ unit, node: value }).node === place.node,
  )?.key;
  if (key === undefined || key === null || isAbout(key)) return null;
  const places = list.items.flatMap((node) => {
    const other = recordAt({ unit, node });
    return other === null ? [] : (entryOf(other, key) ?? []);
  });
  return { of: list.of, named: true, places };
}

/** The texts that one function returns. */
function besideInFunction({ unit, node }: Place): Group | null {
  let scope = unit.outline.scopeOf(node);
  while (scope.kind !== 'function' && scope.parent !== null) scope = scope.parent;
  const returns = (unit.outline.returns.get(scope.node) ?? []).map((node) => ({ unit, node }));
  return returns.some((returned) => unwrap(returned).node === node)
    ? { of: scope.node, named: false, places: returns.slice(0, mostSiblings) }
    : null;
}

/** What is put into a list where it is made and later, by name. */
interface ListSeen {
  readonly of: unknown;
  readonly items: readonly SyntaxNode[];
  /** The items without what wraps them: asked for each text of the list. */
  readonly itself: ReadonlySet<SyntaxNode>;
}

/** The lists of a file with all that is added to them. */
class Lists {
  readonly #unit: Unit;
  /** The names that are given or added a value, by the node of that. */
  readonly #given = new Map<SyntaxNode, Declaration>();
  readonly #seen = new Map<unknown, ListSeen>();

  constructor(unit: Unit) {
    this.#unit = unit;
    const grown = new Set(
      unit.outline.declarations.filter(({ kind }) => kind === 'augment').map(({ name }) => name),
    );
    for (const declaration of unit.outline.declarations)
      if (declaration.value !== null && grown.has(declaration.name))
        this.#given.set(unwrap({ unit, node: declaration.value }).node, declaration);
  }

  /** The list that a node is an item of. */
  around(item: SyntaxNode): ListSeen | null {
    const unit = this.#unit;
    const list = ancestor({ unit, node: item }, (node) => expressionAt({ unit, node }).kind === 'list');
    const declaration = this.#given.get(list ?? item);
    const all = declaration === undefined ? null : this.#declared(declaration);
    const of = all ?? list;
    if (of === null) return null;
    const seen = this.#seen.get(of) ?? this.#made(of, all ?? [], list);
    this.#seen.set(of, seen);
    return seen.itself.has(item) ? seen : null;
  }

  /** All that is put into a list: by its name, where it has one that more is added to. */
  #made(of: unknown, declared: readonly Declaration[], list: SyntaxNode | null): ListSeen {
    const unit = this.#unit;
    const values = declared.flatMap(({ value }) => value ?? []);
    const items = (list === null || values.length > 0 ? values : [list]).flatMap((value) => {
      const { node } = unwrap({ unit, node: value });
      return expressionAt({ unit, node }).kind === 'list' ? itemsOf(unit, node) : [value];
    });
    const kept = items.slice(0, mostSiblings);
    return { of, items: kept, itself: new Set(kept.map((node) => unwrap({ unit, node }).node)) };
  }

  /** What gives the name of a declaration a value, or adds to it. */
  #declared({ name, node }: Declaration): readonly Declaration[] | null {
    let scope: Scope | null = this.#unit.outline.scopeOf(node);
    while (scope !== null && !scope.names.has(name)) scope = scope.parent;
    return scope?.names.get(name) ?? null;
  }
}

function itemsOf(unit: Unit, node: SyntaxNode): readonly SyntaxNode[] {
  const expression = expressionAt({ unit, node });
  return expression.kind === 'list' ? expression.items : [];
}

/** The nearest node around with a mark, behind pairs, brackets and casts alone. */
function ancestor({ node }: Place, wanted: (node: SyntaxNode) => boolean): SyntaxNode | null {
  let at = node.parent;
  for (let up = 0; at !== null && up < mostWrappers; up++, at = at.parent) if (wanted(at)) return at;
  return null;
}

function isPrompt(place: Place, named: boolean, texts: Texts): boolean {
  const reading = texts.reading(place);
  if (reading === null) return false;
  const { words, instructs, modelTalk } = reading;
  return named ? words >= 4 && instructs >= 1 : words >= 6 && (instructs >= 2 || modelTalk >= 1);
}

/** Nodes between an entry's value and its record, and between a record and its list. */
const mostWrappers = 3;

/** A list of more is a table of data. */
const mostSiblings = 500;
