import type { Range } from '../text.ts';
import { declaredBy, type Declared } from './declared.ts';
import { lexiconOf } from './language.ts';
import { anyLanguage } from './lexicons/any.ts';
import { lexicons } from './lexicons/index.ts';
import { levels, type ConstraintKind, type Level, type Lexicon } from './lexicons/lexicon.ts';
import type { Phrase, PhraseFamily } from './lexicons/phrase.ts';
import { Mood } from './mood.ts';
import { Remembered } from '../tokens/remembered.ts';
import { Phrasebook, type Family } from './phrasebook.ts';
import { wordsOf, type Word } from './wording.ts';

/** A word of the text that constrains. */
export interface Constraint extends Range {
  readonly kind: ConstraintKind;
  /** What it counts as, whichever way it is spelt. */
  readonly name: string;
}

type Named = Pick<Constraint, 'kind' | 'name'>;

interface Found {
  readonly constraints: readonly Constraint[];
  readonly neutral: readonly Range[];
}

/** What goes as a whole or stays: the "should" of "it should be noted that" asks for nothing. */
interface Neutral {
  readonly kind: 'neutral';
  readonly text: string;
}

/** A lexicon made ready for reading, each part of it when it is first asked for. */
export class Vocabulary {
  readonly lexicon: Lexicon;
  #phrases: readonly Phrase[] | null = null;
  #families: readonly PhraseFamily[] | null = null;
  #mood: Mood | null = null;
  #constraints: Phrasebook<Named | Neutral> | null = null;
  #wordy: Phrasebook<Phrase> | null = null;
  #contractions: Phrasebook<string> | null = null;
  // a sentence is asked about by several passes, again in each round, and then by the validator
  readonly #words = new Remembered<readonly Word[]>(mostRemembered);
  readonly #found = new Remembered<Found>(mostRemembered);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  get phrases(): readonly Phrase[] {
    return (this.#phrases ??= this.lexicon.phrases());
  }

  get families(): readonly PhraseFamily[] {
    return (this.#families ??= this.lexicon.families());
  }

  get mood(): Mood {
    return (this.#mood ??= new Mood(this.lexicon.orders));
  }

  words(text: string): readonly Word[] {
    return this.#words.get(text, wordsOf);
  }

  /** The constraints of a text, in order. */
  constraints(text: string): readonly Constraint[] {
    return this.#foundIn(text).constraints;
  }

  /** What asks for nothing though a word of it does elsewhere: it goes as a whole or stays. In order. */
  neutral(text: string): readonly Range[] {
    return this.#foundIn(text).neutral;
  }

  #foundIn(text: string): Found {
    return this.#found.get(text, () => {
      const book = (this.#constraints ??= this.#constraintBook());
      const isAsking = (value: Named | Neutral): boolean => value.kind !== 'neutral';
      const found = book.find(
        text,
        this.words(text),
        (value) =>
          value.kind !== 'neutral' || book.find(value.text, wordsOf(value.text), isAsking).length > 0,
      );
      return {
        constraints: found.flatMap(({ start, end, value }) =>
          value.kind === 'neutral' ? [] : [{ ...value, start, end }],
        ),
        neutral: found.filter(({ value }) => value.kind === 'neutral'),
      };
    });
  }

  #constraintBook(): Phrasebook<Named | Neutral> {
    const entries: [string, Named | Neutral][] = [];
    const families: Family<Named | Neutral>[] = [];
    for (const kind of ['negation', 'modal', 'restrictor'] as const)
      for (const [name, spellings] of Object.entries(this.lexicon.constraints[kind])) {
        const named = { kind, name };
        for (const spelling of spellings)
          if (typeof spelling === 'string') entries.push([spelling, named]);
          else families.push({ places: spelling, value: () => named });
      }
    const neutral = (text: string): Neutral => ({ kind: 'neutral', text });
    for (const text of this.lexicon.neutral) entries.push([text, neutral(text)]);
    for (const { from, to } of this.phrases) if (to === '') entries.push([from, neutral(from)]);
    for (const { places } of this.families)
      if (places.every((place) => place.every(([, said]) => said === '')))
        families.push({ places, value: neutral });
    return new Phrasebook(entries, families);
  }

  /** What of a text may be written as one word, and that word. */
  contractions(text: string): (Range & { readonly value: string })[] {
    this.#contractions ??= new Phrasebook(Object.entries(this.lexicon.contractions));
    return this.#contractions.find(text, this.words(text));
  }

  /** The phrases of a text that a level may shorten. */
  wordy(text: string, level: Level): (Range & { readonly value: Phrase })[] {
    this.#wordy ??= new Phrasebook(
      this.phrases.map((phrase) => [phrase.from, phrase] as const),
      this.families.map(({ places, ...how }) => ({
        places,
        value: (from, to) => ({ ...how, from, to }),
      })),
    );
    return this.#wordy.find(text, this.words(text), (phrase) => reaches(level, phrase.level));
  }
}

/** Characters of all sentences that are remembered at once. */
const mostRemembered = 500_000;

/** Vocabularies, each made once, and what all of them declare. */
export class Vocabularies {
  readonly #made = new Map<Lexicon, Vocabulary>();
  readonly #languages = new Remembered<Lexicon | null>(mostRemembered);
  #any: Vocabulary | null = null;
  #declared: Declared | null = null;

  of(lexicon: Lexicon): Vocabulary {
    const vocabulary = this.#made.get(lexicon) ?? new Vocabulary(lexicon);
    this.#made.set(lexicon, vocabulary);
    return vocabulary;
  }

  /** See `lexiconOf`; what was told once is remembered. */
  languageOf(text: string): Lexicon | null {
    return this.#languages.get(text, lexiconOf);
  }

  /** What constrains in any language at all: for text whose own is not known. It has no phrases. */
  get any(): Vocabulary {
    this.#any ??= new Vocabulary(anyLanguage());
    return this.#any;
  }

  /** The words that some phrase of some language lets go, and those that come in their place. */
  get declared(): Declared {
    return (this.#declared ??= declaredBy(lexicons.map((lexicon) => this.of(lexicon))));
  }
}

export function reaches(level: Level, needed: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(needed);
}
