import type { Landmarks } from './landmarks.ts';
import type { GrowingNode, Syntax, SyntaxNode } from './syntax.ts';

/** A tree that was copied, and how its parts are known again in the tree of an edited text. */
export interface SyntaxCopy extends Syntax {
  readonly nodes: readonly GrowingNode[];
  readonly landmarks: Landmarks;
  /** Of how many trees before it nodes may be among its own. */
  readonly age: number;
}

/** The copy of the tree from which one was made by an edit. */
export interface Reuse {
  /** Spent: its nodes become the new tree's, moved to where they stand there. Nobody may look at it any more. */
  readonly before: SyntaxCopy;
  /**
   * Whether what a node means, see `SyntaxNode.meaning`, is still true in a subtree that is the same.
   * @param moved whether its offsets are others.
   */
  readonly keepsMeaning: (meaning: unknown, moved: boolean) => boolean;
}

/** A subtree of the new tree, and what its node is to be. */
interface Found extends Pick<SyntaxNode, 'kind' | 'start' | 'field' | 'parent'> {
  /** Where it stands in the runtime's memory. */
  readonly subtree: number;
}

/** A tree whose nodes are not all there yet. */
interface Growing {
  readonly nodes: GrowingNode[];
  readonly landmarks: Landmarks;
}

/**
 * Adds the nodes of a subtree that stood in the tree before to those of the new one, moved to where they stand now.
 * @returns the first of them; null when the subtree is new, or in its new place the grammar calls it something else.
 */
export function takenOver(reuse: Reuse | null, found: Found, into: Growing): GrowingNode | null {
  if (reuse === null) return null;
  const { before, keepsMeaning } = reuse;
  const landmark = before.landmarks.find(found.subtree);
  const whole = landmark === null ? undefined : before.nodes[landmark.first];
  if (landmark === null || whole?.kind !== found.kind) return null;
  into.landmarks.addAll(before.landmarks, landmark.number, into.nodes.length);
  const by = found.start - whole.start;
  for (let i = landmark.first; i < landmark.last; i++) {
    const node = before.nodes[i];
    if (node === undefined) continue;
    node.start += by;
    node.end += by;
    if (node.meaning !== undefined && !keepsMeaning(node.meaning, by !== 0)) node.meaning = undefined;
    into.nodes.push(node);
  }
  // it may depend on what the node stands in, which is new
  whole.meaning = undefined;
  whole.field = found.field;
  whole.parent = found.parent;
  return whole;
}
