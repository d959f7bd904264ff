import type { Workspace } from '../source/workspace.ts';
import type { SyntaxNode } from '../source/syntax.ts';

/** How far one expression is followed: through so many steps, never twice through the same node on the way down. */
export class Trail {
  readonly workspace: Workspace;
  #steps = stepLimit;
  readonly #open = new Set<SyntaxNode>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Runs `work` below `node`; returns `otherwise` in a cycle, too deep down, or when too much was followed already. */
  within<T>(node: SyntaxNode, otherwise: T, work: () => T): T {
    if (this.#open.has(node) || this.#open.size >= depthLimit || this.#steps <= 0) return otherwise;
    this.#steps--;
    this.#open.add(node);
    try {
      return work();
    } finally {
      this.#open.delete(node);
    }
  }
}

const stepLimit = 20_000;
const depthLimit = 100;
