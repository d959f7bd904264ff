import type { Range } from '../text.ts';
import { Declared } from './declared.ts';
import { LanguageTeller } from './language.ts';
import { anyLanguage } from './lexicons/any.ts';
import { lexicons } from './lexicons/index.ts';
import { levels, type Level, type Lexicon } from './lexicons/lexicon.ts';
import type { Phrase, PhraseFamily } from './lexicons/phrase.ts';
import { Mood } from './mood.ts';
import type { ProtectedSpan } from './protect.ts';
import { Reading, type Constraint, type Named, type Neutral } from './reading.ts';
import { Remembered } from '../tokens/remembered.ts';
import { Phrasebook, type Family } from './phrasebook.ts';
import { wordsOf, type Word } from './wording.ts';

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
  readonly #read = new Remembered<Reading>(mostRemembered);

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

  /** What is found in a text; what was read once is remembered. */
  read(text: string): Reading {
    return this.#read.get(text, (said) => new Reading(said, this));
  }

  /** The constraints of a text, in order. */
  constraints(text: string): readonly Constraint[] {
    return this.read(text).constraints;
  }

  /** The constraints of a text, and what asks for nothing though a word of it does elsewhere; in order. */
  constraining(text: string, words: readonly Word[]): (Range & { readonly value: Named | Neutral })[] {
    const book = (this.#constraints ??= this.#constraintBook());
    const isAsking = (value: Named | Neutral): boolean => value.kind !== 'neutral';
    return book.find(
      text,
      words,
      (value) => value.kind !== 'neutral' || book.find(value.text, wordsOf(value.text), isAsking).length > 0,
    );
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
    const leading = { kind: 'modal', name: 'necessary', leads: true } as const;
    for (const text of this.lexicon.leads) entries.push([text, leading]);
    const neutral = (text: string): Neutral => ({ kind: 'neutral', text });
    for (const text of this.lexicon.neutral) entries.push([text, neutral(text)]);
    for (const { from, to } of this.phrases) if (to === '') entries.push([from, neutral(from)]);
    for (const { places } of this.families)
      if (places.every((place) => place.every(([, said]) => said === '')))
        families.push({ places, value: neutral });
    return new Phrasebook(entries, families);
  }

  /** What of a text may be written as one word, and that word. */
  contractions(text: string, words: readonly Word[]): (Range & { readonly value: string })[] {
    this.#contractions ??= new Phrasebook(Object.entries(this.lexicon.contractions));
    return this.#contractions.find(text, words);
  }

  /** The phrases of a text that a level may shorten. */
  wordy(text: string, words: readonly Word[], level: Level): (Range & { readonly value: Phrase })[] {
    this.#wordy ??= new Phrasebook(
      this.phrases.map((phrase) => [phrase.from, phrase] as const),
      this.families.map(({ places, ...how }) => ({
        places,
        value: (from, to) => ({ ...how, from, to }),
      })),
    );
    // what may not stand there is no reason to miss a shorter one that may
    const mayStand = ({ at }: Phrase, i: number): boolean =>
      i === 0 || (at !== 'start' && ((at !== 'clause' && at !== 'main') || words[i - 1]?.normal === ','));
    return this.#wordy.find(text, words, (phrase, i) => reaches(level, phrase.level) && mayStand(phrase, i));
  }
}

/** Characters of all sentences that are remembered at once. */
const mostRemembered = 500_000;

/** Vocabularies, each made once, and what all of them declare. */
export class Vocabularies {
  readonly #made = new Map<Lexicon, Vocabulary>();
  readonly #languages = new LanguageTeller(mostRemembered);
  /** Line → what of it is told by its own form, see `formsIn`. */
  readonly forms = new Remembered<readonly ProtectedSpan[]>(mostRemembered);
  #any: Vocabulary | null = null;
  #declared: Declared | null = null;

  of(lexicon: Lexicon): Vocabulary {
    const vocabulary = this.#made.get(lexicon) ?? new Vocabulary(lexicon);
    this.#made.set(lexicon, vocabulary);
    return vocabulary;
  }

  /** That of the language of a text, see `LanguageTeller`. @param lines of it. */
  told(lines: readonly string[]): Vocabulary | null {
    const lexicon = this.#languages.of(lines);
    return lexicon === null ? null : this.of(lexicon);
  }

  /** What constrains in any language at all: for text whose own is not known. It has no phrases. */
  get any(): Vocabulary {
    this.#any ??= new Vocabulary(anyLanguage());
    return this.#any;
  }

  /** The words that some phrase of some language lets go, and those that come in their place. */
  get declared(): Declared {
    return (this.#declared ??= new Declared(lexicons.map((lexicon) => this.of(lexicon))));
  }
}

export function reaches(level: Level, needed: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(needed);
}
