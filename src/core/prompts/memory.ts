import { both, type Looked } from '../source/looked.ts';
import type { Outline } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Unit, Workspace } from '../source/workspace.ts';
import { pieceAt, piecesOf, type Piece, type Statement } from './pieces.ts';
import { seeing, tell, wordsIn, type Telling } from './told.ts';

/** Where what stood at an offset stands now. */
export type Shift = (offset: number) => number;

interface Kept {
  value: unknown;
  readonly moved: ((value: never, shift: Shift) => unknown) | null;
}

/** A statement, and what was found out about it. */
interface Body extends Telling {
  /** Topic → what the items of a list gave that stand in it. */
  readonly lists: Map<string, readonly unknown[]>;
  /** Topic → what was found out about single nodes of it. */
  readonly single: Map<string, Map<SyntaxNode, Kept>>;
}

/** What was found out about a file before it was edited, as far as it still holds. */
export interface Memory {
  /**
   * `items.flatMap(read)`.
   * @param items in the order of the pieces they stand in.
   * @param read may tell nodes, but no offsets, and must give the same as long as nothing it sees of the file changes.
   */
  flatMap<T, R>(
    topic: string,
    items: readonly T[],
    at: (item: T) => SyntaxNode,
    read: (item: T) => readonly R[],
  ): readonly R[];
  /** `read()`, which is about a node. @param moved what it gave, with other offsets; null where there are none in it. */
  about<R>(
    topic: string,
    place: { readonly unit: Unit; readonly node: SyntaxNode },
    read: () => R,
    moved: ((value: R, shift: Shift) => R) | null,
  ): R;
}

/** Where a node stands, for lists of nodes. */
export const itself = (node: SyntaxNode): SyntaxNode => node;

/** Of a file that nobody edits: what is found out is not asked for again. */
export const noMemory: Memory = {
  flatMap: (_topic, items, _at, read) => items.flatMap(read),
  about: (_topic, _place, read) => read(),
};

/**
 * Of a file that somebody edits. What a piece says depends on itself and on the pieces that declare a word of it, and on
 * those that these depend on: as long as none of them is another one, it says the same.
 */
export class FileMemory implements Memory {
  readonly unit: Unit;
  readonly #workspace: Workspace;
  #looked: Looked = { files: [], folders: [], strained: false };
  #text: string;
  /** Made anew whenever the file is parsed, even if it reads as before. */
  #outline: Outline;
  #pieces: readonly Piece<Body>[];
  /** List → for each piece, the number of its items up to the end of that piece. */
  readonly #counts = new Map<readonly unknown[], readonly number[]>();

