import { Analyzer } from './analyze.ts';
import { draftOf, type Draft } from './compress/draft.ts';
import { unwatched, type Compression, type Engine, type Watch } from './compress/engine.ts';
import { viewOfTask } from './compress/held.ts';
import { lexical } from './compress/lexical.ts';
import type { Level } from './compress/lexicons/lexicon.ts';
import { pointOut, type Pointer } from './compress/pointers.ts';
import { sourceEdits } from './compress/source.ts';
import { Vocabularies } from './compress/vocabulary.ts';
import type { Config } from './config.ts';
import type { Host } from './host.ts';
import { textsIn } from './prompts/segments.ts';
import type { MeteredPrompt, Report } from './report.ts';
import { applyEdits, contains, type Edit } from './text.ts';
import { TokenCounter } from './tokens/count.ts';
import { resolveAlias } from './tokens/modelId.ts';

export interface CompressWish {
  readonly path: string;
  /** Which of the file's prompts; all of them where it is left out. */
  readonly wanted?: (prompt: MeteredPrompt) => boolean;
  readonly level: Level;
  /** Whose tokens decide, where a prompt's own model is not known. */
  readonly model: string | null;
  readonly watch?: Watch;
}

/** A text that stands in no file, or is all of one. */
export interface CompressedText {
  readonly compression: Compression;
  readonly pointers: readonly Pointer[];
}

/** One prompt and how it could be shorter. */
export interface CompressedPrompt {
  readonly prompt: MeteredPrompt;
  /** The model whose tokens were counted; `null` where none is known. */
  readonly model: string | null;
  readonly draft: Draft;
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
  readonly why: string;
}

/** Shortens the prompts of a file of the workspace. What the file would be is read again before it is believed. */
export class FileCompressor {
  readonly #host: Host;
  readonly #config: Config;
  readonly #counter: TokenCounter;
  readonly #engine: Engine;
  readonly #vocabularies = new Vocabularies();

  private constructor(host: Host, config: Config, counter: TokenCounter, engine: Engine) {
    this.#host = host;
    this.#config = config;
    this.#counter = counter;
    this.#engine = engine;
  }

  static async open(host: Host, config: Config, engine: Engine = lexical): Promise<FileCompressor> {
    return new FileCompressor(host, config, await TokenCounter.open(host, config), engine);
  }

  async compress(wish: CompressWish): Promise<CompressedFile | NotCompressed> {
    const { path, watch = unwatched } = wish;
    const report = await new Analyzer(this.#host, this.#config).analyze([path]);
    const { prompts, unread } = report;
    const [problem] = unread;
    const reading = this.#host.readFile(path);
    if (reading?.kind !== 'text') return { path, why: problem?.why ?? 'there is no such file' };
    const before = reading.text;
    const chosen = withoutParts(prompts.filter((prompt) => wish.wanted?.(prompt) ?? true));
    const drafted: CompressedPrompt[] = [];
    for (const [i, prompt] of chosen.entries()) {
      const progress = (done: number, total: number): void => watch.progress(i + done / total, chosen.length);
      const own = { ...wish, watch: { signal: watch.signal, progress } };
      const one = await this.#one(prompt, isWhole(prompt, report), own, before);
      if ('why' in one) return one;
      drafted.push(one);
    }
    const written = await this.#written(path, before, prompts, drafted);
    return { path, before, ...written };
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
    const outcome = await this.#engine.compress(task, watch);
    if (outcome.kind === 'failed') return { why: outcome.why };
    return { compression: outcome.compression, pointers: pointOut(viewOfTask(task), count) };
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
    if ('why' in found) return { path, why: found.why };
    const written = sourceEdits({ path, text: source }, draft, found.compression.edits);
    const edits = written.kind === 'edits' ? written.edits : [];
    return {
      prompt,
      model,
      draft,
      ...found,
      edits,
      refused: written.kind === 'refused' ? written.why : null,
    };
  }

  /** Takes over the edits of those prompts that read as they should once they are made, all at once or one by one. */
  async #written(
    path: string,
    before: string,
    all: readonly MeteredPrompt[],
    drafted: readonly CompressedPrompt[],
  ): Promise<Pick<CompressedFile, 'prompts' | 'after'>> {
    const changed = drafted.filter(({ edits }) => edits.length > 0);
    const after = apply(before, changed);
    if (changed.length === 0 || (await this.#reads(path, after, all, changed)))
      return { prompts: drafted, after };
    const fine: CompressedPrompt[] = [];
    for (const one of changed)
      if (await this.#reads(path, apply(before, [...fine, one]), all, [...fine, one])) fine.push(one);
    const prompts = drafted.map((one) =>
      one.edits.length === 0 || fine.includes(one)
        ? one
        : { ...one, edits: [], refused: 'written back, the file would not say what it should' },
    );
    return { prompts, after: apply(before, fine) };
  }

  /** Whether an edited file has the same prompts, the edited ones with their new text and the others with their old. */
  async #reads(
    path: string,
    text: string,
    all: readonly MeteredPrompt[],
    changed: readonly CompressedPrompt[],
  ): Promise<boolean> {
    const host: Host = {
      ...bound(this.#host),
      readFile: (other) => (other === path ? { kind: 'text', text } : this.#host.readFile(other)),
    };
    const again = await new Analyzer(host, this.#config).analyze([path]);
    const wanted = new Map(changed.map(({ prompt, compression }) => [prompt.id, compression.text]));
    const edited = changed.map(({ prompt }) => prompt.range);
    if (again.prompts.length !== all.length) return false;
    const now = new Map(again.prompts.map((prompt) => [prompt.id, draftOf(prompt.segments).text]));
    return all.every(({ id, segments, range }) => {
      const found = now.get(id);
      if (found === undefined) return false;
      const expected = wanted.get(id);
      // what stands inside an edited prompt, or is made of it, changes with it
      const within = edited.some((outer) => contains(outer, range) || contains(range, outer));
      return expected === undefined ? within || found === draftOf(segments).text : found === expected;
    });
  }
}

function apply(text: string, prompts: readonly CompressedPrompt[]): string {
  return applyEdits(
    text,
    prompts.flatMap(({ edits }) => edits),
  );
}

/** Whether a prompt is a message of its own. What is put together with other text needs the blanks at its edges. */
function isWhole(prompt: MeteredPrompt, { prompts, calls }: Report): boolean {
  if (prompt.found === 'file') return true;
  const isSent = prompt.sdk !== null || prompt.found === 'message';
  if (!isSent || prompt.role === 'template' || prompt.role === 'unknown') return false;
  const senders = calls.filter((call) => call.prompts.includes(prompt.id));
  if (senders.some((call) => call.prompts.length > call.roles.length)) return false;
  return !prompts.some(
    (other) =>
      other !== prompt &&
      textsIn(other.segments).some(
        ({ path, range }) => path === prompt.path && contains(prompt.range, range),
      ),
  );
}

/** A prompt inside another one is shortened with it. */
function withoutParts(prompts: readonly MeteredPrompt[]): readonly MeteredPrompt[] {
  return prompts.filter(
    (prompt) => !prompts.some((other) => other !== prompt && contains(other.range, prompt.range)),
  );
}

function bound(host: Host): Host {
  return {
    readFile: (path) => host.readFile(path),
    listFolder: (path) => host.listFolder(path),
    loadGrammar: (name) => host.loadGrammar(name),
    loadEncoding: (name) => host.loadEncoding(name),
    loadTokenizer: (path) => host.loadTokenizer(path),
    loadPrices: () => host.loadPrices(),
    readUpdatedPrices: () => host.readUpdatedPrices(),
  };
}
