import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Analyzer, type Metered } from '../core/analyze.ts';
import { compareModels, senderOf } from '../core/compare.ts';
import type { Watch } from '../core/compress/engine.ts';
import type { Currency } from '../core/configMoney.ts';
import type { Config } from '../core/config.ts';
import { Gauges } from '../core/gauges.ts';
import { coveringMatcher } from '../core/glob.ts';
import { namedModels } from '../core/prices/modelNames.ts';
import type { MeasuredUses } from '../core/prices/measuredUse.ts';
import type { MeteredPrompt, Metering, Report } from '../core/report.ts';
import type { SyntaxParser } from '../core/source/parser.ts';
import { resolveAlias } from '../core/tokens/modelId.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import type { Assets } from './assets.ts';
import { Committed, none, type NoCommit, type ToldSince } from './committed/committed.ts';
import { Disk } from './disk.ts';
import { findFiles } from './files.ts';
import { FolderBudgets, type CheckedFiles } from './gate/standings.ts';
import type { KeptCounts } from './providers/kept.ts';
import { sendableOf, type Sendable } from './providers/sendable.ts';
import { withCounts } from './providers/withCounts.ts';
import type { LastScorer } from './scorer/lastScorer.ts';
import { SeenCalls } from './seenCalls.ts';
import { today } from './today.ts';
import { Buffers } from './workerBuffers.ts';
import { configurationOf, type Configured } from './workerConfiguration.ts';
import { compressPrompt, type CompressQuestion, type PromptCompression } from './workerCompress.ts';
import type { Notice, PromptComparison, Workspace } from './workerMessages.ts';

/** With one question; a file that everything imports must not make each keystroke read everything. */
const mostReadAgain = 50;

/** What an engine is given to live in. */
export interface Surroundings {
  readonly assets: Assets;
  /** For all folders together: a grammar stays loaded once it is. */
  readonly parser: SyntaxParser;
  /** For what was committed, as `Committed` wants it. */
  readonly committedParser: SyntaxParser;
  /** What providers have counted before. */
  readonly kept: KeptCounts;
  /** The model that scores words, where one is used. */
  readonly scorer: LastScorer;
  /** The open documents, by path; kept up to date by `changed`. */
  readonly texts: Map<string, string>;
  /** Hears of open documents whose prompts may have changed with another file's calls. */
  readonly onStale: (paths: readonly string[]) => void;
}

/** The analysis of one folder of the editor, its open documents laid over the disk. */
export class WorkspaceEngine {
  /** What is wrong with the folder's configuration or the settings, as a sentence; then the defaults hold. */
  readonly problem: string | null;
  readonly texts: Map<string, string>;
  readonly #workspace: Workspace;
  readonly #config: Config;
  readonly #gauges: Gauges;
  readonly #analyzer: Analyzer;
  readonly #host: Buffers;
  readonly #parser: SyntaxParser;
  readonly #kept: KeptCounts;
  readonly #scorer: LastScorer;
  /** Read before, and to be read again. */
  readonly #void = new Set<string>();
  readonly #calls = new SeenCalls();
  readonly #onStale: (paths: readonly string[]) => void;
  readonly #excluded: (path: string) => boolean;
  /** `null` where there is no disk, and no configuration on it. */
  readonly #budgets: FolderBudgets | null;
  /** `null` where there is no disk, or git must not be run. */
  readonly #committed: Committed | null;
  /** The file that was metered last, as long as nothing has changed since. */
  #metered: ({ readonly path: string } & Metered) | null = null;

  get currency(): Currency | null {
    return this.#config.currency;
  }

  static async open(workspace: Workspace, surroundings: Surroundings): Promise<WorkspaceEngine> {
    const there = workspace.root !== null && existsSync(workspace.root);
    const existing = there ? workspace : { ...workspace, root: null };
    return new WorkspaceEngine(existing, await configurationOf(existing), surroundings);
  }

