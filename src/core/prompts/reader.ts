import type { Host } from '../host.ts';
import type { Decoded } from '../source/decoded.ts';
import type { Format } from '../source/formats/format.ts';
import { notebookCode } from '../source/formats/notebook.ts';
import type { Language } from '../source/language.ts';
import { languageOf, languages } from '../source/languages/index.ts';
import type { SyntaxParser } from '../source/parser.ts';
import { directoryOf, joinPath } from '../source/paths.ts';
import { Sources } from '../source/sources.ts';
import { Workspace, type Unit, type UnitReading } from '../source/workspace.ts';
import { lineStarts } from '../text.ts';
import { namesCalled, namesCalledIn } from './callNames.ts';
import { detect, isHanded, mayHoldPrompts } from './detect.ts';
import { promptFormat, readPromptFile } from './files.ts';
import { inNotebook } from './files/notebook.ts';
import type { KnownSinks } from './knownSinks.ts';
import { FileMemory, noMemory, type Memory } from './memory.ts';
import type { FileRecord, ReadResult, ReadTask } from './record.ts';

/** What of a file is code: all of it, or a notebook's cells. */
interface Code {
  readonly path: string;
  readonly raw: string;
  readonly text: string;
  readonly language: Language;
  /** Of a notebook: the code and the place of each of its characters in the file. */
  readonly cells: Decoded | null;
  /** Names of what it calls, as far as they can be told without parsing, for a file that can hold no prompt by itself. */
  readonly named: readonly string[] | null;
}

/** A record before it is known what was looked at for it. */
type Read = Omit<FileRecord, 'looked'>;

/** A file → what it tells of prompts. Keeps trees of files that others import, and nothing of what they told. */
export class Reader {
  readonly #parser: SyntaxParser;
  readonly #workspace: Workspace;
  /** Of the file that somebody edits. */
  #memory: FileMemory | null = null;

  constructor(host: Host, parser: SyntaxParser) {
    this.#parser = parser;
    this.#workspace = new Workspace(host, this.#parser);
  }

  /** Never fails: what cannot be read says why. @param known the sinks of other files' functions. */
  async read({ path, compares }: ReadTask, known: KnownSinks): Promise<ReadResult> {
    const text = this.#workspace.text(path);
    const format = languageOf(path) === null ? promptFormat(path) : null;
    if (languageOf(path) === null && format === null)
      return this.#record(path, () => nothing('its language is not read yet'));
    if (text === null) return this.#record(path, () => nothing('there is no such file'));
    if (text.kind === 'unreadable') return this.#record(path, () => nothing(text.why));
    if (format !== null && format.id !== 'notebook')
      return this.#record(path, () => this.#readPrompts(format, path, text.text));
    const code = codeOf(path, text.text);
    if ('problem' in code) return this.#record(path, () => nothing(code.problem));
    return this.#readCode(code, known, compares);
  }

