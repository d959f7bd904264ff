import { Language as Grammar, Parser, type Edit as TreeEdit, type Tree } from 'web-tree-sitter';
import type { GrammarName, Host } from '../host.ts';
import { copySyntax, nodeKinds, type NodeKinds, type Syntax } from './syntax.ts';

interface Kept {
  readonly text: string;
  readonly tree: Tree;
}

export type Parsed =
  { readonly kind: 'syntax'; readonly syntax: Syntax } | { readonly kind: 'failed'; readonly why: string };

/**
 * Parses text with the prebuilt grammars. The last trees are kept, so that an edit parses only what it touched.
 * A grammar must be loaded before a text of its language is parsed.
 */
export class SyntaxParser {
  readonly #host: Pick<Host, 'loadGrammar'>;
  readonly #grammars = new Map<GrammarName, { readonly grammar: Grammar; readonly kinds: NodeKinds }>();
  readonly #kept = new Map<string, Kept>();
  #parser: Parser | null = null;

  constructor(host: Pick<Host, 'loadGrammar'>) {
    this.#host = host;
  }

  has(name: GrammarName): boolean {
    return this.#grammars.has(name);
  }

  async load(names: Iterable<GrammarName>): Promise<void> {
    if (this.#grammars.size === 0) {
      const wasmBinary = await this.#host.loadGrammar('runtime');
      const wasmMemory = new WebAssembly.Memory(memoryLimits);
      // All it would print, that it ends, comes as an error as well.
      await Parser.init({ wasmBinary, wasmMemory, printErr: () => {} });
    }
    for (const name of names) {
      if (this.#grammars.has(name)) continue;
      const grammar = await Grammar.load(await this.#host.loadGrammar(name));
      this.#grammars.set(name, { grammar, kinds: nodeKinds(grammar) });
    }
  }

  /**
   * @param key what the text is called; a text with the key of an earlier one is parsed as an edit of it.
   * @param keep whether to keep the tree for the next edit (worth its memory for open documents only).
   * @returns `failed` when the grammar is not loaded, or the text is more than the memory for parsing can hold.
   */
  parse(key: string, text: string, name: GrammarName, keep: boolean): Parsed {
    const loaded = this.#grammars.get(name);
    if (loaded === undefined) return { kind: 'failed', why: `no grammar for ${name}` };
    const { grammar, kinds } = loaded;
    const before = this.#kept.get(key);
    this.#kept.delete(key);
    try {
      this.#parser ??= new Parser();
      this.#parser.setLanguage(grammar);
      before?.tree.edit(editBetween(before.text, text) as TreeEdit);
      const tree = this.#parser.parse(text, before?.tree ?? null);
      if (tree === null) throw new Error('a parser with a language and without a limit gave no tree');
      before?.tree.delete();
      const syntax = copySyntax(tree, grammar, kinds);
      if (keep) this.#keep(key, { text, tree });
      else tree.delete();
      return { kind: 'syntax', syntax };
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      // The runtime ends what it does when its memory is full, and keeps much of it. Smaller texts may still fit; this
      // parser is in no state to go on.
      this.#parser = null;
      return { kind: 'failed', why: 'too tangled to be parsed in the memory there is' };
    }
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

/** Pages of 64 KB: 32 MB as the runtime begins, 1 GB at most. The largest file that is read needs under half of it. */
const memoryLimits = { initial: 512, maximum: 16_384 };

/** What we use of it; the compiler knows it only together with a browser. */
declare const WebAssembly: {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => object;
  readonly RuntimeError: new () => Error;
};

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
