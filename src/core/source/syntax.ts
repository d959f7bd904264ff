import type { Range } from '../text.ts';

/** A named node of a syntax tree, copied out of WebAssembly once so that walking it costs nothing. */
export interface SyntaxNode extends Range {
  readonly kind: string;
  /** The role it plays in its parent (`left`, `arguments`, …), where the grammar names one. */
  readonly field: string | null;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  /** What its language says it means, kept here once it was asked: many ask about the same node. */
  meaning?: unknown;
}

/** The children of a node that overlap a range or touch it, found without looking at all of them. */
export function childrenTouching({ children }: SyntaxNode, { start, end }: Range): SyntaxNode[] {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: SyntaxNode[] = [];
  for (let child = children[low]; child !== undefined && child.start <= end; child = children[++low])
    found.push(child);
  return found;
}

/** A file's tree: the root, and every named node in the order of the text (a parent before its children). */
export interface Syntax {
  readonly root: SyntaxNode;
  readonly nodes: readonly SyntaxNode[];
}

/** A node that is not where it will be yet, or whose children are still to come. */
export interface GrowingNode extends SyntaxNode {
  start: number;
  end: number;
  field: string | null;
  parent: SyntaxNode | null;
  children: SyntaxNode[];
}

/** A node that stands in no tree yet. */
export interface Draft extends Range {
  readonly kind: string;
  readonly field: string | null;
  readonly children: readonly Draft[];
}

/**
 * Puts better nodes in the place of tokens that a grammar leaves unread.
 * @param read the new children of a node; null to leave it as it is. What stands below new children is not asked for.
 */
export function replaceTokens(syntax: Syntax, read: (node: SyntaxNode) => readonly Draft[] | null): Syntax {
  const nodes: SyntaxNode[] = [];
  let replacedUntil = -1;
  for (const node of syntax.nodes) {
    if (node.start < replacedUntil) continue;
    nodes.push(node);
    const drafts = read(node);
    if (drafts === null) continue;
    replacedUntil = node.end;
    (node as GrowingNode).children = drafts.map((draft) => planted(draft, node, nodes));
  }
  return { root: syntax.root, nodes };
}

function planted(
  { kind, field, start, end, children }: Draft,
  parent: SyntaxNode,
  nodes: SyntaxNode[],
): SyntaxNode {
  const node: GrowingNode = { kind, field, start, end, parent, children: [], meaning: undefined };
  nodes.push(node);
  for (const child of children) node.children.push(planted(child, node, nodes));
  return node;
}

export function childOf(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

export function childrenOf(node: SyntaxNode, kind: string): SyntaxNode[] {
  return node.children.filter((child) => child.kind === kind);
}