  private constructor(
    workspace: Workspace,
    { config, problem, stated }: Configured,
    { assets, parser, committedParser, kept, scorer, texts, onStale }: Surroundings,
  ) {
    const { root, from, trusted } = workspace;
    this.#workspace = workspace;
    this.#parser = parser;
    this.#config = config;
    this.problem = problem;
    this.texts = texts;
    this.#onStale = onStale;
    this.#kept = kept;
    this.#scorer = scorer;
    this.#host = new Buffers(texts, root === null ? null : new Disk(root, assets), assets);
    this.#gauges = new Gauges(this.#host, config);
    this.#analyzer = new Analyzer(this.#host, config, { parser, today, gauges: this.#gauges });
    this.#budgets =
      root === null || stated === null
        ? null
        : new FolderBudgets(root, { config, stated, today }, this.#host);
    this.#excluded = coveringMatcher(config.exclude);
    this.#committed =
      root === null || !trusted
        ? null
        : new Committed({ root, from }, config, { assets, parser: committedParser });
  }

  /** `null` where there is no disk to read. */
  get root(): string | null {
    return this.#workspace.root;
  }

  /** What the ledger tells of the prompts, from now on. */
  setMeasured(measured: MeasuredUses): void {
    this.#analyzer.setMeasured(measured);
    this.#metered = null;
  }

  /** The numbers of a file, where a provider has counted a prompt of it with that. */
  async meter(path: string): Promise<Metering> {
    const { metering } = await this.#meter(path);
    const prompts = await withCounts(metering.prompts, {
      kept: this.#kept,
      env: process.env,
      modelOf: (prompt) => this.#modelOf(prompt),
      priceOf: async ({ model, sdk }) => model && (await this.#gauges.catalog()).find(model.id, sdk),
    });
    return { ...metering, prompts };
  }

  async sendable(path: string, id: string): Promise<Sendable> {
    const { prompts } = await this.meter(path);
    const prompt = prompts.find((one) => one.id === id);
    if (!prompt) return { kind: 'nothing', why: 'gone', model: null };
    return sendableOf(prompt, this.#modelOf(prompt));
  }

  /** What the rules find in a file: the second half of its report. */
  async check(path: string): Promise<CheckedFiles> {
    const { metering, check } = this.#metered?.path === path ? this.#metered : await this.#meter(path);
    const checking = await check();
    return this.#budgets?.checked(checking, metering) ?? { ...checking, budgets: [] };
  }

  async count(text: string, model: string | null): Promise<Tokens> {
    return (await this.#gauges.counter()).count(text, model);
  }

  /** `null` where the prompt is not there any more. */
  async compare(path: string, id: string): Promise<PromptComparison | null> {
    const { prompts, calls } = await this.meter(path);
    const prompt = prompts.find((one) => one.id === id);
    if (!prompt) return null;
    const sender = senderOf(id, calls);
    const catalog = await this.#gauges.catalog();
    const instruments = {
      config: this.#config,
      counter: await this.#gauges.counter(),
      catalog,
      sender,
      today: today(),
    };
    const models = compareModels(prompt, namedModels(catalog.shipped), instruments);
    return { prompt, models, sender, currency: this.#config.currency };
  }

  compress(question: CompressQuestion, watch: Watch): Promise<PromptCompression | null> {
    const means = {
      host: this.#host,
      config: this.#config,
      parser: this.#parser,
      scorer: this.#scorer,
      watch,
    };
    return compressPrompt(means, question);
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
    await this.#analyzer.read(paths, () => setImmediate());
  }

  /** Where git must not be run, there is no commit. */
  async sinceCommit(): Promise<ToldSince | NoCommit> {
    if (this.#committed === null) return none('no-commit');
    const since = await this.#committed.compare({ texts: this.texts, analyzer: this.#analyzer });
    if (since.kind === 'none') return since;
    const numbers = { prompts: since.others.prompts, calls: [] };
    return { ...since, budgets: this.#budgets?.of(numbers) ?? [], currency: this.currency };
  }

  async committedText(path: string): Promise<string | null> {
    return this.#committed?.text(path) ?? null;
  }

  /** Takes in a change. Gives the other files whose prompts may have changed with it. */
  changed(notice: Notice & { readonly kind: 'buffer' | 'disk' }): readonly string[] {
    const { path } = notice;
    // What an open document hides of the disk cannot have changed anything.
    if (notice.kind === 'disk' && this.texts.has(path)) return [];
    if (notice.kind === 'buffer' && !this.#setText(path, notice.text)) return [];
    this.#metered = null;
    const others = this.#analyzer.changed(path).filter((file) => file !== path);
    for (const file of others) this.#void.add(file);
    if (notice.kind === 'buffer') return others;
    // Whose prompts its calls sent, and will send, is not known before it is read again.
    this.#void.add(path);
    return [...this.texts.keys()];
  }

  /** Files whose reading a change has made void are read again with it: their calls say which model gets its prompts. */
  async #meter(path: string): Promise<Metered> {
    const again = [...this.#void].filter((file) => file !== path).slice(0, mostReadAgain);
    for (const file of [path, ...again]) this.#void.delete(file);
    const metered = await this.#analyzer.meter(this.#excluded(path) ? again : [...again, path]);
    this.#metered = { path, ...metered };
    const touched = [path, ...again].flatMap((file) => this.#calls.compare(file, metered.metering));
    const open = [...new Set(touched)].filter((file) => this.texts.has(file));
    if (open.length > 0) this.#onStale(open);
    if (this.#void.size > 0) void this.#readRest();
    return metered;
  }

  async #readRest(): Promise<void> {
    const rest = [...this.#void];
    this.#void.clear();
    await this.index(rest);
    this.#onStale([...this.texts.keys()]);
  }

  /** False when the file reads as it did before: a document that was merely opened or saved. */
  #setText(path: string, text: string | null): boolean {
    const before = this.#host.readFile(path);
    if (text === null) this.texts.delete(path);
    else this.texts.set(path, text);
    const after = this.#host.readFile(path);
    return before?.kind !== 'text' || after?.kind !== 'text' || before.text !== after.text;
  }

  #modelOf({ model }: MeteredPrompt): string | null {
    return model === null ? null : resolveAlias(model.id, this.#config.models.aliases);
  }

  #find(): ReturnType<typeof findFiles> {
    const { root, from } = this.#workspace;
    if (root === null) return { files: [...this.texts.keys()], unread: [] };
    return findFiles({ root, from: [from], config: this.#config, ignoring: true });
  }
}
