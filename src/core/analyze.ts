import type { Config } from './config.ts';
import type { Host } from './host.ts';
import { meterCall, meterPrompt, type Instruments } from './meter.ts';
import { Catalog } from './prices/catalog.ts';
import { detect, mayHoldPrompts, type FileReading } from './prompts/detect.ts';
import { promptFormat, readPromptFile } from './prompts/files.ts';
import { inNotebook } from './prompts/files/notebook.ts';
import { gather, type Gathered } from './prompts/gather.ts';
import { namesCalledIn, Sinks } from './prompts/sinks.ts';
import type { MeteredCall, Report, Unread } from './report.ts';
import type { Sources } from './rules/rule.ts';
import { findings } from './rules/run.ts';
import type { Format } from './source/formats/format.ts';
import { notebookCode } from './source/formats/notebook.ts';
import { languageOf, languages } from './source/languages/index.ts';
import { SyntaxParser } from './source/parser.ts';
import { directoryOf, joinPath } from './source/paths.ts';
import { Workspace } from './source/workspace.ts';
import { lineStarts } from './text.ts';
import { TokenCounter } from './tokens/count.ts';

/** How deep functions of several files may hand on each other's prompts. */
const wrapperRounds = 3;

const nothing: FileReading = { candidates: [], calls: [], suppressions: [] };

