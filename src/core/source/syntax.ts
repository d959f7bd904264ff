import type { Language as Grammar, Tree } from 'web-tree-sitter';
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

/** A file's tree: the root, and every named node in the order of the text (a parent before its children). */
export interface Syntax {
  readonly root: SyntaxNode;
  readonly nodes: readonly SyntaxNode[];
}

interface Growing extends SyntaxNode {
  children: SyntaxNode[];
}

/** The children of a node that has none, shared by all of them. */
const none: SyntaxNode[] = [];

/** A grammar's kinds of nodes by their number. Asked for once: WebAssembly makes a new string at each asking. */
export interface NodeKinds {
  readonly names: readonly (string | null)[];
  readonly named: readonly boolean[];
}

export function nodeKinds(grammar: Grammar): NodeKinds {
  const ids = Array.from({ length: grammar.nodeTypeCount }, (_, id) => id);
  return {
    names: ids.map((id) => grammar.nodeTypeForId(id)),
    named: ids.map((id) => grammar.nodeTypeIsNamed(id)),
  };
}

/** Copies the named nodes of a tree. Iterative, so that no nesting is too deep for it. */
export function copySyntax(tree: Tree, grammar: Grammar, kinds: NodeKinds): Syntax {
  const cursor = tree.walk();
  const nodes: SyntaxNode[] = [];
  const open: (Growing | null)[] = [];
  let parent: Growing | null = null;
  for (;;) {
    const type = cursor.nodeTypeId;
    let here: Growing | null = null;
    if (parent === null || kinds.named[type] === true || type === errorType) {
      here = {
        kind: kinds.names[type] ?? 'ERROR',
        field: parent === null ? null : fieldName(grammar, cursor.currentFieldId),
        start: cursor.startIndex,
        end: cursor.endIndex,
        parent,
        children: none,
        meaning: undefined,
      };
      nodes.push(here);
      if (parent?.children === none) parent.children = [here];
      else parent?.children.push(here);
    }
    // What is not named is a word or a sign of the grammar's own and has nothing in it.
    if (here !== null && cursor.gotoFirstChild()) {
      open.push(parent);
      parent = here;
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete();
        const root = nodes[0];
        if (root === undefined) throw new Error('a syntax tree without a root');
        return { root, nodes };
      }
      parent = open.pop() ?? null;
    }
  }
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
    (node as Growing).children = drafts.map((draft) => planted(draft, node, nodes));
  }
  return { root: syntax.root, nodes };
}

function planted(
  { kind, field, start, end, children }: Draft,
  parent: SyntaxNode,
  nodes: SyntaxNode[],
): SyntaxNode {
  const node: Growing = { kind, field, start, end, parent, children: [], meaning: undefined };
  nodes.push(node);
  for (const child of children) node.children.push(planted(child, node, nodes));
  return node;
}

/** The type tree-sitter gives to what it could not parse. */
const errorType = 0xffff;

function fieldName(grammar: Grammar, id: number): string | null {
  return id === 0 ? null : (grammar.fieldNameForId(id) ?? null);
}

export function childOf(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

export function childrenOf(node: SyntaxNode, kind: string): SyntaxNode[] {
  return node.children.filter((child) => child.kind === kind);
}
