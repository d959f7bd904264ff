import { errorType, type GrammarTables } from './grammarTables.ts';
import type { GrowingNode, Syntax, SyntaxNode } from './syntax.ts';

/**
 * Offsets in tree-sitter's `SubtreeHeapData` with pointers of four bytes, as its header `subtree.h` declares it. Its
 * children stand before it, eight bytes each: such a pointer, or the whole of a small token, whose lowest bit is set.
 */
const at = { padding: 4, size: 16, children: 36, symbol: 40, flags: 44, production: 66 } as const;
const childBytes = 8;
/** A tree begins with its root, as if it were a child; behind it stands where its grammar is. */
const grammarOfTree = 8;

/** The bits of `flags`. */
const visible = 1;
const extra = 4;

/** @param tree where a tree stands in the runtime's memory. @returns where its grammar does. */
export function grammarAddress(memory: ArrayBufferLike, tree: number): number {
  return new DataView(memory).getUint32(tree + grammarOfTree, true);
}

/** What is left to do at a node of the parser, hidden ones among them: its children from `index` on. */
interface Level {
  /** Where it stands; its children end here. */
  readonly subtree: number;
  readonly count: number;
  readonly production: number;
  /** The node that its children stand in; null for the whole tree, which holds the root. */
  readonly node: GrowingNode | null;
  /** Where the children of `node` begin among those found; -1 for a hidden node: its children are some of `node`'s. */
  readonly mark: number;
  /** The field of a hidden node, which is that of its children. */
  readonly field: string | null;
  index: number;
  /** How many children came before, those that may stand anywhere left out. */
  structural: number;
  /** Where the last child ended, in bytes: two for each UTF-16 unit. */
  end: number;
}

/**
 * Copies the named nodes of a tree. Reads them where the runtime keeps them: to ask it takes several calls for each
 * node, and they take about as long as parsing. Iterative, so that no nesting is too deep for it.
 * @param tree where the tree stands in the runtime's memory.
 */
export function copySyntax(memory: ArrayBufferLike, tree: number, tables: GrammarTables): Syntax {
  const { names, named, typeOf, fields, aliases, longestAliases } = tables;
  const [bytes, halves, words] = [new Uint8Array(memory), new Uint16Array(memory), new Uint32Array(memory)];
  const nodes: SyntaxNode[] = [];
  /** Children of the nodes that are not complete yet: `found[0, top)`. */
  const found: SyntaxNode[] = [];
  let top = 0;
  const levels: Level[] = [];

  const open = (
    subtree: number,
    start: number,
    node: GrowingNode,
    mark: number,
    field: string | null,
  ): void => {
    const count = words[(subtree + at.children) >> 2] ?? 0;
    if (count === 0) return;
    const production = halves[(subtree + at.production) >> 1] ?? 0;
    levels.push({ subtree, count, production, node, mark, field, index: 0, structural: 0, end: start });
  };

  const first = { node: null, mark: -1, field: null, production: 0, index: 0, structural: 0 };
  levels.push({ ...first, subtree: tree + childBytes, count: 1, end: paddingAt(words, tree) });
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { node: parent, production } = level;
    if (level.index === level.count) {
      levels.pop();
      if (level.mark < 0 || parent === null) continue;
      if (top > level.mark) parent.children = found.slice(level.mark, top);
      top = level.mark;
      continue;
    }
    const slot = level.subtree - childBytes * (level.count - level.index);
    const head = words[slot >> 2] ?? 0;
    const small = (head & 1) === 1;
    // of a small token they stand one bit higher, above the bit that says that it is one
    const flags = small ? head >> 1 : (bytes[head + at.flags] ?? 0);
    // the blanks before the first child are those before its parent
    const start = level.index === 0 ? level.end : level.end + paddingAt(words, slot);
    const end = start + (small ? (bytes[slot + 7] ?? 0) : (words[(head + at.size) >> 2] ?? 0));
    level.index++;
    level.end = end;
    const loose = (flags & extra) !== 0;
    const child = loose ? -1 : level.structural++;
    const alias = loose || production === 0 ? 0 : (aliases[production * longestAliases + child] ?? 0);
    const field = loose ? null : (fields[production]?.[child] ?? level.field);
    if ((flags & visible) === 0 && alias === 0) {
      if (!small && parent !== null) open(head, start, parent, -1, field);
      continue;
    }
    const own = small ? (head >> 8) & 0xff : (halves[(head + at.symbol) >> 1] ?? 0);
    const symbol = alias === 0 ? own : alias;
    const type = symbol === errorType ? errorType : (typeOf[symbol] ?? errorType);
    // What is not named is a word or a sign of the grammar's own and has nothing in it.
    if (type !== errorType && named[type] !== true) continue;
    const kind = names[type] ?? 'ERROR';
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
    if (!small) open(head, start, node, top, null);
  }
  const [root] = nodes;
  if (root === undefined) throw new Error('a syntax tree without a root');
  return { root, nodes };
}

/** The children of a node that has none, shared by all of them. */
const none: SyntaxNode[] = [];

/** Bytes of blanks before the child in a slot. */
function paddingAt(words: Uint32Array, slot: number): number {
  const head = words[slot >> 2] ?? 0;
  return (head & 1) === 1
    ? ((words[(slot >> 2) + 1] ?? 0) >>> 16) & 0xff
    : (words[(head + at.padding) >> 2] ?? 0);
}
