import { globMatcher } from '../glob.ts';
import type { Host } from '../host.ts';
import { modelName } from './modelId.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A vocabulary that was named and cannot be used, so that its models are counted otherwise. */
export interface VocabularyProblem {
  readonly path: string;
  readonly why: string;
}

type Library = (typeof import('@huggingface/tokenizers'))['Tokenizer'];

/** The vocabularies that the configuration names. A file is read when the first model asks for it. */
export class Vocabularies {
  readonly #host: Pick<Host, 'loadTokenizer'>;
  readonly #library: Library;
  readonly #rows: readonly { readonly matches: (model: string) => boolean; readonly path: string }[];
  readonly #read = new Map<string, Vocabulary | null>();
  readonly #problems: VocabularyProblem[] = [];

  /** @param tokenizers model pattern → path. @returns `null` where none is named, and then loads nothing. */
  static async open(
    host: Pick<Host, 'loadTokenizer'>,
    tokenizers: Readonly<Record<string, string>>,
  ): Promise<Vocabularies | null> {
    if (Object.keys(tokenizers).length === 0) return null;
    const { Tokenizer } = await import('@huggingface/tokenizers');
    return new Vocabularies(host, Tokenizer, tokenizers);
  }

  private constructor(
    host: Pick<Host, 'loadTokenizer'>,
    library: Library,
    tokenizers: Readonly<Record<string, string>>,
  ) {
    this.#host = host;
    this.#library = library;
    this.#rows = Object.entries(tokenizers).map(([pattern, path]) => ({
      matches: globMatcher([pattern]),
      path,
    }));
  }

  /** The first whose pattern matches the model's name, with or without its host and its day; `null` where none does or it cannot be used. */
  for(model: string): Vocabulary | null {
    const name = modelName(model);
    const names = [model, name.id, name.model, name.kind];
    const row = this.#rows.find(({ matches }) => names.some(matches));
    return row === undefined ? null : this.#vocabulary(row.path);
  }

  /** Of the vocabularies that were asked for so far. */
  get problems(): readonly VocabularyProblem[] {
    return this.#problems;
  }

  #vocabulary(path: string): Vocabulary | null {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const file = this.#host.loadTokenizer(path);
    const settings = this.#host.loadTokenizer(path.replace(/[^/\\]*$/, 'tokenizer_config.json'));
    const vocabulary =
      file.kind === 'text' ? this.#parse(path, file.text, settings) : this.#refuse(path, file.why);
    this.#read.set(path, vocabulary);
    return vocabulary;
  }

  #parse(path: string, text: string, settings: ReturnType<Host['loadTokenizer']>): Vocabulary | null {
    const reading = readVocabulary(
      path,
      text,
      settings.kind === 'text' ? settings.text : '{}',
      this.#library,
    );
    return reading.kind === 'vocabulary' ? reading.vocabulary : this.#refuse(path, reading.why);
  }

  #refuse(path: string, why: string): null {
    this.#problems.push({ path, why: `${why}; the models it was meant for are counted without it` });
    return null;
  }
}
