import { errorType, type GrammarTables } from './grammarTables.ts';
import { Landmarks, smallestLandmark } from './landmarks.ts';
import { takenOver, type Reuse, type SyntaxCopy } from './reuse.ts';
import {
  childBytes,
  childCount,
  extra,
  flagsAt,
  heapOf,
  paddingAt,
  productionOf,
  sizeAt,
  subtreeAt,
  symbolAt,
  visible,
} from './subtree.ts';
import type { GrowingNode, SyntaxNode } from './syntax.ts';

/** What is left to do at a node of the parser, hidden ones among them: its children from `index` on. */
class Level {
  /** Where it stands; its children end here. */
  subtree = 0;
  count = 0;
  production = 0;
  /** The node that its children stand in; null for the whole tree, which holds the root. */
  node: GrowingNode | null = null;
  /** Where the children of `node` begin among those found; -1 for a hidden node: its children are some of `node`'s. */
  mark = -1;
  /** The field of a hidden node, which is that of its children. */
  field: string | null = null;
  /** The landmark that `node` is; -1 when it is none. */
  landmark = -1;
  index = 0;
  /** How many children came before, those that may stand anywhere left out. */
  structural = 0;
  /** Where the last child ended, in bytes: two for each UTF-16 unit. */
  end = 0;
}

/**
 * Copies the named nodes of a tree. Reads them where the runtime keeps them: to ask it takes several calls for each
 * node, and they take about as long as parsing. Iterative, so that no nesting is too deep for it.
 * @param tree where the tree stands in the runtime's memory.
 * @param reuse of the tree that was edited: its nodes are used again where the runtime has used its subtrees again.
 */
export function copySyntax(
  memory: ArrayBufferLike,
  tree: number,
  tables: GrammarTables,
  reuse: Reuse | null = null,
): SyntaxCopy {
  const heap = heapOf(memory);
  const nodes: GrowingNode[] = [];
  const landmarks = new Landmarks();
  /** Children of the nodes that are not complete yet: `found[0, top)`. */
  const found: SyntaxNode[] = [];
  let top = 0;
  // used again and again: as many as the tree is deep, and not one for each node
  const levels: Level[] = [];
  let depth = -1;

  const open = (
    subtree: number,
    start: number,
    node: GrowingNode,
    mark: number,
    field: string | null,
  ): Level | null => {
    const count = subtree === 0 ? 0 : childCount(heap, subtree);
    if (count === 0) return null;
    const level = (levels[++depth] ??= new Level());
    level.subtree = subtree;
    level.count = count;
    level.production = productionOf(heap, subtree);
    level.node = node;
    level.mark = mark;
    level.field = field;
    level.landmark = -1;
    level.index = 0;
    level.structural = 0;
    level.end = start;
    return level;
  };

  const close = ({ node, mark, landmark }: Level): void => {
    depth--;
    if (mark < 0 || node === null) return;
    if (landmark >= 0) landmarks.close(landmark, nodes.length);
    if (top > mark) node.children = found.slice(mark, top);
    top = mark;
  };

  const whole = new Level();
  whole.subtree = tree + childBytes;
  whole.count = 1;
  whole.end = paddingAt(heap, tree);
  levels[++depth] = whole;
  for (let level = levels[depth]; level !== undefined; level = levels[depth]) {
    const { node: parent, production } = level;
    if (level.index === level.count) {
      close(level);
      continue;
    }
    const slot = level.subtree - childBytes * (level.count - level.index);
    // the blanks before the first child are those before its parent
    const start = level.index === 0 ? level.end : level.end + paddingAt(heap, slot);
    const end = start + sizeAt(heap, slot);
    level.index++;
    level.end = end;
    const flags = flagsAt(heap, slot);
    const loose = (flags & extra) !== 0;
    const child = loose ? -1 : level.structural++;
    const alias = loose ? 0 : aliasOf(tables, production, child);
    const field = loose ? null : (tables.fields[production]?.[child] ?? level.field);
    if ((flags & visible) === 0 && alias === 0) {
      if (parent !== null) open(subtreeAt(heap, slot), start, parent, -1, field);
      continue;
    }
    const kind = kindOf(tables, alias === 0 ? symbolAt(heap, slot) : alias);
    // What is not named is a word or a sign of the grammar's own and has nothing in it.
    if (kind === null) continue;
    const subtree = subtreeAt(heap, slot);
    const atTop = parent !== null && parent.parent === null;
    const isLandmark = subtree !== 0 && (atTop || end - start >= smallestLandmark);
    const same = isLandmark
      ? takenOver(reuse, { subtree, kind, start: start >> 1, field, parent }, { nodes, landmarks })
      : null;
    if (same !== null) {
      found[top++] = same;
      continue;
    }
    const node: GrowingNode = {
      kind,
      field,
      start: start >> 1,
      end: end >> 1,
      parent,
      children: none,
      meaning: undefined,
    };
    nodes.push(node);
    found[top++] = node;
    const opened = open(subtree, start, node, top, null);
    if (!isLandmark) continue;
    const landmark = landmarks.add(subtree, nodes.length - 1, nodes.length);
    if (opened !== null) opened.landmark = landmark;
  }
  const [root] = nodes;
  if (root === undefined) throw new Error('a syntax tree without a root');
  return { root, nodes, landmarks, age: (reuse?.before.age ?? -1) + 1 };
}

/** The children of a node that has none, shared by all of them. */
const none: SyntaxNode[] = [];

function aliasOf({ aliases, longestAliases }: GrammarTables, production: number, child: number): number {
  return production === 0 ? 0 : (aliases[production * longestAliases + child] ?? 0);
}

/** The kind of a named node; null for one without a name. */
function kindOf({ names, named, typeOf }: GrammarTables, symbol: number): string | null {
  if (symbol === errorType) return 'ERROR';
  const type = typeOf[symbol] ?? errorType;
  return named[type] === true ? (names[type] ?? null) : null;
}
