import type { LeaningVerbs } from './leaning.ts';
import type { SubjectWords } from './subjects.ts';
import type { Phrase, PhraseFamily, Place } from './phrase.ts';

/** How much an edit may change besides the number of words. Each level does what those before it do, and more. */
export const levels = ['safe', 'balanced', 'aggressive'] as const;
export type Level = (typeof levels)[number];

/** Words that say what must be, must not be, or under which condition. None of them may be lost. */
export type ConstraintKind = 'negation' | 'modal' | 'restrictor';

/** What a constraint is called, and every way to say just that: `before` is also said as `prior to`. */
export type ConstraintTable = Readonly<Record<string, readonly (string | readonly Place[])[]>>;

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
  /** Words that begin a subject of more than one word, and that a noun has before it. */
  readonly determiners: readonly string[];
  /** People of whom there are several: they need none, and are no verbs. */
  readonly people: readonly string[];
  /** Nouns that need no determiner before them. */
  readonly nouns: readonly string[];
  /** Nouns behind which the clause tells what they are, and not which one: "the fact that the boat leaks". */
  readonly told: readonly string[];
  /** Words that may stand before a participle or an adjective, besides those in "ly". */
  readonly adverbs: readonly string[];
  /** Behind these the pronoun is no relative one, or cannot be missed. */
  readonly notBehind: readonly string[];
  /** Behind these the clause says what comes of it: "so late that …". */
  readonly degree: readonly string[];
  /** Determiners behind which one of them still says so: "such a boat that …", "so many that …". */
  readonly articles: readonly string[];
  /** Stands between a thing and whose it is. */
  readonly owning: string;
  /** Behind these and one of the others a sentence says what is so: "important to the baker that …". */
  readonly weighing: readonly string[];
  readonly toWhom: readonly string[];
  /** Verbs behind which "who" and "which" may ask. */
  readonly asking: readonly string[];
}

/** The closed classes of words by which clauses are seen that say the same without one of their words, or with another form. */
export interface ClauseWords {
  /** Begins a clause that is said, known, seen to: it may go in front of its subject. */
  readonly complementizer: string;
  /** Behind these it follows at once, behind the verbs of telling it follows who is told. */
  readonly reporting: readonly string[];
  readonly telling: readonly string[];
  readonly told: readonly string[];
  /** Words that begin a subject. */
  readonly subjects: readonly string[];
  /** The participle of a verb of what is so, in the present: "a list that contains" is "a list containing". */
  stating(verb: string): string | null;
  /** The same of what somebody does again and again, or goes on doing: "a tutor who helps children". */
  ongoing(verb: string): string | null;
  /** "which has a lid" is "with a lid", where one of `had` follows. */
  readonly having: readonly string[];
  readonly with: string;
  readonly had: readonly string[];
  /** Behind these a second verb of the same clause may follow. */
  readonly joins: readonly string[];
  /** Whether a word is one, or ends as they do. */
  isVerb(word: string): boolean;
  /** Whom the text is said to: "if you are sure" is "if sure", where what follows is a state or a participle. */
  readonly person: string;
  /** The same with its "be" in one word: "if you're sure". */
  readonly personIs: string;
  readonly be: readonly string[];
  readonly whenever: readonly string[];
  readonly states: readonly string[];
  /** What else may begin a clause that stands in front of the main one, with a comma behind it: "to find a berth, …". */
  readonly fronts: readonly string[];
  /** "before you answer" is "before answering", "after you have asked" is "after asking", and of what lasts "when you write" is "when writing". */
  readonly times: readonly string[];
  readonly after: string;
  readonly perfect: string;
  readonly whileDone: string;
  readonly lasting: readonly string[];
  doing(verb: string): string | null;
  /** Stands before a verb, and need not be said again behind `and`. */
  readonly infinitive: string;
  readonly and: string;
  did(participle: string): string | null;
  /** People: "the name of the guest" is "the guest's name". */
  readonly owners: readonly string[];
  /** What also has things of its own: "the title of the article" is "the article's title". */
  readonly things: readonly string[];
  /** Behind an owner these say where they are. */
  readonly places: readonly string[];
  /** Nouns of what is done. */
  readonly deed: RegExp;
  /** What a thing has that is called by both: "the story title". */
  readonly parts: readonly string[];
  /** What may stand before an owner besides the article: "the name of your company". */
  readonly whose: readonly string[];
  readonly article: string;
  readonly of: string;
  /** "each of the boats" is "each boat", behind one of `ofAll`. */
  readonly each: string;
  readonly ofAll: readonly string[];
  /** A plural as it is said of one; `null` where a word is none. */
  singular(noun: string): string | null;
  /** Nouns of which the owner is none. */
  readonly notOwned: readonly string[];
  /** The word itself of which this is another form, as which it may stand: `null` where it is none. */
  baseOf(word: string): string | null;
}

/** "in a clear manner": the words by which a manner is told with a noun of its own. */
export interface MannerWords {
  readonly preposition: string;
  readonly articles: readonly string[];
  /** Adjective → adverb. */
  readonly adverbs: ReadonlyMap<string, string>;
  readonly degrees: readonly string[];
  readonly joins: readonly string[];
  readonly ways: readonly string[];
  /** What may follow besides a mark: other words may say more of the noun. */
  readonly before: readonly string[];
}

