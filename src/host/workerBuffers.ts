import type { EncodingName, GrammarName, Host, Reading } from '../core/host.ts';
import type { Assets } from './assets.ts';
import type { Disk } from './disk.ts';
import { largestFile } from './largestFile.ts';

/** Open documents over a disk, or over nothing where there is no disk to read. */
export class Buffers implements Host {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #disk: Disk | null;
  readonly #assets: Assets;

  constructor(texts: ReadonlyMap<string, string>, disk: Disk | null, assets: Assets) {
    this.#texts = texts;
    this.#disk = disk;
    this.#assets = assets;
  }

  readFile(path: string): Reading | null {
    const text = this.#texts.get(path);
    if (text === undefined) return this.#disk?.readFile(path) ?? null;
    if (text.length > largestFile) return { kind: 'unreadable', why: 'larger than 2 MB' };
    return { kind: 'text', text };
  }

  listFolder(path: string): readonly string[] {
    const prefix = path === '' ? '' : `${path}/`;
    const open = [...this.#texts.keys()]
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
      .map((name) => name.slice(prefix.length));
    return [...new Set([...open, ...(this.#disk?.listFolder(path) ?? [])])].sort();
  }

  loadGrammar(name: GrammarName | 'runtime'): Uint8Array {
    return this.#assets.loadGrammar(name);
  }

  loadEncoding(name: EncodingName): Uint8Array {
    return this.#assets.loadEncoding(name);
  }

  loadTokenizer(path: string): Reading {
    return this.#disk?.loadTokenizer(path) ?? { kind: 'unreadable', why: 'there is no disk to read it from' };
  }

  loadPrices(): Promise<string> {
    return this.#assets.loadPrices();
  }

  readUpdatedPrices(): Reading | null {
    return this.#assets.readUpdatedPrices();
  }
}
