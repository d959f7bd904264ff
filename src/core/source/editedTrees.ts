import type { Expression, Language } from './language.ts';
import type { Reuse, SyntaxCopy } from './reuse.ts';

/** The trees of files that somebody edits, each to be used again by the one of its next text. */
export class EditedTrees {
  readonly #copies = new Map<string, SyntaxCopy>();
  /** Of the file that changed last: its text is gone, so that nobody looks at this tree any more. */
  #spent: { readonly path: string; readonly copy: SyntaxCopy } | null = null;

  keep(path: string, copy: SyntaxCopy): void {
    this.#copies.set(path, copy);
  }

  forget(path: string): void {
    this.#copies.delete(path);
  }

  /** The file has another text now. */
  changed(path: string): void {
    const copy = this.#copies.get(path);
    if (copy !== undefined) this.#spent = { path, copy };
    this.#copies.delete(path);
  }

  /** What of the tree before the change can be used again; only once. */
  reuse(path: string, language: Language): Reuse | null {
    const spent = this.#spent;
    if (spent?.path !== path) return null;
    this.#spent = null;
    // what completes a tree has put other nodes into it
    if (language.complete !== undefined || spent.copy.age >= mostGenerations) return null;
    return {
      before: spent.copy,
      // the parts of a string know where they stand
      keepsMeaning: (meaning, moved) =>
        language.expressionsAreLocal === true && !(moved && (meaning as Expression).kind === 'string'),
    };
  }
}

/** What nodes mean holds on to the text they were read in: of no more texts of one file than this. */
const mostGenerations = 64;
