import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import picomatch from 'picomatch';
import { Analyzer } from '../core/analyze.ts';
import type { Config } from '../core/config.ts';
import type { Report } from '../core/report.ts';
import type { Assets } from './assets.ts';
import { Disk } from './disk.ts';
import { findFiles } from './files.ts';
import { Buffers } from './workerBuffers.ts';
import { configurationOf } from './workerConfiguration.ts';
import type { Notice, Workspace } from './workerMessages.ts';

/** The analysis of one folder of the editor, its open documents laid over the disk. */
export class WorkspaceEngine {
  /** What is wrong with the folder's configuration or the settings, as a sentence; then the defaults hold. */
  readonly problem: string | null;
  readonly texts: Map<string, string>;
  readonly #workspace: Workspace;
  readonly #config: Config;
  readonly #analyzer: Analyzer;
  readonly #excluded: (path: string) => boolean;

  /** @param texts the open documents, by path; kept up to date by `changed`. */
  static async open(
    workspace: Workspace,
    assets: Assets,
    texts: Map<string, string>,
  ): Promise<WorkspaceEngine> {
    const there = workspace.root !== null && existsSync(workspace.root);
    const existing = there ? workspace : { ...workspace, root: null };
    const { config, problem } = await configurationOf(existing);
    return new WorkspaceEngine(
      existing,
      config,
      problem,
      new Buffers(texts, existing.root === null ? null : new Disk(existing.root, assets), assets),
      texts,
    );
  }

  private constructor(
    workspace: Workspace,
    config: Config,
    problem: string | null,
    host: Buffers,
    texts: Map<string, string>,
  ) {
    this.#workspace = workspace;
    this.#config = config;
    this.problem = problem;
    this.texts = texts;
    this.#analyzer = new Analyzer(host, config);
    this.#excluded = picomatch([...config.exclude], { dot: true });
  }

  async analyze(path: string): Promise<Report> {
    return this.#analyzer.analyze(this.#excluded(path) ? [] : [path]);
  }

  async scan(progress: (done: number, total: number) => void): Promise<Report> {
    const { files, unread } = this.#find();
    const report = await this.#analyzer.analyze(files, (done) => progress(done, files.length));
    return { ...report, unread: [...unread, ...report.unread] };
  }

  files(): readonly string[] {
    return this.#find().files;
  }

  /** Reads files so that what calls an open document's prompts is known; lets questions go first. */
  async index(paths: readonly string[]): Promise<void> {
    await this.#analyzer.analyze(paths, () => setImmediate());
  }

  /** Paths whose prompts may have changed with the file; itself only when it is not an open document. */
  changed(notice: Notice & { readonly kind: 'buffer' | 'disk' }): readonly string[] {
    if (notice.kind === 'buffer' && notice.text === this.texts.get(notice.path)) return [];
    if (notice.kind === 'buffer' && notice.text === null) this.texts.delete(notice.path);
    if (notice.kind === 'buffer' && notice.text !== null) this.texts.set(notice.path, notice.text);
    // What an open document hides of the disk cannot have changed anything.
    if (notice.kind === 'disk' && this.texts.has(notice.path)) return [];
    return this.#analyzer.changed(notice.path).filter((path) => path !== notice.path);
  }

  #find(): ReturnType<typeof findFiles> {
    const { root, from } = this.#workspace;
    if (root === null) return { files: [...this.texts.keys()], unread: [] };
    return findFiles({ root, from: [from], config: this.#config, ignoring: true });
  }
}
