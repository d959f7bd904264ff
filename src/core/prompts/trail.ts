import type { Place, Workspace } from '../source/workspace.ts';
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
  | 'list'
  | 'model'
  | 'instance'
  | 'message'
  | 'module'
  | 'argument'
  | 'json'
  | 'path'
  | 'load'
  | 'tool'
  | 'bound'
  | 'filling'
  | 'taken';

/** How far one expression is followed: through so many steps, never twice through the same node on the way down. */
export class Trail {
  readonly workspace: Workspace;
  #steps = stepLimit;
  /** What is being done, and at which nodes, from the outermost on: few, which a look through them finds fastest. */
  readonly #verbs: Verb[] = [];
  readonly #nodes: SyntaxNode[] = [];

  #given = nothing;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Runs `work` with what one call gives the parameters of a function, by their declarations. */
  given<T>(args: ReadonlyMap<SyntaxNode, Place>, work: () => T): T {
    const before = this.#given;
    this.#given = new Map([...before, ...args]);
    try {
      return work();
    } finally {
      this.#given = before;
    }
  }

  /** What the call that is followed gives a parameter; null where none is. */
  argumentFor({ node }: Place): Place | null {
    return this.#given.get(node) ?? null;
  }

  /** Whether all the steps there are were made, so that what was found is not all there is. */
  get isSpent(): boolean {
    return this.#steps <= 0;
  }

  /** Runs `work` at `node`; returns `otherwise` in a cycle, too deep down, or when too much was followed already. */
  within<T>(verb: Verb, node: SyntaxNode, otherwise: T, work: () => T): T {
    if (this.#nodes.length >= depthLimit || this.#steps <= 0 || this.#isOpen(verb, node)) return otherwise;
    this.#verbs.push(verb);
    this.#nodes.push(node);
    this.#steps--;
    try {
      return work();
    } finally {
      this.#verbs.pop();
      this.#nodes.pop();
    }
  }

  #isOpen(verb: Verb, node: SyntaxNode): boolean {
    for (let i = this.#nodes.length - 1; i >= 0; i--)
      if (this.#nodes[i] === node && this.#verbs[i] === verb) return true;
    return false;
  }
}

/** Of nearly every trail; there is one for each node that is asked about. */
const nothing: ReadonlyMap<SyntaxNode, Place> = new Map();

const stepLimit = 20_000;
const depthLimit = 200;
