import { existsSync } from 'node:fs';
import { Analyzer } from '../core/analyze.ts';
import { defaultConfig, type Config } from '../core/config.ts';
import type { Report } from '../core/report.ts';
import type { Assets } from './assets.ts';
import { Disk } from './disk.ts';
import { findFiles } from './files.ts';
import { Buffers } from './workerBuffers.ts';
import type { Notice, Workspace } from './workerMessages.ts';

/** The analysis of one folder of the editor, its open documents laid over the disk. */
export class WorkspaceEngine {
  readonly config: Config;
  /** What is wrong with the folder's own configuration, as a sentence; then the defaults hold. */
  readonly problem: string | null = null;
  readonly texts: Map<string, string>;
  readonly #root: string | null;
  readonly #analyzer: Analyzer;

  /** @param texts the open documents, by path; kept up to date by `changed`. */
  constructor({ root, settings }: Workspace, assets: Assets, texts: Map<string, string>) {
    this.texts = texts;
    this.#root = root !== null && existsSync(root) ? root : null;
    this.config = { ...defaultConfig, ...settings };
    const disk = this.#root === null ? null : new Disk(this.#root, assets);
    this.#analyzer = new Analyzer(new Buffers(texts, disk, assets), this.config);
  }

  analyze(path: string): Promise<Report> {
    return this.#analyzer.analyze([path]);
  }

  async scan(progress: (done: number, total: number) => void): Promise<Report> {
    if (this.#root === null) return this.#analyzer.analyze([...this.texts.keys()]);
    const { files, unread } = findFiles({
      root: this.#root,
      from: [''],
      config: this.config,
      ignoring: true,
    });
    const report = await this.#analyzer.analyze(files, (done) => progress(done, files.length));
    return { ...report, unread: [...unread, ...report.unread] };
  }

  /** Paths whose prompts may have changed with the file, itself not among them. */
  changed(notice: Notice & { readonly kind: 'buffer' | 'disk' }): readonly string[] {
    if (notice.kind === 'buffer' && notice.text === null) this.texts.delete(notice.path);
    if (notice.kind === 'buffer' && notice.text !== null) this.texts.set(notice.path, notice.text);
    // What an open document hides of the disk cannot have changed anything.
    if (notice.kind === 'disk' && this.texts.has(notice.path)) return [];
    return this.#analyzer
      .changed(notice.path)
      .filter((path) => path !== notice.path || notice.kind === 'disk');
  }
}