/** The words by which a text says again to whom it speaks: "as a guide, you". */
export interface RoleWords {
  readonly as: string;
  readonly articles: readonly string[];
  /** How a sentence begins that gives a role. */
  readonly giving: readonly string[];
  /** What must follow, so that the sentence can do without it. */
  readonly behind: readonly string[];
  /** Articles of who somebody is, and the one that a word needs: `null` where its letters do not tell. */
  readonly indefinite: readonly string[];
  articleOf(word: string): string | null;
  /** Words that praise, and those that go with them. */
  readonly boasts: readonly string[];
  readonly degrees: readonly string[];
  readonly joins: readonly string[];
  /** Whoever is one of these has all that. */
  readonly skilled: readonly string[];
}

/** How a sentence may begin that orders what its verb says, and of which the verb alone would do. */
export interface ChargeWords {
  /** Beginnings in lower case, with the blank behind them and the form in which the verb follows. */
  readonly before: readonly (readonly [opening: string, form: 'plain' | 'gerunds'])[];
  /** The verb as an order has it, of its form; `null` where it is none. */
  plain(verb: string): string | null;
  gerunds(gerund: string): string | null;
  /** What shows that a second verb follows in the form of the first: it would be left in that form. */
  readonly goesOn: RegExp;
}

/** Lists of examples that say at both ends that there are others. */
export interface OpenLists {
  readonly opens: readonly string[];
  /** With the comma before it. Global. */
  readonly closes: RegExp;
  /** One of them stands in every end. */
  readonly signs: readonly string[];
  /** The words of which the end is made. */
  readonly words: readonly string[];
}

/** The words by which a sentence is seen to ask for something though none of them constrains. */
export interface OrderWords {
  /** Forms of verbs with which an order begins. */
  readonly verbs: readonly string[];
  /** Endings that a word in that place has in orders alone: "répondez". */
  readonly endings: readonly string[];
  /** Whoever is told something: first or second in a clause, they say what is to be done. */
  readonly addressed: readonly string[];
  /** How a clause begins that wishes something of them: there they may come fourth. */
  readonly wishing: readonly string[];
  /** Words that may stand before the verb of an order. */
  readonly leads: readonly string[];
  /** Words that ask by themselves. */
  readonly polite: readonly string[];
  /** What is made: a clause that begins with it says what it is to be. */
  readonly results: readonly string[];
  /** What headings and labels call the rest of what is asked for. */
  readonly aspects: readonly string[];
  /** How something is written down: "separated by". */
  readonly forms: readonly string[];
}

/** What compression knows of a natural language. Closed classes of words, not opinions about content. */
export interface Lexicon {
  readonly id: string;
  /** Small words that no text of some length goes without; by them a language is told from the others. */
  readonly common: readonly string[];
  readonly constraints: Readonly<Record<ConstraintKind, ConstraintTable>>;
  /** Names of constraints that ask for nothing by themselves: "or" of two things, and how many there are. */
  readonly loose: readonly string[];
  /** Texts that ask for nothing though a word of them does elsewhere: "would like". */
  readonly neutral: readonly string[];
  /** Texts that lead up to an order, and say by a word of them that it binds: they may go as a whole, since it does anyway. */
  readonly leads: readonly string[];
  /** Made anew each time, as are the families: most runs ask for those of one language. */
  readonly phrases: () => readonly Phrase[];
  readonly families: () => readonly PhraseFamily[];
  /** Two words → the one that they are written as for short. */
  readonly contractions: Readonly<Record<string, string>>;
  readonly leaning: LeaningVerbs | null;
  readonly subjects: SubjectWords | null;
  readonly articles: Articles;
  readonly relatives: RelativeClauses | null;
  readonly clauses: ClauseWords | null;
  readonly manners: MannerWords | null;
  readonly roles: RoleWords | null;
  /** What stands between a thing and what it is, with the comma before it. Global. */
  readonly appositions: RegExp | null;
  readonly openLists: OpenLists | null;
  readonly charges: ChargeWords | null;
  /** How a label begins that says that something stands here, in lower case, with the blank behind it. The longest first. */
  readonly labels: readonly string[];
  /** Labels in lower case that do without what their first group has. */
  readonly labelEnds: RegExp;
  readonly orders: OrderWords;
}

/** Words that a sentence can do without at the last level, and where it cannot. */
export interface Articles {
  readonly all: readonly string[];
  /** The same, in front of what is made alone: "your answer". */
  readonly possessives: readonly string[];
  /** By article, the words before which it stays. */
  readonly keptBefore: ReadonlyMap<string, readonly string[]>;
  /** By article, the words behind which it stays. */
  readonly keptBehind: ReadonlyMap<string, readonly string[]>;
  /** Names of constraints that only begin a clause: behind them an article says as little as anywhere. */
  readonly clauseBeginnings: readonly string[];
  /** Sayings that are none without their article. */
  readonly fixed: readonly string[];
}

/** Of a language whose articles nobody takes away. */
export const keptArticles: Articles = {
  all: [],
  possessives: [],
  keptBefore: new Map(),
  keptBehind: new Map(),
  clauseBeginnings: [],
  fixed: [],
};

/** Of a language whose clauses are not known: nothing is seen in them that could be shorter. */
export const keptClauses = {
  contractions: {},
  leaning: null,
  subjects: null,
  articles: keptArticles,
  relatives: null,
  clauses: null,
  manners: null,
  roles: null,
  appositions: null,
  openLists: null,
  charges: null,
  labels: [],
  labelEnds: /(?!)/,
  leads: [],
} as const satisfies Partial<Lexicon>;

export function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** Words of which each counts as itself alone. */
export function each(list: readonly string[]): ConstraintTable {
  return Object.fromEntries(list.map((word) => [word, [word]]));
}
