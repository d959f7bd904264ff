import { Language as Grammar, Parser, type Edit as TreeEdit, type Tree } from 'web-tree-sitter';
import { opened } from '../damagedInstall.ts';
import type { GrammarName, Host } from '../host.ts';
import { copySyntax } from './copySyntax.ts';
import { editBetween } from './editBetween.ts';
import { grammarTables, type GrammarTables } from './grammarTables.ts';
import type { Reuse, SyntaxCopy } from './reuse.ts';
import { startRuntime, type RuntimeMemory } from './runtime.ts';
import { grammarAddress } from './subtree.ts';

interface Loaded {
  readonly grammar: Grammar;
  readonly memory: RuntimeMemory;
  /** Made of the first tree, which knows where its grammar stands. */
  tables: GrammarTables | null;
}

interface Kept {
  readonly text: string;
  readonly tree: Tree;
}

interface KeptCopy extends Kept {
  readonly copy: SyntaxCopy;
}

export type Parsed =
  | { readonly kind: 'syntax'; readonly syntax: SyntaxCopy }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Parses text with the prebuilt grammars. The last trees are kept, so that an edit parses only what it touched.
 * Grammars are asked for before a text of their language is parsed; each is compiled for the first text that needs it,
 * as of the dialects of one language most workspaces have one.
 */
export class SyntaxParser {
  readonly #host: Pick<Host, 'loadGrammar'>;
  /** `null` until the first text. */
  readonly #grammars = new Map<GrammarName, Loaded | null>();
  readonly #kept = new Map<string, KeptCopy>();
  #memory: RuntimeMemory | null = null;
  #parser: Parser | null = null;

  constructor(host: Pick<Host, 'loadGrammar'>) {
    this.#host = host;
  }

  has(name: GrammarName): boolean {
    return this.#grammars.has(name);
  }

  async load(names: Iterable<GrammarName>): Promise<void> {
    this.#memory ??= await startRuntime(this.#host);
    for (const name of names) if (!this.#grammars.has(name)) this.#grammars.set(name, null);
  }

  /**
   * @param key what the text is called; a text with the key of an earlier one is parsed as an edit of it.
   * @param keep whether to keep the tree for the next edit (worth its memory for open documents only).
   * @param reuse what this gave for the earlier text; it counts only where the tree of just that text is kept.
   * @returns `failed` when the grammar is not loaded, or the text is more than the memory for parsing can hold.
   */
  parse(key: string, text: string, name: GrammarName, keep: boolean, reuse: Reuse | null = null): Parsed {
    const before = this.#kept.get(key);
    this.#kept.delete(key);
    const syntax = this.#parsed(text, name, before ?? null, (tree, loaded) => {
      const copy = copied(tree, loaded, reuse?.before === before?.copy ? reuse : null);
      if (keep) this.#keep(key, { text, tree, copy });
      else tree.delete();
      return copy;
    });
    return typeof syntax === 'string' ? { kind: 'failed', why: syntax } : { kind: 'syntax', syntax };
  }

  /**
   * In how many places a text is not what its grammar allows; `null` when it cannot be parsed. Most texts have none.
   * @param key of a text whose tree may be kept: this one is parsed as an edit of it, and the kept one stays.
   */
  mistakes(key: string, text: string, name: GrammarName): number | null {
    const kept = this.#kept.get(key);
    const loaded = this.#loaded(name);
    if (kept?.text === text && loaded !== null) return mistakesIn(kept.tree, loaded);
    const before = kept === undefined ? null : { text: kept.text, tree: kept.tree.copy() };
    const count = this.#parsed(text, name, before, (tree, of) => {
      const found = mistakesIn(tree, of);
      tree.delete();
      return { found };
    });
    return typeof count === 'string' ? null : count.found;
  }

  /** @returns what `read` makes of the tree, which it also lets go of; or why there is none. */
  #parsed<T extends object>(
    text: string,
    name: GrammarName,
    before: Kept | null,
    read: (tree: Tree, loaded: Loaded) => T,
  ): T | string {
    const loaded = this.#loaded(name);
    if (loaded === null) return `no grammar for ${name}`;
    try {
      this.#parser ??= new Parser();
      this.#parser.setLanguage(loaded.grammar);
      before?.tree.edit(editBetween(before.text, text) as TreeEdit);
      const tree = this.#parser.parse(text, before?.tree ?? null);
      if (tree === null) throw new Error('a parser with a language and without a limit gave no tree');
      before?.tree.delete();
      return read(tree, loaded);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      // The runtime ends what it does when its memory is full, and keeps much of it. Smaller texts may still fit; this
      // parser is in no state to go on.
      this.#parser = null;
      return 'too tangled to be parsed in the memory there is';
    }
  }

  /** `null` where nobody asked for it. */
  #loaded(name: GrammarName): Loaded | null {
    const known = this.#grammars.get(name);
    if (known !== null || this.#memory === null) return known ?? null;
    const bytes = this.#host.loadGrammar(name);
    const grammar = opened(`the grammar of ${name}`, () => Grammar.loadSync(new WebAssembly.Module(bytes)));
    const loaded = { grammar, memory: this.#memory, tables: null };
    this.#grammars.set(name, loaded);
    return loaded;
  }

  #keep(key: string, kept: KeptCopy): void {
    this.#kept.set(key, kept);
    if (this.#kept.size <= keptTrees) return;
    const [oldest] = this.#kept;
    if (oldest === undefined) return;
    oldest[1].tree.delete();
    this.#kept.delete(oldest[0]);
  }
}

const keptTrees = 16;

/** What we use of it; the compiler knows it only together with a browser. */
declare const WebAssembly: {
  readonly RuntimeError: new () => Error;
  readonly Module: new (bytes: Uint8Array) => Parameters<typeof Grammar.loadSync>[0];
};

function mistakesIn(tree: Tree, loaded: Loaded): number {
  if (!tree.rootNode.hasError) return 0;
  return copied(tree, loaded).nodes.filter(({ kind }) => kind === 'ERROR').length;
}

function copied(tree: Tree, loaded: Loaded, reuse: Reuse | null = null): SyntaxCopy {
  const { grammar, memory } = loaded;
  // the root of a tree stands where the tree itself does
  const address = tree.rootNode.id;
  loaded.tables ??= grammarTables(grammar, memory.buffer, grammarAddress(memory.buffer, address));
  return copySyntax(memory.buffer, address, loaded.tables, reuse);
}
