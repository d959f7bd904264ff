import type { GrammarName } from '../host.ts';
import { languageOf } from './languages/index.ts';
import type { SyntaxParser } from './parser.ts';
import type { Unit, Workspace } from './workspace.ts';

/** Sources to look at without waiting. What needs a grammar that is not loaded yet is `null`, and the grammar is wanted. */
export class Sources {
  readonly #workspace: Workspace;
  readonly #parser: SyntaxParser;
  readonly #wanted = new Set<GrammarName>();

  constructor(workspace: Workspace, parser: SyntaxParser) {
    this.#workspace = workspace;
    this.#parser = parser;
  }

  /** `null` for what is no code, or cannot be read any more. */
  unit(path: string): Unit | null {
    if (!this.#isReady(path)) return null;
    const reading = this.#workspace.read(path);
    return reading.kind === 'unit' ? reading.unit : null;
  }

  text(path: string): string | null {
    const reading = this.#workspace.text(path);
    return reading?.kind === 'text' ? reading.text : null;
  }

  /** See `Workspace.mistakes`. */
  mistakes(path: string, text: string): number | null {
    return this.#isReady(path) ? this.#workspace.mistakes(path, text) : null;
  }

  /** Loads what was wanted. @returns whether there was anything, so that asking again gives another answer. */
  async loadWanted(): Promise<boolean> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    if (wanted.length > 0) await this.#parser.load(wanted);
    return wanted.length > 0;
  }

  #isReady(path: string): boolean {
    const language = languageOf(path);
    if (language === null) return false;
    const missing = language.grammars.filter((name) => !this.#parser.has(name));
    for (const name of missing) this.#wanted.add(name);
    return missing.length === 0;
  }
}
