import { Language as Grammar, Parser, type Edit as TreeEdit, type Tree } from 'web-tree-sitter';
import type { GrammarName, Host } from '../host.ts';
import { copySyntax, type Syntax } from './syntax.ts';

interface Kept {
  readonly text: string;
  readonly tree: Tree;
}

/**
 * Parses text with the prebuilt grammars. The last trees are kept, so that an edit parses only what it touched.
 * A grammar must be loaded before a text of its language is parsed.
 */
export class SyntaxParser {
  readonly #host: Pick<Host, 'loadGrammar'>;
  readonly #grammars = new Map<GrammarName, Grammar>();
  readonly #kept = new Map<string, Kept>();
  #parser: Parser | null = null;

  constructor(host: Pick<Host, 'loadGrammar'>) {
    this.#host = host;
  }

  async load(names: Iterable<GrammarName>): Promise<void> {
    if (this.#parser === null) {
      const wasmBinary = await this.#host.loadGrammar('runtime');
      await Parser.init({ wasmBinary });
      this.#parser = new Parser();
    }
    for (const name of names)
      if (!this.#grammars.has(name))
        this.#grammars.set(name, await Grammar.load(await this.#host.loadGrammar(name)));
  }

  /**
   * @param key what the text is called; a text with the key of an earlier one is parsed as an edit of it.
   * @param keep whether to keep the tree for the next edit (worth its memory for open documents only).
   * @returns null when the grammar is not loaded.
   */
  parse(key: string, text: string, name: GrammarName, keep: boolean): Syntax | null {
    const grammar = this.#grammars.get(name);
    if (this.#parser === null || grammar === undefined) return null;
    this.#parser.setLanguage(grammar);
    const before = this.#kept.get(key);
    before?.tree.edit(editBetween(before.text, text) as TreeEdit);
    const tree = this.#parser.parse(text, before?.tree ?? null);
    before?.tree.delete();
    this.#kept.delete(key);
    if (tree === null) return null;
    const syntax = copySyntax(tree, grammar);
    if (keep) this.#keep(key, { text, tree });
    else tree.delete();
    return syntax;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    if (this.#kept.size <= keptTrees) return;
    const [oldest] = this.#kept;
    if (oldest === undefined) return;
    oldest[1].tree.delete();
    this.#kept.delete(oldest[0]);
  }
}

const keptTrees = 16;

/** The one replacement between the common start and the common end of two texts, as tree-sitter wants it. */
function editBetween(before: string, after: string): Omit<TreeEdit, 'editPoint' | 'editRange'> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: point(before, start),
    oldEndPosition: point(before, oldEnd),
    newEndPosition: point(after, newEnd),
  };
}

function point(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
