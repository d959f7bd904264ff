/** The words by which the subject of a second clause is seen to be that of the first: "you read it, and you answer". */
export interface SubjectWords {
  /** Pronouns that may say a subject again. */
  readonly again: readonly string[];
  readonly join: string;
  /** First word of a sentence → the pronoun that says its subject again. */
  readonly first: ReadonlyMap<string, string>;
  /** Determiners of what is made: "your answer must be short, and it must be kind". */
  readonly determiners: readonly string[];
  readonly one: string;
  readonly several: string;
  /** Words that begin a clause with a subject of its own. */
  readonly clauses: readonly string[];
  /** How verbs end that say what was. */
  readonly past: RegExp;
  /** Names of negations that have a verb of their own. */
  readonly negated: readonly string[];
  /** The name of the constraint that may count for both clauses. */
  readonly future: string;
}
