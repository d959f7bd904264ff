/** `YYYY-MM-DD`. */
export type Day = string & { readonly brand?: 'Day' };

/** A file's text, or one sentence fragment that says why it cannot be read ("binary", "larger than 2 MB", …). */
export type Reading =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unreadable'; readonly why: string };

export type GrammarName =
  'typescript' | 'tsx' | 'javascript' | 'python' | 'java' | 'c-sharp' | 'go' | 'rust' | 'ruby' | 'php';
export type EncodingName = 'o200k_base' | 'cl100k_base';

/**
 * The only door out of the core. Everything the core knows of the machine comes through here, so the same code runs
 * in the command line, in a worker of the editor and in a test with files in memory.
 * Paths are relative to the workspace's root, with `/` between their parts.
 */
export interface Host {
  /** `null` when there is no such file. Never throws. An open editor's buffer shadows the disk. */
  readFile(path: string): Reading | null;
  /** Names of the files that stand directly in a folder (`''` is the root), sorted; empty when there is no such folder. Never throws. */
  listFolder(path: string): readonly string[];
  /** The WebAssembly of the tree-sitter runtime (`runtime`) or of one grammar. */
  loadGrammar(name: GrammarName | 'runtime'): Uint8Array;
  /** The binary rank table of an encoding, as the build makes it. */
  loadEncoding(name: EncodingName): Uint8Array;
  /** A `tokenizer.json` that the configuration names, from the root or absolute; it need not lie in the workspace. Never throws. */
  loadTokenizer(path: string): Reading;
  /** The price list that ships, as the build makes it. JSON. */
  loadPrices(): Promise<string>;
  /** The price list that the person has updated to, if any. JSON. Never throws. */
  readUpdatedPrices(): Reading | null;
}
