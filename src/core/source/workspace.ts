import type { Host, Reading } from '../host.ts';
import { lineStarts } from '../text.ts';
import { EditedTrees, type ReuseOfUnit } from './editedTrees.ts';
import type { Files, Language } from './language.ts';
import { directoryOf } from './paths.ts';
import { languageOf } from './languages/index.ts';
import { Lookout, type Looked } from './looked.ts';
import { outline, type Outline } from './outline.ts';
import type { SyntaxParser } from './parser.ts';
import { Shelf } from './shelf.ts';
import type { SyntaxNode } from './syntax.ts';

/** A file that was read and parsed. */
export interface Unit {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly root: SyntaxNode;
  readonly outline: Outline;
  readonly lines: readonly number[];
}

/** An expression and the file it stands in. */
export interface Place {
  readonly unit: Unit;
  readonly node: SyntaxNode;
}

export type UnitReading =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'missing' };

/** The files read so far, each parsed once per text, and an account of what was looked at to read something. */
export class Workspace {
  readonly #host: Pick<Host, 'readFile' | 'listFolder'>;
  readonly #folders = new Map<string, ReadonlySet<string>>();
  readonly #files: Files = {
    list: (folder) => this.list(folder),
    has: (path) => this.#exists(path),
    text: (path) => (this.#exists(path) ? this.#setting(path) : null),
  };
  readonly #parser: SyntaxParser;
  /** Texts of files that somebody edits; the others are read again when they are needed again. */
  readonly #texts = new Map<string, Reading>();
  /** Texts of files that configure where modules are: few, and asked for at every import. */
  readonly #settings = new Map<string, string | null>();
  /** Files that were read for themselves: most are asked for no more, and a tree that goes soon costs least. */
  readonly #passing = new Shelf(mostPassing);
  /** Files that others ask for, or that somebody edits. */
  readonly #wanted = new Shelf(mostWanted);
  readonly #trees = new EditedTrees();
  /** The names at the top of files whose trees were let go: of a large package each file is asked for each name. */
  readonly #declared = new Map<string, ReadonlySet<string>>();
  /** A file is asked for twice in a row: whether it can hold prompts, then to be parsed. */
  #last: { readonly path: string; readonly reading: Reading | null } | null = null;
  /** Importing file and module as written → the file it is, null when it is none of the workspace's; and what told so. */
  readonly #imports = new Map<string, { readonly path: string | null; readonly lookout: Lookout }>();
  /** Files that somebody edits, and how often each of them was read, for itself or for another one. */
  readonly #edited = new Map<string, number>();
  #lookout = new Lookout();

  constructor(host: Pick<Host, 'readFile' | 'listFolder'>, parser: SyntaxParser) {
    this.#host = host;
    this.#parser = parser;
  }

  /** Does something with the workspace, and tells what it looked at. */
  watch<T>(work: () => T): { readonly value: T; readonly looked: Looked } {
    const { value, lookout } = this.#watched(work);
    return { value, looked: lookout.seen() };
  }

