import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Analyzer } from '../core/analyze.ts';
import type { Config } from '../core/config.ts';
import { coveringMatcher } from '../core/glob.ts';
import type { Report } from '../core/report.ts';
import type { Assets } from './assets.ts';
import { Disk } from './disk.ts';
import { findFiles } from './files.ts';
import { Buffers } from './workerBuffers.ts';
import { configurationOf } from './workerConfiguration.ts';
import type { Notice, Workspace } from './workerMessages.ts';

/** With one question; a file that everything imports must not make each keystroke read everything. */
const mostReadAgain = 50;

/** The analysis of one folder of the editor, its open documents laid over the disk. */
export class WorkspaceEngine {
  /** What is wrong with the folder's configuration or the settings, as a sentence; then the defaults hold. */
  readonly problem: string | null;
  readonly texts: Map<string, string>;
  readonly #workspace: Workspace;
  readonly #config: Config;
  readonly #analyzer: Analyzer;
  readonly #host: Buffers;
  /** Read before, and to be read again. */
  readonly #void = new Set<string>();
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
    this.#host = host;
    this.#analyzer = new Analyzer(host, config);
    this.#excluded = coveringMatcher(config.exclude);
  }

  /** Files whose reading a change has made void are read again with it: their calls say which model gets its prompts. */
  async analyze(path: string): Promise<Report> {
    const again = [...this.#void].slice(0, mostReadAgain);
    for (const file of [path, ...again]) this.#void.delete(file);
    return this.#analyzer.analyze(
      this.#excluded(path) ? again : [...again.filter((file) => file !== path), path],
    );
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

  /** Takes in a change. Gives the other files whose prompts may have changed with it. */
  changed(notice: Notice & { readonly kind: 'buffer' | 'disk' }): readonly string[] {
    const { path } = notice;
    // What an open document hides of the disk cannot have changed anything.
    if (notice.kind === 'disk' && this.texts.has(path)) return [];
    if (notice.kind === 'buffer' && !this.#setText(path, notice.text)) return [];
    const others = this.#analyzer.changed(path).filter((file) => file !== path);
    for (const file of others) this.#void.add(file);
    if (notice.kind === 'disk') this.#void.add(path);
    return others;
  }

  /** False when the file reads as it did before: a document that was merely opened or saved. */
  #setText(path: string, text: string | null): boolean {
    const before = this.#host.readFile(path);
    if (text === null) this.texts.delete(path);
    else this.texts.set(path, text);
    const after = this.#host.readFile(path);
    return before?.kind !== 'text' || after?.kind !== 'text' || before.text !== after.text;
  }

  #find(): ReturnType<typeof findFiles> {
    const { root, from } = this.#workspace;
    if (root === null) return { files: [...this.texts.keys()], unread: [] };
    return findFiles({ root, from: [from], config: this.#config, ignoring: true });
  }
}
