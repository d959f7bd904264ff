import { Ahead } from './ahead.ts';
import type { Config } from './config.ts';
import { Gauges } from './gauges.ts';
import type { Day, Host } from './host.ts';
import { meterCall, meterPrompt, modelFor, type Instruments } from './meter.ts';
import type { Catalog } from './prices/catalog.ts';
import type { MeasuredUses } from './prices/measuredUse.ts';
import { shippedPrices } from './prices/lists/snapshot.ts';
import { gather, type Gathered } from './prompts/gather.ts';
import { Reader } from './prompts/reader.ts';
import type { FileRecord } from './prompts/record.ts';
import { Records, type ReadFiles } from './records.ts';
import type { Checking, Finding, MeteredCall, Metering, Report, Unread } from './report.ts';
import { findings, type Checked } from './rules/run.ts';
import { SyntaxParser } from './source/parser.ts';
import { lineStarts } from './text.ts';

export interface AnalyzerOptions {
  /** Who reads the files, given how this thread would: this thread alone, unless others are named. */
  readonly readFiles?: (here: ReadFiles) => ReadFiles;
  /** Others read beside this thread, which then counts what they have read meanwhile. */
  readonly countsAhead?: boolean;
  /** Called when all files of an analysis are read, before they are metered: what helps `readFiles` is of no more use. */
  readonly onRead?: () => void;
  /** What is known of files already, by path, and still true. */
  readonly known?: Iterable<readonly [string, FileRecord]>;
  /** One that others use too: a grammar is loaded once for all of them, and stays loaded. */
  readonly parser?: SyntaxParser;
  /** Those that others of the same configuration use too. */
  readonly gauges?: Gauges;
  /** What the ledger tells of the prompts. */
  readonly measured?: MeasuredUses;
  /** Asked whenever rules look; `null` where nobody can say which day it is. `pricing.asOf` goes before it. */
  readonly today?: () => Day | null;
}

/** The numbers of some files, and the door to what the rules find in them. */
export interface Metered {
  readonly metering: Metering;
  /** Looks at the sources once more: to be called before any of them is said to have changed. */
  check(): Promise<Checking>;
}

/** Sources + configuration → Report. Keeps what it read of each file until told that the file changed. */
export class Analyzer {
  readonly #host: Host;
  readonly #config: Config;
  readonly #reader: Reader;
  readonly #records: Records;
  readonly #readFiles: ReadFiles;
  readonly #countsAhead: boolean;
  readonly #onRead: () => void;
  readonly #gauges: Gauges;
  #catalog: Catalog | null = null;
  readonly #today: () => Day | null;
  #measured: MeasuredUses;

  constructor(
    host: Host,
    config: Config,
    {
      readFiles,
      countsAhead = false,
      onRead = () => undefined,
      known = [],
      parser,
      gauges = new Gauges(host, config),
      measured = new Map(),
      today = () => null,
    }: AnalyzerOptions = {},
  ) {
    this.#host = host;
    this.#config = config;
    this.#gauges = gauges;
    this.#reader = new Reader(host, parser ?? new SyntaxParser(host));
    this.#readFiles = readFiles?.(this.#readHere) ?? this.#readHere;
    this.#countsAhead = countsAhead;
    this.#onRead = onRead;
    this.#records = new Records(known);
    this.#measured = measured;
    this.#today = today;
  }

  /**
   * Prompts of a file also depend on the calls of other files that send them: what earlier analyses saw counts.
   * @param paths files to report on, relative to the host's root; files they import are read as needed.
   * @param progress called after each file with the number of files done; awaited, so that a caller can let others run.
   */
  async analyze(
    paths: readonly string[],
    progress?: (done: number) => void | Promise<void>,
  ): Promise<Report> {
    const { metering, check } = await this.meter(paths, progress);
    return { ...metering, ...(await check()) };
  }

  /** As `analyze`, for somebody who wants to show the numbers before the rules have looked at them. */
  async meter(paths: readonly string[], progress?: (done: number) => void | Promise<void>): Promise<Metered> {
    // to ask for a vocabulary of the configuration that cannot be used is told: nobody may ask for one in vain
    const isAhead = this.#countsAhead && Object.keys(this.#config.tokenizers).length === 0;
    const readFiles = isAhead ? await this.#countingAhead() : this.#readFiles;
    const readings = await this.#records.read(paths, readFiles, progress);
    this.#onRead();
    const unread = paths.flatMap((path): Unread[] => {
      const problem = this.#records.get(path)?.problem ?? null;
      return problem === null ? [] : [{ path, why: problem }];
    });
    const own = new Set(paths);
    const suppressions = readings.flatMap((reading) =>
      reading.suppressions.filter(({ path }) => own.has(path)),
    );
    return this.#meter(gather(readings, own), suppressions, unread, paths.length);
  }

