import type { Workspace } from '../source/workspace.ts';
import type { SyntaxNode } from '../source/syntax.ts';

/** What is done at a node: the same node may be evaluated while it is being resolved, but not while it is being evaluated. */
export type Verb =
  | 'evaluate'
  | 'hole'
  | 'arms'
  | 'resolve'
  | 'member'
  | 'export'
  | 'extends'
  | 'base'
  | 'site'
  | 'items'
  | 'model'
  | 'instance'
  | 'message'
  | 'module'
  | 'argument'
  | 'json'
  | 'path'
  | 'tool'
  | 'bound';

/** How far one expression is followed: through so many steps, never twice through the same node on the way down. */
export class Trail {
  readonly workspace: Workspace;
  #steps = stepLimit;
  /** Made when it is first needed: most trails end where they begin. */
  #open: Map<Verb, Set<SyntaxNode>> | null = null;
  #depth = 0;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Runs `work` at `node`; returns `otherwise` in a cycle, too deep down, or when too much was followed already. */
  within<T>(verb: Verb, node: SyntaxNode, otherwise: T, work: () => T): T {
    this.#open ??= new Map();
    const open = this.#open.get(verb) ?? new Set<SyntaxNode>();
    if (open.has(node) || this.#depth >= depthLimit || this.#steps <= 0) return otherwise;
    this.#open.set(verb, open.add(node));
    this.#steps--;
    this.#depth++;
    try {
      return work();
    } finally {
      open.delete(node);
      this.#depth--;
    }
  }
}

const stepLimit = 20_000;
const depthLimit = 200;