  constructor(unit: Unit, workspace: Workspace) {
    this.unit = unit;
    this.#workspace = workspace;
    this.#text = unit.text;
    this.#outline = unit.outline;
    this.#pieces = piecesOf<Body>(unit, [], bodyOf);
    tell(unit, this.#pieces);
  }

  /** @param looked what was looked at this time. @returns that and what was looked at for what is kept. */
  alsoLooked(looked: Looked): Looked {
    this.#looked = both(this.#looked, looked);
    return this.#looked;
  }

  /** Forgets what does not hold any more, once the file was parsed again. */
  update(): void {
    this.#counts.clear();
    const { text, outline } = this.unit;
    if (outline === this.#outline) return;
    this.#outline = outline;
    const [before, beforeText] = [this.#pieces, this.#text];
    this.#pieces = piecesOf(this.unit, before, bodyOf);
    this.#text = text;
    tell(this.unit, this.#pieces);
    const gone = without(before, this.#pieces);
    const come = without(this.#pieces, before);
    const changed = [...gone, ...come].map(({ body }) => body);
    const isFrameOther =
      frame(gone, beforeText) !== frame(come, text) || changed.some(({ told }) => told?.found === true);
    const see = isFrameOther ? null : seeing(this.#pieces, changed);
    for (const { body } of this.#pieces) if (see === null || see.has(body)) forget(body);
    tell(this.unit, this.#pieces);
    const shift = shiftBetween(before, this.#pieces, text.length - beforeText.length);
    if (shift !== null) for (const { body } of this.#pieces) move(body, shift);
  }

  flatMap<T, R>(
    topic: string,
    items: readonly T[],
    at: (item: T) => SyntaxNode,
    read: (item: T) => readonly R[],
  ): readonly R[] {
    const all: R[] = [];
    const counts = this.#countsOf(items, at);
    let from = 0;
    for (let i = 0; i < counts.length; i++) {
      const to = counts[i] ?? 0;
      const lists = this.#pieces[i]?.body.lists;
      if (from === to || lists === undefined) continue;
      // `topic` belongs to one caller, which gets what it put there
      let found = lists.get(topic) as readonly R[] | undefined;
      found ??= this.#found(
        () => items.slice(from, to).flatMap(read),
        (list) => lists.set(topic, list),
      );
      for (const one of found) all.push(one);
      from = to;
    }
    return all;
  }

  about<R>(
    topic: string,
    { unit, node }: { readonly unit: Unit; readonly node: SyntaxNode },
    read: () => R,
    moved: ((value: R, shift: Shift) => R) | null,
  ): R {
    const body = unit === this.unit ? this.#pieces[pieceAt(this.#pieces, node)]?.body : undefined;
    if (body === undefined) return read();
    const byNode = body.single.get(topic) ?? new Map<SyntaxNode, Kept>();
    body.single.set(topic, byNode);
    const known = byNode.get(node);
    // `topic` belongs to one caller, which gets what it put there
    if (known !== undefined) return known.value as R;
    return this.#found(read, (value) => byNode.set(node, { value, moved }));
  }

  /** What came of looking at this file from another one may depend on any piece, and is not kept. */
  #found<R>(read: () => R, keep: (value: R) => void): R {
    const before = this.#workspace.timesRead(this.unit.path);
    const value = read();
    if (this.#workspace.timesRead(this.unit.path) === before) keep(value);
    return value;
  }

  #countsOf<T>(items: readonly T[], at: (item: T) => SyntaxNode): readonly number[] {
    const known = this.#counts.get(items);
    if (known !== undefined) return known;
    let next = 0;
    const counts = this.#pieces.map(({ end }) => {
      for (let item = items[next]; item !== undefined && at(item).end <= end; item = items[++next]);
      return next;
    });
    this.#counts.set(items, counts);
    return counts;
  }
}

function bodyOf(statement: Statement, text: string): Body {
  return { ...statement, words: wordsIn(text), told: null, lists: new Map(), single: new Map() };
}

function forget(body: Body): void {
  body.told = null;
  body.lists.clear();
  body.single.clear();
}

function move({ single }: Body, shift: Shift): void {
  for (const byNode of single.values())
    for (const kept of byNode.values())
      if (kept.moved !== null) kept.value = kept.moved(kept.value as never, shift);
}

/** The statements that set the frame for all others: parsed anew, they set the same if they read the same. */
function frame(pieces: readonly Piece<Body>[], text: string): string {
  const framing = pieces.filter(({ body }) => body.told?.frames === true);
  return framing.map(({ start, end, body }) => text.slice(start + body.lead.length, end)).join('\n');
}

function without(pieces: readonly Piece<Body>[], others: readonly Piece<Body>[]): Piece<Body>[] {
  const bodies = new Set(others.map(({ body }) => body));
  return pieces.filter(({ body }) => !bodies.has(body));
}

/** What becomes of offsets in pieces that are still there: from the first that stands elsewhere on all go as far. */
function shiftBetween(
  before: readonly Piece<Body>[],
  after: readonly Piece<Body>[],
  by: number,
): Shift | null {
  const starts = new Map(after.map(({ body, start }) => [body, start]));
  const moved = before.find(({ body, start }) => starts.has(body) && starts.get(body) !== start);
  return moved === undefined ? null : (offset) => (offset < moved.start ? offset : offset + by);
}