/** Sources + configuration → Report. Keeps what it read of each file until told that the file changed. */
export class Analyzer {
  readonly #config: Config;
  readonly #parser: SyntaxParser;
  readonly #workspace: Workspace;
  readonly #host: Host;
  readonly #sinks = new Sinks();
  readonly #readings = new Map<string, FileReading>();
  /** Of files that are prompts: where their lines begin, and what of them could not be read. */
  readonly #lines = new Map<string, readonly number[]>();
  readonly #problems = new Map<string, string>();
  /** What the rules may look at. */
  readonly #sources: Sources = {
    unit: (path) => {
      const reading = languageOf(path) === null ? null : this.#workspace.read(path);
      return reading?.kind === 'unit' ? reading.unit : null;
    },
    text: (path) => {
      const reading = this.#workspace.text(path);
      return reading?.kind === 'text' ? reading.text : null;
    },
  };
  #catalog: Catalog | null = null;
  #counter: TokenCounter | null = null;

  constructor(host: Host, config: Config) {
    this.#config = config;
    this.#host = host;
    this.#parser = new SyntaxParser(host);
    this.#workspace = new Workspace(host, this.#parser);
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
      const problem = (await this.#readFile(path)) ?? this.#problems.get(path) ?? null;
      if (this.#readings.has(path)) read.add(path);
      if (problem !== null) unread.push({ path, why: problem });
      await progress?.(++done);
    }
    // what a file passes to a function is a prompt only since another file has shown that the function sends it
    for (let round = 0; round < wrapperRounds; round++)
      for (const path of this.#sinks.outdated(read)) await this.#detect(path);
    return this.#report(gather(this.#readings.values(), read), read, unread, paths.length);
  }

  /** Forgets what was read of a file; the next analysis reads it again. Returns the paths whose prompts may change with it, itself first. */
  changed(path: string): readonly string[] {
    const stale = this.#workspace.changed(path);
    const beside = [...this.#readings.keys()].filter((other) => companionsOf(other).includes(path));
    for (const dependant of [...stale, ...beside]) this.#readings.delete(dependant);
    return [...stale, ...beside];
  }

  /** Reads one file's prompts unless they are known. Returns why it cannot be read, or null. */
  async #readFile(path: string): Promise<string | null> {
    if (this.#readings.has(path)) return null;
    const format = languageOf(path) === null ? promptFormat(path) : null;
    if (languageOf(path) === null && format === null) return 'its language is not read yet';
    const text = this.#workspace.text(path);
    if (text === null) return 'there is no such file';
    if (text.kind === 'unreadable') return text.why;
    if (format?.id === 'notebook') return this.#readNotebook(path, text.text);
    if (format !== null) return this.#readPrompts(format, path, text.text);
    if (!mayHoldPrompts(path, text.text)) {
      this.#sinks.note(path, namesCalledIn(text.text), false);
      this.#readings.set(path, nothing);
      return null;
    }
    return this.#detect(path);
  }

  /** Reads a file that is itself a prompt, or holds some. */
  #readPrompts(format: Format, path: string, text: string): null {
    const { problem, ...reading } = readPromptFile(format, path, text, (name) => {
      const other = this.#workspace.text(joinPath(directoryOf(path), name) ?? name);
      return other?.kind === 'text' ? other.text : null;
    });
    this.#readings.set(path, reading);
    if (reading.candidates.length > 0) this.#lines.set(path, lineStarts(text));
    if (problem === null) this.#problems.delete(path);
    else this.#problems.set(path, problem);
    return null;
  }

  /** Reads the code of a notebook's cells. */
  async #readNotebook(path: string, text: string): Promise<string | null> {
    const { code, language: kernel, problem } = notebookCode(text);
    const language = languages.find(({ id }) => id === kernel);
    this.#readings.set(path, { candidates: [], calls: [], suppressions: [] });
    if (language === undefined || problem !== null || !mayHoldPrompts(path, code.text)) return problem;
    await this.#parser.load([language.grammar(path)]);
    const reading = this.#workspace.unitOf(path, code.text, language);
    if (reading.kind !== 'unit') return reading.kind === 'unreadable' ? reading.why : null;
    const found = detect(reading.unit, this.#workspace, this.#sinks);
    this.#readings.set(path, inNotebook(found, path, code, text));
    this.#lines.set(path, lineStarts(text));
    return null;
  }

  async #detect(path: string): Promise<string | null> {
    if (languageOf(path) === null) {
      this.#readings.delete(path);
      return this.#readFile(path);
    }
    await this.#parser.load(languageOf(path)?.grammars ?? []);
    const reading = this.#workspace.read(path);
    if (reading.kind !== 'unit') return reading.kind === 'unreadable' ? reading.why : 'there is no such file';
    this.#readings.set(path, detect(reading.unit, this.#workspace, this.#sinks));
    return null;
  }

  async #report(
    { prompts, calls, sentAlong }: Gathered,
    read: ReadonlySet<string>,
    unread: readonly Unread[],
    files: number,
  ): Promise<Report> {
    this.#catalog ??= await Catalog.open(this.#config);
    this.#counter ??= await TokenCounter.open(this.#host, this.#config);
    const instruments: Instruments = { config: this.#config, counter: this.#counter, catalog: this.#catalog };
    const metered = prompts.map((prompt) => meterPrompt(prompt, instruments));
    const others = sentAlong.map((prompt) => meterPrompt(prompt, instruments));
    const byId = new Map([...metered, ...others].map((prompt) => [prompt.id, prompt]));
    const lines: Record<string, readonly number[]> = {};
    const sent = calls.map((call) => meterCall(call, byId, instruments));
    const found = findings({
      report: { prompts: metered, calls: sent },
      sentAlong: others,
      suppressions: [...read].flatMap((path) => this.#readings.get(path)?.suppressions ?? []),
      config: this.#config,
      catalog: this.#catalog,
      sources: this.#sources,
      mistakes: (path, text) => this.#workspace.mistakes(path, text),
    });
    for (const { path } of [...prompts, ...sent.flatMap(placesOf), ...found])
      lines[path] ??= this.#lines.get(path) ?? this.#workspace.lines(path);
    return {
      prompts: metered,
      calls: sent,
      findings: found,
      unread: [...unread, ...this.#counter.problems],
      files,
      lines,
      prices: { source: this.#catalog.source, date: this.#catalog.date },
    };
  }
}

/** Everything of a call that has a place, so that lines can be told. */
function placesOf(call: MeteredCall): readonly { readonly path: string }[] {
  const { messages, tools, cacheMarks, settings, modelVaries, toolsVary, breaksAt } = call;
  const parts = messages.flatMap((message) => message.parts);
  const holes = parts.flatMap((part) => (part.kind === 'text' && part.hole !== null ? [part.hole] : []));
  const chosen = [modelVaries, toolsVary, breaksAt].filter((hole) => hole !== null);
  const given = [...(tools ?? []), ...cacheMarks, ...Object.values(settings)];
  return [call, ...messages, ...parts, ...given, ...holes, ...chosen];
}

/** Files that are read along with a prompt file, whose settings they hold. */
function companionsOf(path: string): readonly string[] {
  const names = languageOf(path) === null ? (promptFormat(path)?.companions ?? []) : [];
  return names.flatMap((name) => joinPath(directoryOf(path), name) ?? []);
}
