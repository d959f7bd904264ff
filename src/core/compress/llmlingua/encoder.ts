import type { Range } from '../../text.ts';

/** A token of a scoring model, and the stretch of the original text that it was made of. */
export interface Token extends Range {
  readonly id: number;
  /** As the vocabulary spells it, with its mark for the beginning or the inside of a word. */
  readonly piece: string;
  /** Whether a word begins with it, by the rule that LLMLingua-2 has for this kind of vocabulary. */
  readonly opens: boolean;
  /** Whether the vocabulary has no piece for this stretch, so that the model cannot know what it says. */
  readonly unknown: boolean;
}

/** Makes tokens of a text: a pure function with a vocabulary. */
export interface Encoder {
  /** The special token that every sequence begins with, and the one that ends it. */
  readonly opening: number;
  readonly closing: number;
  /** In order. Special tokens that a text spells out are text: no prompt speaks to the scorer. */
  encode(text: string): readonly Token[];
}
