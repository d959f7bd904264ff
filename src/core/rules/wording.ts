import { compress, type Compression } from '../compress/compress.ts';
import type { Level } from '../compress/lexicons/lexicon.ts';
import type { Pass } from '../compress/view.ts';
import { Vocabularies } from '../compress/vocabulary.ts';
import type { TokenCounter } from '../tokens/count.ts';
import { Remembered } from '../tokens/remembered.ts';

/** One kind of shortening that a rule speaks about. */
export interface Shortening {
  readonly pass: Pass;
  readonly level: Level;
}

/** Characters of the texts that are remembered. */
const mostRemembered = 1 << 21;
/** A longer text is data that somebody loads, not a prompt that somebody words. Characters. */
const longest = 200_000;

/** How texts could be shorter, each found once: most prompts are the same from one keystroke to the next. */
export class Wording {
  readonly #counter: TokenCounter;
  readonly #vocabularies = new Vocabularies();
  readonly #known = new Map<string, Remembered<Compression>>();

  constructor(counter: TokenCounter) {
    this.#counter = counter;
  }

  /** @param model whose tokens decide. @returns `null` for a text that is too long to be a prompt. */
  shorten(text: string, model: string | null, { pass, level }: Shortening): Compression | null {
    if (text.length > longest) return null;
    const key = `${pass.id} ${level} ${model ?? ''}`;
    const known = this.#known.get(key) ?? new Remembered<Compression>(mostRemembered);
    this.#known.set(key, known);
    const count = (part: string): number => this.#counter.compare(part, model);
    // the blanks at the edges of a prompt may part it from others
    const options = { level, count, isWhole: false, passes: [pass] };
    return known.get(text, (whole) => compress(whole, options, this.#vocabularies));
  }
}
