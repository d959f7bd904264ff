import { editsOf } from '../compress/compress.ts';
import { applyAll, type CompressionEdit } from '../compress/edited.ts';
import { marginOf } from '../compress/layout.ts';
import { duplicates } from '../compress/passes/duplicates.ts';
import { jsonOfData } from '../compress/passes/json.ts';
import { phrases } from '../compress/passes/phrases.ts';
import { whitespace } from '../compress/passes/whitespace.ts';
import { Vocabularies } from '../compress/vocabulary.ts';
import type { TokenCounter } from '../tokens/count.ts';
import { Remembered } from '../tokens/remembered.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** The kinds of shortening that rules speak about: what goes without a word being changed, and what is worded shorter. */
export type Shortening = 'json' | 'duplicates' | 'whitespace' | 'phrases';

/** What a text could do without. */
export interface Shortened {
  /** Of the text, in order; never empty. */
  readonly edits: readonly CompressionEdit[];
  readonly tokens: { readonly before: number; readonly after: number };
}

/** Characters of the texts that are remembered. */
const mostRemembered = 1 << 22;
/** A longer text is data that somebody loads, not a prompt that somebody words. Characters. */
const longest = 200_000;

/** Blanks that may go, with what stands around them: behind lines, between words, empty lines beyond the first. */
const idle = /[ \t]+(?=\n)|(?<=\S)[ \t]{2,}(?=\S)|\n(?:[ \t]*\n){2,}/g;
/** Fewer are not worth a word to any rule. Characters. */
const fewestBlanks = 6;

/** Whether there can be blanks to take out, JSON over several lines or a line that is said twice. */
function mayShrink(text: string): boolean {
  if (/[{[][ \t]*\n/.test(text)) return true;
  const lines = text.split('\n');
  let blanks = marginOf(text, false) * lines.length;
  for (const [run] of text.matchAll(idle)) blanks += run.length;
  if (blanks >= fewestBlanks) return true;
  const said = lines.map((line) => line.trim()).filter((line) => line.length > 20);
  return new Set(said).size < said.length;
}

const ways = {
  structure: {
    level: 'safe',
    passes: [jsonOfData, duplicates, whitespace],
    may: (text: string) => mayShrink(text),
  },
  wording: {
    level: 'balanced',
    passes: [phrases],
    may: (text: string, vocabularies: Vocabularies) => vocabularies.told(text.split('\n')) !== null,
  },
} as const;

/** How texts could be shorter, each found once: most prompts are the same from one keystroke to the next. */
export class Wording {
  readonly #counter: TokenCounter;
  readonly #vocabularies = new Vocabularies();
  /** By the way and what decides: models that are counted alike could be told alike. */
  readonly #known = new Map<string, Remembered<readonly CompressionEdit[]>>();

  constructor(counter: TokenCounter) {
    this.#counter = counter;
  }

  /** @param model whose tokens decide. @returns `null` where nothing is saved, or the text is too long to be a prompt. */
  shorten(text: string, model: string | null, kind: Shortening): Shortened | null {
    if (text.length > longest) return null;
    const name = kind === 'phrases' ? 'wording' : 'structure';
    const edits = this.#edits(name, text, model).filter(({ passes }) => passes[0] === kind);
    if (edits.length === 0) return null;
    const count = (part: string): number => this.#counter.compare(part, model);
    const tokens = { before: count(text), after: count(applyAll(text, edits)) };
    return tokens.after < tokens.before ? { edits, tokens } : null;
  }

  /** What a stretch of a prompt comes to, alone. */
  count(text: string, model: string | null): Tokens {
    return this.#counter.count(text, model);
  }

  #edits(name: keyof typeof ways, text: string, model: string | null): readonly CompressionEdit[] {
    const key = `${name} ${this.#counter.vocabularyOf(model)}`;
    const known = this.#known.get(key) ?? new Remembered<readonly CompressionEdit[]>(mostRemembered);
    this.#known.set(key, known);
    const { may, ...how } = ways[name];
    const count = (part: string): number => this.#counter.compare(part, model);
    return known.get(text, (whole) =>
      // the blanks at the edges of a prompt may part it from others
      may(whole, this.#vocabularies)
        ? editsOf(whole, { ...how, count, isWhole: false }, this.#vocabularies)
        : [],
    );
  }
}
