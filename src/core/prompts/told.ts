import type { Declaration } from '../source/language.ts';
import type { Unit } from '../source/workspace.ts';
import { pieceAt, type Piece, type Statement } from './pieces.ts';
import { sdks } from './sdks/index.ts';

/** What the other pieces of a file can see of one. */
export interface Told {
  /** Words under which they see it. */
  readonly names: Set<string>;
  /** They may depend on what it reads like: an import, a package's name, a step of a script. */
  frames: boolean;
  /** They find it without its name. */
  found: boolean;
}

/** A statement and what it tells; `null` until that is known. */
export interface Telling extends Statement {
  /** Every word that stands in it. */
  readonly words: ReadonlySet<string>;
  told: Told | null;
}

/** Finds out what those pieces tell of which it is not known. */
export function tell(unit: Unit, pieces: readonly Piece<Telling>[]): void {
  const asked = new Set(pieces.map(({ body }) => body).filter(({ told }) => told === null));
  if (asked.size === 0) return;
  for (const body of asked) body.told = { names: new Set(), frames: false, found: false };
  const of = ({ node }: Declaration): Told | null => {
    const body = pieces[pieceAt(pieces, node)]?.body;
    return body !== undefined && asked.has(body) ? body.told : null;
  };
  const { module, declarations } = unit.outline;
  for (const [name, all] of module.names) for (const declaration of all) add(of(declaration), name);
  for (const declaration of declarations) {
    const told = of(declaration);
    if (told === null) continue;
    const { kind, name, of: holder } = declaration;
    // several pieces can be parts of one class, and see each other's members
    if (kind === 'class' || kind === 'enum') add(told, name);
    if (holder !== undefined) add(told, holder);
    told.frames ||= kind === 'import';
    told.found ||= kind === 'function' && isFoundByDecorator(declaration, unit);
  }
  for (const { nodes, told } of asked)
    if (told !== null && nodes.length > 0 && told.names.size === 0) told.frames = true;
}

function add(told: Told | null, name: string): void {
  if (told !== null) for (const word of wordsIn(name)) told.names.add(word);
}

/** Functions that a decorator makes tools or instructions are found wherever they stand, without their name. */
function isFoundByDecorator({ node }: Declaration, { language, text }: Unit): boolean {
  return language.decorators(node, text).some((written) => finding.has(lastPart(written)));
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

const finding: ReadonlySet<string> = new Set(
  sdks.flatMap(({ decorators }) => (decorators ?? []).flatMap(({ name }) => name.map(lastPart))),
);

export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(word));
}

const word = /[\w\u0080-\uffff]+/g;

/** The pieces that see one of these statements by name, those that see such a piece in turn, and so on. */
export function seeing(
  pieces: readonly Piece<Telling>[],
  statements: readonly Telling[],
): ReadonlySet<Telling> {
  const see = new Set<Telling>();
  const seen = new Set<string>();
  let names = statements.flatMap(({ told }) => [...(told?.names ?? [])]);
  while (names.length > 0) {
    for (const name of names) seen.add(name);
    const next = new Set<string>();
    for (const { body } of pieces) {
      if (see.has(body) || !names.some((name) => body.words.has(name))) continue;
      see.add(body);
      for (const name of body.told?.names ?? []) if (!seen.has(name)) next.add(name);
    }
    names = [...next];
  }
  return see;
}
