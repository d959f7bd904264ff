import { Analyzer } from './analyze.ts';
import { draftOf, type Draft } from './compress/draft.ts';
import {
  unwatched,
  type Compression,
  type CompressionTask,
  type Engine,
  type Watch,
} from './compress/engine.ts';
import { viewOfTask } from './compress/held.ts';
import { lexical } from './compress/lexical.ts';
import type { Level } from './compress/lexicons/lexicon.ts';
import { pointOut, type Pointer } from './compress/pointers.ts';
import { Vocabularies } from './compress/vocabulary.ts';
import type { Config } from './config.ts';
import type { Host } from './host.ts';
import type { MeteredPrompt } from './report.ts';
import { isWhole, knownOf, withoutParts } from './compressing/whole.ts';
import { editsOf, written } from './compressing/written.ts';
import type { SyntaxParser } from './source/parser.ts';
import type { Edit } from './text.ts';
import { TokenCounter } from './tokens/count.ts';
import { resolveAlias } from './tokens/modelId.ts';

export interface CompressWish {
  readonly path: string;
  /** Which of the file's prompts; all of them where it is left out. */
  readonly wanted?: (prompt: MeteredPrompt) => boolean;
  readonly level: Level;
  /** Whose tokens decide, where a prompt's own model is not known. */
  readonly model: string | null;
  /**
   * Prompts of the file as all files together tell them: who sends them, and so their model and cost, may stand elsewhere.
   * What is told of another text than the file has now is not heeded.
   */
  readonly known?: readonly MeteredPrompt[];
  /** In place of the one that the compressor was opened with. */
  readonly engine?: Engine;
  readonly watch?: Watch;
}

/** A text that stands in no file, or is all of one. */
export interface CompressedText {
  readonly task: CompressionTask;
  readonly compression: Compression;
  readonly pointers: readonly Pointer[];
}

/** One prompt and how it could be shorter. */
export interface CompressedPrompt {
  readonly prompt: MeteredPrompt;
  /** The model whose tokens were counted; `null` where none is known. */
  readonly model: string | null;
  readonly draft: Draft;
  readonly task: CompressionTask;
  readonly compression: Compression;
  readonly pointers: readonly Pointer[];
  /** Edits of the file; empty where nothing can be saved or nothing could be written back. */
  readonly edits: readonly Edit[];
  /** Why the file stays as it is though the text could be shorter. */
  readonly refused: string | null;
}

export interface CompressedFile {
  readonly path: string;
  readonly prompts: readonly CompressedPrompt[];
  readonly before: string;
  /** The file with all edits. It was read again: its prompts say what they should, and no other changed. */
  readonly after: string;
}

/** A file that cannot be compressed, and why. */
export interface NotCompressed {
  readonly path: string;
  /** Whether the file could be read, and it was the engine that failed. */
  readonly wasRead: boolean;
  readonly why: string;
}

export interface CompressorOptions {
  readonly engine?: Engine;
  /** One that stays when the compressor goes, so that grammars are loaded once. */
  readonly parser?: SyntaxParser;
}

/** Shortens the prompts of a file of the workspace. What the file would be is read again before it is believed. */
export class FileCompressor {
  readonly #host: Host;
  readonly #config: Config;
  readonly #counter: TokenCounter;
  readonly #engine: Engine;
  readonly #parser: SyntaxParser | undefined;
  readonly #vocabularies = new Vocabularies();

  private constructor(
    host: Host,
    config: Config,
    counter: TokenCounter,
    { engine = lexical, parser }: CompressorOptions,
  ) {
    this.#host = host;
    this.#config = config;
    this.#counter = counter;
    this.#engine = engine;
    this.#parser = parser;
  }

  static async open(host: Host, config: Config, options: CompressorOptions = {}): Promise<FileCompressor> {
    return new FileCompressor(host, config, await TokenCounter.open(host, config), options);
  }

  async compress(wish: CompressWish): Promise<CompressedFile | NotCompressed> {
    const { path, watch = unwatched } = wish;
    const report = await this.#analyzer(this.#host).analyze([path]);
    const { prompts, unread } = report;
    const [problem] = unread;
    const reading = this.#host.readFile(path);
    if (reading?.kind !== 'text')
      return { path, wasRead: false, why: problem?.why ?? 'there is no such file' };
    const before = reading.text;
    const chosen = withoutParts(prompts.filter((prompt) => wish.wanted?.(prompt) ?? true));
    const drafted: CompressedPrompt[] = [];
    for (const [i, prompt] of chosen.entries()) {
      const progress = (done: number, total: number): void => watch.progress(i + done / total, chosen.length);
      const own = { ...wish, watch: { signal: watch.signal, progress } };
      const one = await this.#one(knownOf(prompt, wish.known ?? []), isWhole(prompt, report), own, before);
      if ('why' in one) return one;
      drafted.push(one);
    }
    const analyzer = (host: Host): Analyzer => this.#analyzer(host);
    const source = { host: this.#host, analyzer, path, before, all: prompts };
    return { path, before, ...(await written(source, drafted)) };
  }

  #analyzer(host: Host): Analyzer {
    return new Analyzer(host, this.#config, this.#parser && { parser: this.#parser });
  }

  /** @param isWhole see `CompressionTask`. */
  async compressText(
    text: string,
    wish: Omit<CompressWish, 'path' | 'wanted'>,
    isWhole = true,
  ): Promise<CompressedText | Pick<NotCompressed, 'why'>> {
    const model = wish.model === null ? null : resolveAlias(wish.model, this.#config.models.aliases);
    const count = (part: string): number => this.#counter.compare(part, model);
    const { level, watch = unwatched } = wish;
    const patterns = this.#config.compress.keep;
    const task = { text, level, count, patterns, isWhole, vocabularies: this.#vocabularies };
    const outcome = await (wish.engine ?? this.#engine).compress(task, watch);
    if (outcome.kind === 'failed') return { why: outcome.why };
    return { task, compression: outcome.compression, pointers: pointOut(viewOfTask(task), count) };
  }

  async #one(
    prompt: MeteredPrompt,
    isWhole: boolean,
    wish: CompressWish,
    source: string,
  ): Promise<CompressedPrompt | NotCompressed> {
    const { path } = prompt;
    const seen = prompt.model?.id ?? wish.model;
    const model = seen === null ? null : resolveAlias(seen, this.#config.models.aliases);
    const draft = draftOf(prompt.segments);
    const found = await this.compressText(draft.text, { ...wish, model }, isWhole);
    if ('why' in found) return { path, wasRead: true, why: found.why };
    return { prompt, model, draft, ...found, ...editsOf(path, source, draft, found.compression) };
  }
}
