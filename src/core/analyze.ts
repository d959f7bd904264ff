import type { Config } from './config.ts';
import type { Host } from './host.ts';
import { meterCall, meterPrompt, type Instruments } from './meter.ts';
import { Catalog } from './prices/catalog.ts';
import { detect, mayHoldPrompts, type FileReading } from './prompts/detect.ts';
import { gather, type Gathered } from './prompts/gather.ts';
import { Sinks } from './prompts/sinks.ts';
import type { Report, Unread } from './report.ts';
import { languageOf } from './source/languages/index.ts';
import { SyntaxParser } from './source/parser.ts';
import { Workspace } from './source/workspace.ts';
import { TokenCounter } from './tokens/count.ts';

const nothing: FileReading = { candidates: [], calls: [] };

/** Sources + configuration → Report. Keeps what it read of each file until told that the file changed. */
export class Analyzer {
  readonly #config: Config;
  readonly #parser: SyntaxParser;
  readonly #workspace: Workspace;
  readonly #counter: TokenCounter;
  readonly #sinks = new Sinks();
  readonly #readings = new Map<string, FileReading>();
  #catalog: Catalog | null = null;

  constructor(host: Host, config: Config) {
    this.#config = config;
    this.#parser = new SyntaxParser(host);
    this.#workspace = new Workspace(host, this.#parser);
    this.#counter = new TokenCounter(host);
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
    const read = new Set<string>();
    const unread: Unread[] = [];
    let done = 0;
    for (const path of paths) {
      const problem = await this.#readFile(path);
      if (problem === null) read.add(path);
      else unread.push({ path, why: problem });
      await progress?.(++done);
    }
    // a file that shows no sign of prompts may still pass one to a function that the others have shown to send it
    for (const path of read) if (this.#readings.get(path) === nothing) await this.#readCaller(path);
    return this.#report(gather(this.#readings.values(), read), unread, paths.length);
  }

  /** Forgets what was read of a file; the next analysis reads it again. Returns the paths whose prompts may change with it, itself first. */
  changed(path: string): readonly string[] {
    const stale = this.#workspace.changed(path);
    for (const dependant of stale) this.#readings.delete(dependant);
    return stale;
  }

  /** Reads one file's prompts unless they are known. Returns why it cannot be read, or null. */
  async #readFile(path: string): Promise<string | null> {
    if (this.#readings.has(path)) return null;
    const language = languageOf(path);
    if (language === null) return 'its language is not read yet';
    const text = this.#workspace.text(path);
    if (text === null) return 'there is no such file';
    if (text.kind === 'unreadable') return text.why;
    if (!mayHoldPrompts(path, text.text)) {
      this.#readings.set(path, nothing);
      return null;
    }
    return this.#detect(path);
  }

  async #detect(path: string): Promise<string | null> {
    await this.#parser.load(languageOf(path)?.grammars ?? []);
    const reading = this.#workspace.read(path);
    if (reading.kind !== 'unit') return reading.kind === 'unreadable' ? reading.why : 'there is no such file';
    this.#readings.set(path, detect(reading.unit, this.#workspace, this.#sinks));
    return null;
  }

  async #readCaller(path: string): Promise<void> {
    const text = this.#sinks.names.size === 0 ? null : this.#workspace.text(path);
    if (text?.kind === 'text' && this.#sinks.mayBeCalledIn(text.text)) await this.#detect(path);
  }

  async #report(
    { prompts, calls, sentAlong }: Gathered,
    unread: readonly Unread[],
    files: number,
  ): Promise<Report> {
    this.#catalog ??= await Catalog.open(this.#config);
    const instruments: Instruments = { config: this.#config, counter: this.#counter, catalog: this.#catalog };
    const metered = prompts.map((prompt) => meterPrompt(prompt, instruments));
    const others = sentAlong.map((prompt) => meterPrompt(prompt, instruments));
    const byId = new Map([...metered, ...others].map((prompt) => [prompt.id, prompt]));
    const lines: Record<string, readonly number[]> = {};
    for (const { path } of [...prompts, ...calls]) lines[path] ??= this.#workspace.lines(path);
    return {
      prompts: metered,
      calls: calls.map((call) => meterCall(call, byId, instruments)),
      findings: [],
      unread,
      files,
      lines,
      prices: { source: this.#catalog.source, date: this.#catalog.date },
    };
  }
}
