import type { SyntaxNode } from '../source/syntax.ts';
import type { Unit } from '../source/workspace.ts';
import type { Range } from '../text.ts';

/** A statement at the top of a file, with the comments above it. Behind the last statement there is one of comments alone. */
export interface Piece<Body extends Statement> extends Range {
  /** The same as long as nothing of it but its place changes. */
  readonly body: Body;
}

export interface Statement {
  /** The statement, and what of it the grammar puts beside it. */
  readonly nodes: readonly SyntaxNode[];
  /** Comments and blanks before it. */
  readonly lead: string;
}

/**
 * The pieces of a file, in the order of the text; together they are all of it.
 * @param before those of an older text, whose bodies are used again where they are the same.
 * @param make a body of a statement and its text.
 */
export function piecesOf<Body extends Statement>(
  { root, text, language }: Unit,
  before: readonly Piece<Body>[],
  make: (statement: Statement, text: string) => Body,
): Piece<Body>[] {
  const known = new Map(before.map(({ body }) => [body.nodes[0], body]));
  const pieces: Piece<Body>[] = [];
  let start = 0;
  const add = (nodes: readonly SyntaxNode[], end: number): void => {
    const lead = text.slice(start, nodes[0]?.start ?? end);
    const old = known.get(nodes[0]);
    const same = old?.lead === lead && isSame(old.nodes, nodes);
    pieces.push({ start, end, body: same ? old : make({ nodes, lead }, text.slice(start, end)) });
    start = end;
  };
  let open: SyntaxNode[] = [];
  for (const node of root.children) {
    if (language.commentKinds.has(node.kind)) continue;
    const last = open.at(-1);
    if (last !== undefined && !continuations.has(node.kind)) {
      add(open, last.end);
      open = [];
    }
    open.push(node);
  }
  const last = open.at(-1);
  if (last !== undefined) add(open, last.end);
  add([], text.length);
  return pieces;
}

/** A node that the parser used again is the same object. */
function isSame(a: readonly SyntaxNode[], b: readonly SyntaxNode[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((node, i) => node === b[i]);
}

/** Kinds of nodes that belong to the statement before them: the text of a heredoc. */
const continuations: ReadonlySet<string> = new Set(['heredoc_body']);

/** The piece in which a node stands, by its number. A node without text may stand at the very end of one. */
export function pieceAt(pieces: readonly Range[], { end }: Range): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}
