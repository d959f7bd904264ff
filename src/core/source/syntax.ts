import type { Language as Grammar, Tree } from 'web-tree-sitter';
import type { Range } from '../text.ts';

/** A named node of a syntax tree, copied out of WebAssembly once so that walking it costs nothing. */
export interface SyntaxNode extends Range {
  readonly kind: string;
  /** The role it plays in its parent (`left`, `arguments`, …), where the grammar names one. */
  readonly field: string | null;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
}

/** A file's tree: the root, and every named node in the order of the text (a parent before its children). */
export interface Syntax {
  readonly root: SyntaxNode;
  readonly nodes: readonly SyntaxNode[];
}

interface Growing extends SyntaxNode {
  readonly children: SyntaxNode[];
}

/** Copies the named nodes of a tree. Iterative, so that no nesting is too deep for it. */
export function copySyntax(tree: Tree, grammar: Grammar): Syntax {
  const cursor = tree.walk();
  const nodes: SyntaxNode[] = [];
  const open: (Growing | null)[] = [];
  let parent: Growing | null = null;
  for (;;) {
    const type = cursor.nodeTypeId;
    let here: Growing | null = null;
    if (parent === null || grammar.nodeTypeIsNamed(type) || type === errorType) {
      here = {
        kind: grammar.nodeTypeForId(type) ?? 'ERROR',
        field: parent === null ? null : fieldName(grammar, cursor.currentFieldId),
        start: cursor.startIndex,
        end: cursor.endIndex,
        parent,
        children: [],
      };
      nodes.push(here);
      parent?.children.push(here);
    }
    if (cursor.gotoFirstChild()) {
      open.push(parent);
      parent = here ?? parent;
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

/** The nearest node of one of these kinds around `node`, itself excluded. */
export function ancestor(node: SyntaxNode, kinds: ReadonlySet<string>): SyntaxNode | null {
  for (let up = node.parent; up !== null; up = up.parent) if (kinds.has(up.kind)) return up;
  return null;
}
