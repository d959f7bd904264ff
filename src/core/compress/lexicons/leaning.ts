/** Verbs that lean on the pronoun before them: "it is" is "it's". */
export interface LeaningVerbs {
  /** Pronoun → verb → the two as one word. */
  readonly pairs: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Leans only where a participle follows, and behind it one of these or a mark: "you have limited access" has something. */
  readonly perfect: readonly string[];
  isParticiple(word: string): boolean;
  /** The participle behind which another word may follow. */
  readonly been: string;
  /** Words that may stand before the participle. */
  readonly adverbs: readonly string[];
  readonly behindParticiple: readonly string[];
  /** Constrains as one word too, and always has its verb behind it. */
  readonly future: string;
  /** Pronouns that stand for what is asked or told of themselves. */
  readonly asking: readonly string[];
  /** Words behind which a clause begins from which nothing has been taken to its front: "how tall it is in feet" has. */
  readonly behind: readonly string[];
  /** Words before which a verb is stressed, or goes with them. */
  readonly notBefore: readonly string[];
  /** Words that take something to the front of their clause. */
  readonly moving: readonly string[];
}