  /** Reads files, so that what their calls say of other files' prompts is known. @param progress as of `analyze`. */
  async read(paths: readonly string[], progress?: (done: number) => void | Promise<void>): Promise<void> {
    await this.#records.read(paths, this.#readFiles, progress);
  }

  /** Takes what an earlier analyzer has read of these files as they are; what was read here stays. */
  know(known: Iterable<readonly [string, FileRecord]>): void {
    this.#records.know(known);
  }

  /** Forgets what was read of a file; the next analysis reads it again. Returns the paths whose prompts may change with it, itself first. */
  changed(path: string): readonly string[] {
    return this.#records.forget(path, this.#reader.changed(path));
  }

  /** Takes what the ledger tells from now on. */
  setMeasured(measured: MeasuredUses): this {
    this.#measured = measured;
    return this;
  }

  /** All that is known of the files read so far. */
  records(): Iterable<readonly [string, FileRecord]> {
    return this.#records.all();
  }

  readonly #readHere: ReadFiles = async (tasks, known, done) => {
    for (const task of tasks) await done(task.path, await this.#reader.read(task, known));
  };

  async #countingAhead(): Promise<ReadFiles> {
    const ahead = new Ahead(this.#config, await this.#gauges.counter(), await this.#gauges.wording());
    return (tasks, known, done) =>
      this.#readFiles(tasks, known, (path, result) => {
        ahead.take(result);
        return done(path, result);
      });
  }

  async #meter(
    { prompts, calls, sentAlong, senders }: Gathered,
    suppressions: Checked['suppressions'],
    unread: readonly Unread[],
    files: number,
  ): Promise<Metered> {
    const priced = [...prompts, ...sentAlong].some(
      ({ id, model }) => modelFor(id, model, this.#config) !== null,
    );
    if (priced || calls.some(({ model }) => model !== null)) this.#catalog ??= await this.#gauges.catalog();
    const catalog = this.#catalog;
    const counter = await this.#gauges.counter();
    const wording = await this.#gauges.wording();
    const instruments: Instruments = { config: this.#config, counter, catalog };
    const usage = { measured: this.#measured, senders };
    const metered = prompts.map((prompt) => meterPrompt(prompt, instruments));
    const others = sentAlong.map((prompt) => meterPrompt(prompt, instruments));
    const byId = new Map([...metered, ...others].map((prompt) => [prompt.id, prompt]));
    const sent = calls.map((call) => meterCall(call, byId, { ...instruments, usage }));
    const metering = {
      prompts: metered,
      calls: sent,
      unread: [...unread, ...counter.problems],
      files,
      lines: this.#linesOf([...prompts, ...sent.flatMap(placesOf)]),
      prices: catalog?.about ?? shippedPrices,
      currency: this.#config.currency,
    };
    const check = async (): Promise<Checking> => {
      const found = await this.#findings({
        report: { prompts: metered, calls: sent },
        sentAlong: others,
        suppressions,
        config: this.#config,
        today: this.#config.pricing.asOf ?? this.#today(),
        catalog,
        wording,
      });
      return {
        findings: found,
        lines: { ...metering.lines, ...this.#linesOf(found) },
        unread: [...unread, ...counter.problems],
      };
    };
    return { metering, check };
  }

  /** What rules look at may be in a language of which nothing had to be parsed before: then they look once more. */
  async #findings(checked: Omit<Checked, 'sources' | 'mistakes'>): Promise<Finding[]> {
    const sources = this.#reader.sources();
    const mistakes = (path: string, text: string): number | null => sources.mistakes(path, text);
    for (;;) {
      const found = findings({ ...checked, sources, mistakes });
      if (!(await sources.loadWanted())) return found;
    }
  }

  #linesOf(places: readonly { readonly path: string }[]): Record<string, readonly number[]> {
    const paths = new Set(places.map(({ path }) => path));
    return Object.fromEntries([...paths].map((path) => [path, this.#linesIn(path)]));
  }

  /** A file that was not to be read itself can hold what another one sends. */
  #linesIn(path: string): readonly number[] {
    const known = this.#records.get(path)?.lines ?? null;
    if (known !== null) return known;
    const reading = this.#host.readFile(path);
    return reading?.kind === 'text' ? lineStarts(reading.text) : [0];
  }
}

/** Everything of a call that has a place, so that lines can be told. */
function placesOf(call: MeteredCall): readonly { readonly path: string }[] {
  const { messages, tools, cacheMarks, settings, modelVaries, toolsVary, breaksAt } = call;
  const parts = messages.flatMap((message) => message.parts);
  const holes = parts.flatMap((part) => (part.kind === 'text' && part.hole !== null ? [part.hole] : []));
  const chosen = [modelVaries, toolsVary, breaksAt].filter((hole) => hole !== null);
  const given = [...(tools ?? []), ...cacheMarks, ...Object.values(settings)];
  return [call, ...(call.map?.parts ?? []), ...messages, ...parts, ...given, ...holes, ...chosen];
}
