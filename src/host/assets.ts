import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DamagedInstall } from '../core/damagedInstall.ts';
import type { EncodingName, GrammarName, Reading } from '../core/host.ts';
import { readUpdatedPrices } from './prices/stored.ts';

/** Where each grammar stands in `node_modules`; the build copies it to `grammars/<name>.wasm`. */
export const grammarSources = {
  runtime: 'web-tree-sitter/web-tree-sitter.wasm',
  typescript: '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm',
  tsx: '@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm',
  javascript: '@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm',
  python: '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm',
  java: '@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm',
  'c-sharp': '@vscode/tree-sitter-wasm/wasm/tree-sitter-c-sharp.wasm',
  go: '@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm',
  rust: '@vscode/tree-sitter-wasm/wasm/tree-sitter-rust.wasm',
  ruby: '@vscode/tree-sitter-wasm/wasm/tree-sitter-ruby.wasm',
  php: '@vscode/tree-sitter-wasm/wasm/tree-sitter-php.wasm',
} as const satisfies Record<GrammarName | 'runtime', string>;

/** The data that ships beside the bundles: grammars (WebAssembly), rank tables, prices and the pages of the rules; and the person's own beside it. */
export class Assets {
  readonly #folder: string;
  readonly #own: string | null;
  readonly #isBundled = basename(here) !== 'host';

  /**
   * @param own the folder of the person's own data; `null` reads none.
   * @param folder the one that holds `grammars/`, `encodings/` and `rules/`; `dist` as a rule.
   */
  constructor(own: string | null = null, folder = besideTheBundle()) {
    this.#own = own;
    this.#folder = folder;
  }

  /** @throws DamagedInstall when the file is missing. */
  loadGrammar(name: GrammarName | 'runtime'): Uint8Array {
    return readFileSync(this.#existing(join('grammars', `${name}.wasm`)));
  }

  /** @throws DamagedInstall when the file is missing. */
  loadEncoding(name: EncodingName): Uint8Array {
    return readFileSync(this.#existing(join('encodings', `${name}.bin`)));
  }

  /** A bundle beside this one; `null` where the code runs as it was written. */
  bundle(name: 'reader.js' | 'reading.cjs'): string | null {
    return this.#isBundled ? join(this.#folder, name) : null;
  }

  /** What tells this build from every other; `null` where the code runs as it was written, and may change any time. */
  loadBuild(): string | null {
    const path = join(this.#folder, 'build');
    return this.#isBundled && existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
  }

  /** Markdown. @throws DamagedInstall when the file is missing. */
  loadRulePage(rule: string): string {
    return readFileSync(this.#existing(join('rules', `${rule}.md`)), 'utf8').replace(/^<!--.*-->\s*/, '');
  }

  /** @throws DamagedInstall when the file is missing. */
  loadPrices(): Promise<string> {
    return new Promise((done) => {
      done(readFileSync(this.#existing('prices.json'), 'utf8'));
    });
  }

  readUpdatedPrices(): Reading | null {
    return this.#own === null ? null : readUpdatedPrices(this.#own);
  }

  #existing(name: string): string {
    const path = join(this.#folder, name);
    if (existsSync(path)) return path;
    throw new DamagedInstall(`${path} is missing`);
  }
}

/** The folder of this code: that of the bundle, of its chunks, or of this file as it was written. */
const here = dirname(fileURLToPath(import.meta.url));

function besideTheBundle(): string {
  if (basename(here) === 'chunks') return dirname(here);
  if (basename(here) === 'host') return join(here, '../../dist');
  return here;
}

/** What the scorer's process runs: the bundle, or the code as it was written. */
export function scorerScript(): string {
  return basename(here) === 'host' ? join(here, 'scorer/child.ts') : join(besideTheBundle(), 'scorer.js');
}
