/** How much an edit may change besides the number of words. Each level does what those before it do, and more. */
export const levels = ['safe', 'balanced', 'aggressive'] as const;
export type Level = (typeof levels)[number];

/** Words that say what must be, must not be, or under which condition. None of them may be lost. */
export type ConstraintKind = 'negation' | 'modal' | 'restrictor';

/** What a constraint is called, and every way to say just that: `before` is also said as `prior to`. */
export type ConstraintTable = Readonly<Record<string, readonly string[]>>;

/** Words that may be said with fewer. */
export interface Phrase {
  /** Lower case, one space between words. */
  readonly from: string;
  /** Empty where nothing is lost without it. */
  readonly to: string;
  readonly level: Level;
  /** Where a sentence begins, what follows taking the capital over; where a mark or nothing follows; or anywhere. */
  readonly at: 'start' | 'end' | 'anywhere';
  /** A word that would be left hanging if it came later in the sentence. */
  readonly notBefore?: string;
  /** Words behind which it is spoken of, and not said. */
  readonly notBehind?: readonly string[];
}

/** The closed classes of words by which a relative clause is seen to be one that may lose its pronoun. */
export interface RelativeClauses {
  readonly pronouns: readonly string[];
  /** Forms of "be" that go with the pronoun; `perfect` before `been` are others. */
  readonly be: readonly string[];
  readonly perfect: readonly string[];
  readonly been: string;
  /** Participles that do not end in "ed". */
  readonly participles: readonly string[];
  /** Participles and adjectives that may follow their noun with nothing behind them: "the text given". */
  readonly bare: readonly string[];
  /** Adjectives that may follow their noun with what they need behind them: "ready to send". */
  readonly adjectives: readonly string[];
  /** Words that end in "ing" and need their noun before them. */
  readonly notVerbs: readonly string[];
  readonly prepositions: readonly string[];
  /** Prepositions that follow a participle alone. */
  readonly agents: readonly string[];
  /** Pronouns that begin a clause of their own. */
  readonly subjects: readonly string[];
  /** Behind these the pronoun is no relative one, or cannot be missed. */
  readonly notBehind: readonly string[];
  /** Behind these the clause says what comes of it: "so late that …". */
  readonly degree: readonly string[];
  /** Verbs behind which "who" and "which" may ask. */
  readonly asking: readonly string[];
}

/** What compression knows of a natural language. Closed classes of words, not opinions about content. */
export interface Lexicon {
  readonly id: string;
  /** Small words that no text of some length goes without; by them a language is told from the others. */
  readonly common: readonly string[];
  readonly constraints: Readonly<Record<ConstraintKind, ConstraintTable>>;
  /** Made anew each time: there are thousands, and most runs ask for those of one language. */
  readonly phrases: () => readonly Phrase[];
  /** Two words → the one that they are written as for short. */
  readonly contractions: Readonly<Record<string, string>>;
  readonly articles: Articles;
  readonly relatives: RelativeClauses | null;
}

/** Words that a sentence can do without at the last level, and where it cannot. */
export interface Articles {
  /** Of a sentence that neither obliges nor forbids. */
  readonly all: readonly string[];
  /** Those of them that a sentence which obliges can do without. */
  readonly definite: readonly string[];
  /** By article, the words before which it stays. */
  readonly keptBefore: Readonly<Record<string, readonly string[]>>;
  /** By article, the words behind which it stays. */
  readonly keptBehind: Readonly<Record<string, readonly string[]>>;
  /** Sayings that are none without their article. */
  readonly fixed: readonly string[];
}

/** Of a language whose articles nobody takes away. */
export const keptArticles: Articles = { all: [], definite: [], keptBefore: {}, keptBehind: {}, fixed: [] };

/** `from → to` pairs of one level as phrases. */
export function phrases(
  level: Level,
  at: Phrase['at'],
  pairs: Readonly<Record<string, string>>,
): readonly Phrase[] {
  return Object.entries(pairs).map(([from, to]) => ({ from, to, level, at }));
}

/** Texts that say nothing that the rest of the sentence does not say. */
export function fillers(level: Level, at: Phrase['at'], texts: readonly string[]): readonly Phrase[] {
  return texts.map((from) => ({ from, to: '', level, at }));
}

export function words(list: string): readonly string[] {
  return list.split(/\s+/);
}
