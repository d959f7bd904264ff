import type { Expression, Language } from './language.ts';
import type { Reuse, SyntaxCopy } from './reuse.ts';
import type { Unit } from './workspace.ts';

/** A file that somebody edits, and its tree. */
interface Edited {
  readonly unit: Unit;
  readonly copy: SyntaxCopy;
}

export interface ReuseOfUnit extends Reuse {
  /** The file as it was read before the edit: with its nodes, it becomes that of the next text. */
  readonly unit: Unit;
}

/** The trees of files that somebody edits, each to be used again by the one of its next text. */
export class EditedTrees {
  readonly #kept = new Map<string, Edited>();
  /** Of the file that changed last: its text is gone, so that nobody looks at this tree any more. */
  #spent: Edited | null = null;

  keep(edited: Edited): void {
    this.#kept.set(edited.unit.path, edited);
  }

  forget(path: string): void {
    this.#kept.delete(path);
  }

  /** The file has another text now. */
  changed(path: string): void {
    this.#spent = this.#kept.get(path) ?? this.#spent;
    this.#kept.delete(path);
  }

  /** What of the tree before the change can be used again; only once. */
  reuse(path: string, language: Language): ReuseOfUnit | null {
    const spent = this.#spent;
    if (spent?.unit.path !== path) return null;
    this.#spent = null;
    // what completes a tree has put other nodes into it
    if (language.complete !== undefined || spent.copy.age >= mostGenerations) return null;
    return {
      unit: spent.unit,
      before: spent.copy,
      // the parts of a string know where they stand
      keepsMeaning: (meaning, moved) =>
        language.expressionsAreLocal === true && !(moved && (meaning as Expression).kind === 'string'),
    };
  }
}

/** What nodes mean holds on to the text they were read in: of no more texts of one file than this. */
const mostGenerations = 64;
