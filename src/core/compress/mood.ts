import type { Range } from '../text.ts';
import type { OrderWords } from './lexicons/lexicon.ts';
import { Phrasebook } from './phrasebook.ts';
import type { Word } from './wording.ts';

/** What of a sentence asks for something, told by its grammar: no word of it need constrain. */
export interface Asking {
  readonly asks: boolean;
  /** The words by which it does: the verb of an order, what is made, how it is written down. In no order. */
  readonly heads: readonly Range[];
}

/** How far its article and an adjective push the noun that a clause begins with. Words. */
const nounReach = 3;

/** Tells sentences that ask from those that tell: an order has its verb in front, in a form of its own. */
export class Mood {
  readonly #verbs: ReadonlySet<string>;
  readonly #endings: readonly string[];
  readonly #addressed: ReadonlySet<string>;
  readonly #wishing: ReadonlySet<string>;
  readonly #leads: ReadonlySet<string>;
  readonly #polite: ReadonlySet<string>;
  readonly #results: ReadonlySet<string>;
  readonly #aspects: ReadonlySet<string>;
  readonly #forms: Phrasebook<true>;

  constructor({ verbs, endings, addressed, wishing, leads, polite, results, aspects, forms }: OrderWords) {
    this.#verbs = new Set(verbs);
    this.#endings = endings;
    this.#addressed = new Set(addressed);
    this.#wishing = new Set(wishing);
    this.#leads = new Set(leads);
    this.#polite = new Set(polite);
    this.#results = new Set(results);
    this.#aspects = new Set(aspects);
    this.#forms = new Phrasebook(forms.map((form) => [form, true] as const));
  }

  /** @param words of the sentence, in order. */
  of(said: string, words: readonly Word[]): Asking {
    const heads: Range[] = this.#forms
      .find(said, words)
      .map(({ start }) => ({ start, end: endOfClause(words, start) }));
    let isTold = words.some(({ normal }) => this.#polite.has(normal));
    for (const clause of clausesOf(words)) {
      const reach = this.#wishing.has(clause[0]?.normal ?? '') ? 4 : 2;
      isTold ||= clause.slice(0, reach).some(({ normal }) => this.#addressed.has(normal));
      const verb = this.firstOf(clause);
      if (verb !== undefined && this.#isOrder(verb)) heads.push(verb);
      const made = clause.slice(0, nounReach).find(({ normal }) => this.#results.has(normal));
      if (made !== undefined) heads.push(made);
    }
    return { asks: isTold || heads.length > 0, heads };
  }

  /** The word with which a clause says who does what, behind "then" and the like. */
  firstOf(clause: readonly Word[]): Word | undefined {
    return clause.find(({ normal }) => !this.#leads.has(normal));
  }

  /** Whether a clause with this word in front says to somebody what to do. */
  opensOrder({ normal }: Word): boolean {
    return this.#polite.has(normal) || this.#addressed.has(normal) || this.#verbs.has(normal);
  }

  /** Whether a heading or a label names what is made, or how. */
  names(words: readonly Word[]): boolean {
    return words.some(({ normal }) => this.#results.has(normal) || this.#aspects.has(normal));
  }

  #isOrder({ normal }: Word): boolean {
    return this.#verbs.has(normal) || this.#endings.some((ending) => normal.endsWith(ending));
  }
}

const mark = /^[^\p{L}\p{N}]/u;

/** Neither a word nor a number. */
export function isMark({ normal }: Word): boolean {
  return mark.test(normal);
}

/** Stretches of words between marks. */
function clausesOf(words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [];
  let open: Word[] | null = null;
  for (const word of words) {
    if (isMark(word)) open = null;
    else if (open === null) clauses.push((open = [word]));
    else open.push(word);
  }
  return clauses;
}

/** Where the words end that follow one another without a mark. */
function endOfClause(words: readonly Word[], from: number): number {
  let end = from;
  for (const word of words) {
    if (word.start < from) continue;
    if (isMark(word)) break;
    end = word.end;
  }
  return end;
}
