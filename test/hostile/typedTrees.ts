import { languageOf } from '../../src/core/source/languages/index.ts';
import { SyntaxParser } from '../../src/core/source/parser.ts';
import type { SyntaxNode } from '../../src/core/source/syntax.ts';
import { memoryHost } from './memory.ts';

/**
 * Trees of files as they are typed. Of broken code the parser can make another tree when it was typed than when it is
 * read at once: nobody can expect the same report of both.
 */
export class TypedTrees {
  readonly #typed = new SyntaxParser(memoryHost(new Map()));
  readonly #atOnce = new SyntaxParser(memoryHost(new Map()));
  readonly #different = new Set<string>();

  async type(path: string, text: string): Promise<void> {
    const language = languageOf(path);
    if (language === null) throw new Error(`no language reads ${path}`);
    for (const parser of [this.#typed, this.#atOnce]) await parser.load(language.grammars);
    const typed = this.#typed.parse(path, text, language.grammar(path), true);
    const atOnce = this.#atOnce.parse(path, text, language.grammar(path), false);
    if (typed.kind !== 'syntax' || atOnce.kind !== 'syntax') throw new Error(`${path} cannot be parsed`);
    if (told(typed.syntax.nodes) === told(atOnce.syntax.nodes)) this.#different.delete(path);
    else this.#different.add(path);
  }

  /** Whether every file has the tree that it would have if nobody had typed it. */
  get areTheSame(): boolean {
    return this.#different.size === 0;
  }
}

function told(nodes: readonly SyntaxNode[]): string {
  return nodes.map(({ kind, start, end, parent }) => `${kind} ${start} ${end} ${parent?.start}`).join('\n');
}