  #watched<T>(work: () => T): { readonly value: T; readonly lookout: Lookout } {
    const outer = this.#lookout;
    const lookout = new Lookout();
    this.#lookout = lookout;
    try {
      return { value: work(), lookout };
    } finally {
      this.#lookout = outer;
      outer.add(lookout);
    }
  }

  /** A file's text, read once until it changes; null when there is no such file. */
  text(path: string): Reading | null {
    this.#lookout.file(path);
    this.#countReading(path);
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    if (this.#last?.path === path) return this.#last.reading;
    const reading = this.#host.readFile(path);
    if (reading !== null && this.#edited.has(path)) this.#texts.set(path, reading);
    this.#last = { path, reading };
    return reading;
  }

  /** The text of a file that code reads; null when there is no such file. */
  textRead(path: string): Reading | null {
    return this.#exists(path) ? this.text(path) : null;
  }

  read(path: string): UnitReading {
    this.#lookout.file(path);
    return this.#read(path, this.#edited.has(path));
  }

  #read(path: string, isWanted: boolean): UnitReading {
    this.#countReading(path);
    const known = this.#wanted.get(path) ?? (isWanted ? null : this.#passing.get(path));
    if (known !== null) return { kind: 'unit', unit: known };
    const shelf = isWanted ? this.#wanted : this.#passing;
    const passed = isWanted ? this.#passing.take(path) : null;
    const reading: UnitReading = passed === null ? this.#parse(path, shelf) : { kind: 'unit', unit: passed };
    if (passed !== null) this.#letGo(shelf.makeRoom(passed.text.length));
    if (reading.kind === 'unit') shelf.put(reading.unit);
    return reading;
  }

  /** How often a file that somebody edits was read so far; null of a file that nobody edits. */
  timesRead(path: string): number | null {
    return this.#edited.get(path) ?? null;
  }

  #countReading(path: string, isEdited = this.#edited.has(path)): void {
    if (isEdited) this.#edited.set(path, (this.#edited.get(path) ?? 0) + 1);
  }

  /**
   * The file an import names, if it is one of the workspace's and can be read.
   * @param name where a module is a folder of files: what of it is wanted.
   */
  imported(from: Unit, module: string, name: string | null = null): Unit | null {
    const wanted = from.language.foldersAreModules === true ? name : null;
    const key = [from.path, module, wanted ?? ''].join('\0');
    const known = this.#imports.get(key);
    if (known !== undefined) {
      this.#lookout.add(known.lookout);
      return known.path === null ? null : this.neighbour(known.path);
    }
    const { value: unit, lookout } = this.#watched(() => this.#find(from, module, wanted));
    this.#imports.set(key, { path: unit?.path ?? null, lookout });
    return unit;
  }

  #find(from: Unit, module: string, wanted: string | null): Unit | null {
    const paths = from.language.modulePaths(module, from.path, this.#files);
    const declaring = wanted === null ? null : firstOf(paths, (path) => this.declaring(path, wanted));
    return declaring ?? firstOf(paths, (path) => this.neighbour(path));
  }

  /** A file if it declares a name at its top; what a file declares is known still when its tree was let go. */
  declaring(path: string, name: string): Unit | null {
    if (this.#declared.get(path)?.has(name) === false) {
      this.#lookout.file(path);
      return null;
    }
    const unit = this.neighbour(path);
    return unit?.outline.module.names.has(name) === true ? unit : null;
  }

  /** A file whose declarations another one uses. */
  neighbour(path: string): Unit | null {
    if (languageOf(path) === null) return null;
    if (!this.#exists(path)) return null;
    const reading = this.#read(path, true);
    return reading.kind === 'unit' ? reading.unit : null;
  }

  /** Names of the files in a folder. */
  list(folder: string): readonly string[] {
    this.#lookout.folder(folder);
    return [...this.#folder(folder)];
  }

  #folder(folder: string): ReadonlySet<string> {
    const known = this.#folders.get(folder) ?? new Set(this.#host.listFolder(folder));
    this.#folders.set(folder, known);
    return known;
  }

  /** Most names that are tried are those of no file: a folder's list answers for all of them. */
  #exists(path: string): boolean {
    this.#lookout.file(path);
    const folder = directoryOf(path);
    return this.#folder(folder).has(folder === '' ? path : path.slice(folder.length + 1));
  }

  #setting(path: string): string | null {
    const known = this.#settings.get(path);
    if (known !== undefined) return known;
    const reading = this.#host.readFile(path);
    const text = reading?.kind === 'text' ? reading.text : null;
    this.#settings.set(path, text);
    return text;
  }

  /** Forgets a file's text. @returns whether its folder has another list of names now than when it was last asked for. */
  changed(path: string): boolean {
    this.#texts.delete(path);
    this.#last = null;
    this.#trees.changed(path);
    this.#wanted.take(path);
    this.#passing.take(path);
    this.#declared.delete(path);
    this.#settings.delete(path);
    this.#countReading(path, true);
    const folder = directoryOf(path);
    const before = this.#folders.get(folder);
    this.#folders.delete(folder);
    const relisted = before !== undefined && !sameNames(before, this.#folder(folder));
    // what a module means may have been told by this file, or by its not being there
    for (const [key, { lookout }] of this.#imports)
      if (lookout.saw(path) || (relisted && lookout.listed(folder))) this.#imports.delete(key);
    return relisted;
  }

  #letGo(units: readonly Unit[]): void {
    for (const { path, outline } of units) {
      this.#declared.set(path, new Set(outline.module.names.keys()));
      this.#trees.forget(path);
    }
  }

  #parse(path: string, shelf: Shelf): UnitReading {
    const language = languageOf(path);
    if (language === null) return { kind: 'unreadable', why: 'a language that is not read yet' };
    const reading = this.text(path);
    if (reading === null) return { kind: 'missing' };
    if (reading.kind === 'unreadable') return reading;
    this.#letGo(shelf.makeRoom(reading.text.length));
    return this.unitOf(path, reading.text, language, this.#trees.reuse(path, language));
  }

  /** How many places of a text the grammar of a file cannot read; `null` where there is no grammar for it. */
  mistakes(path: string, text: string): number | null {
    const language = languageOf(path);
    if (language === null) return null;
    return this.#parser.mistakes(path, text, language.grammar(path));
  }

  /** Parses code that may be a file's, or only stand in one. */
  unitOf(path: string, text: string, language: Language, reuse: ReuseOfUnit | null = null): UnitReading {
    const isEdited = this.#edited.has(path);
    const parsed = this.#parser.parse(path, text, language.grammar(path), isEdited, reuse);
    if (parsed.kind === 'failed') {
      this.#lookout.strain();
      return { kind: 'unreadable', why: parsed.why };
    }
    const syntax = language.complete?.(parsed.syntax, text) ?? parsed.syntax;
    const made: Unit = {
      path,
      text,
      language,
      root: syntax.root,
      outline: outline(syntax, text, language),
      lines: lineStarts(text),
    };
    // whoever holds nodes of the text before, which are this one's now, holds this unit with them
    const unit = reuse === null ? made : Object.assign(reuse.unit, made);
    if (isEdited) this.#trees.keep({ unit, copy: parsed.syntax });
    return { kind: 'unit', unit };
  }
}

function firstOf<T>(paths: readonly string[], find: (path: string) => T | null): T | null {
  for (const path of paths) {
    const found = find(path);
    if (found !== null) return found;
  }
  return null;
}

/** Characters of source whose trees are kept; a tree takes some fifty times the memory of its text. */
const mostPassing = 10_000;
const mostWanted = 1_500_000;

function sameNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