  /** Forgets a file's text. @returns whether its folder has other files now than when it was last asked for. */
  changed(path: string): boolean {
    const isRelisted = this.#workspace.changed(path);
    if (isRelisted || path !== this.#memory?.unit.path) this.#memory = null;
    return isRelisted;
  }

  /** The sources as they are now, for whoever asks about what was read of them. */
  sources(): Sources {
    return new Sources(this.#workspace, this.#parser);
  }

  async #readCode(code: Code, known: KnownSinks, compares: boolean): Promise<ReadResult> {
    const { path, language, named } = code;
    // what a file passes to a function is a prompt once another file has shown that the function sends it
    if (named !== null && known.signature(path, named) === '')
      return this.#record(path, () => ({ ...nothing(null), calls: named }));
    await this.#parser.load(language.grammars);
    if (!compares) return this.#record(path, () => this.#detect(code, known));
    const { value, looked } = this.#workspace.watch(() => this.#compare(code, known));
    return value === null
      ? this.#record(path, () => this.#detect(code, known))
      : { kind: 'unhanded', signature: value, looked };
  }

  #record(path: string, read: () => Read): ReadResult {
    const { value, looked } = this.#workspace.watch(() => {
      this.#workspace.text(path);
      return read();
    });
    const all = this.#memory?.unit.path === path ? this.#memory.alsoLooked(looked) : looked;
    return { kind: 'record', record: { ...value, looked: all } };
  }

  /** The signature of the sinks where no function of another file has part in this one; else null. */
  #compare(code: Code, known: KnownSinks): string | null {
    const reading = this.#parse(code);
    if (reading.kind !== 'unit' || isHanded(reading.unit, this.#workspace, known)) return null;
    return known.signature(code.path, code.named ?? [...new Set(namesCalled(reading.unit).values())]);
  }

  #detect(code: Code, known: KnownSinks): Read {
    const { path, raw, cells, named } = code;
    const parsed = this.#parse(code);
    if (parsed.kind === 'missing') return nothing('there is no such file');
    if (parsed.kind === 'unreadable') return nothing(parsed.why);
    const { unit } = parsed;
    const found = detect(unit, this.#workspace, known, cells === null ? this.#memoryOf(unit) : noMemory);
    const calls = named ?? found.calls;
    // a file that can hold no prompt by itself holds none, however it came to be parsed
    if (named !== null && !found.handed) return { ...nothing(null, known.signature(path, calls)), calls };
    // nobody can import a notebook, and the sinks of what holds no prompt by itself are not known beforehand
    const own = cells === null && named === null ? found.own : [];
    const reading = cells === null ? found.reading : inNotebook(found.reading, path, cells, raw);
    const version = {
      signatures: [known.signature(path, calls)],
      handed: found.handed,
      reading,
      sinks: cells === null ? found.sinks : [],
    };
    const { candidates, suppressions } = reading;
    const tells = candidates.length + reading.calls.length + suppressions.length > 0;
    const lines = cells === null ? unit.lines : lineStarts(raw);
    return { problem: null, lines: tells ? lines : null, calls, own, versions: [version] };
  }

  /** What was found out about a file that somebody edits is of use until another file changes. */
  #memoryOf(unit: Unit): Memory {
    if (this.#workspace.timesRead(unit.path) === null) return noMemory;
    if (this.#memory?.unit !== unit) this.#memory = new FileMemory(unit, this.#workspace);
    this.#memory.update();
    return this.#memory;
  }

  #parse({ path, text, language, cells }: Code): UnitReading {
    return cells === null ? this.#workspace.read(path) : this.#workspace.unitOf(path, text, language);
  }

  /** Reads a file that is itself a prompt, or holds some. */
  #readPrompts(format: Format, path: string, text: string): Read {
    const { problem, ...reading } = readPromptFile(format, path, text, (name) => {
      const other = this.#workspace.text(joinPath(directoryOf(path), name) ?? name);
      return other?.kind === 'text' ? other.text : null;
    });
    const tells = reading.candidates.length + reading.suppressions.length > 0;
    const lines = tells ? lineStarts(text) : null;
    return {
      ...nothing(problem),
      lines,
      versions: [{ signatures: [''], handed: false, reading, sinks: [] }],
    };
  }
}

function codeOf(path: string, raw: string): Code | { readonly problem: string | null } {
  const own = languageOf(path);
  const { code: cells, language: kernel, problem } = own === null ? notebookCode(raw) : wholeFile;
  const language = own ?? languages.find(({ id }) => id === kernel);
  if (language === undefined || problem !== null) return { problem };
  const text = cells?.text ?? raw;
  const named = mayHoldPrompts(path, text) ? null : [...namesCalledIn(text)];
  return { path, raw, text, language, cells, named };
}

const wholeFile = { code: null, language: '', problem: null };

function nothing(problem: string | null, signature = ''): Read {
  const version = {
    signatures: [signature],
    handed: false,
    reading: { candidates: [], calls: [], suppressions: [] },
    sinks: [],
  };
  return { problem, lines: null, calls: [], own: [], versions: [version] };
}
