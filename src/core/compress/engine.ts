import type { CompressionEdit } from './edited.ts';
import type { Level } from './lexicons/lexicon.ts';
import type { Loss, Rules } from './validate.ts';
import type { Vocabularies } from './vocabulary.ts';

/** How a text is made shorter: by rules, by dropping words that a small model scores low, by a language model. */
export const engineIds = ['lexical', 'llmlingua2', 'rewrite'] as const;
export type EngineId = (typeof engineIds)[number];

/** What all engines have in common: a text, and what the result is held to. */
export interface CompressionTask {
  /** Decoded; each hole is one `holeMark`. */
  readonly text: string;
  /** How much may change besides blanks, for the engines that work by levels. */
  readonly level: Level;
  /** Tokens of a text as the target model counts them. */
  readonly count: (text: string) => number;
  /** What the user wants kept besides, see `keptBy`: every match stays byte for byte. */
  readonly patterns: readonly string[];
  /** Whether the text is the whole prompt, and not a part that stands between others. */
  readonly isWhole: boolean;
  readonly vocabularies: Vocabularies;
}

/** Whoever waits for an engine: told how far it is, and able to stop it. */
export interface Watch {
  readonly signal: AbortSignal;
  /** @param done of `total`, in whatever the engine counts: chunks, sections, prompts. */
  progress(done: number, total: number): void;
}

/** Waits without a word, for as long as it takes. */
export const unwatched: Watch = { signal: new AbortController().signal, progress: () => undefined };

export interface Compression {
  readonly text: string;
  /** Of the original, in order; each group of them may be taken or left. */
  readonly edits: readonly CompressionEdit[];
  readonly tokens: { readonly before: number; readonly after: number };
  /** Paragraphs that stayed as they were because something would have been lost, and what. */
  readonly refused: readonly Loss[];
  /** What the result was held to, and any part of its edits must be. */
  readonly rules: Omit<Rules, 'patterns'>;
  /** How many stretches of each kind were protected. */
  readonly protected: Readonly<Record<string, number>>;
  /** Languages whose phrases and constraints are known; text in any other was shortened in its structure alone. */
  readonly languages: readonly string[];
}

/** `failed`: a fragment of a sentence says why, and nothing is changed. A cancelled task fails too. */
export type EngineOutcome =
  | { readonly kind: 'compression'; readonly compression: Compression }
  | { readonly kind: 'failed'; readonly why: string };

/** One way to say the same with fewer tokens. Whatever it proposes goes through `held` before it is believed. */
export interface Engine {
  readonly id: EngineId;
  compress(task: CompressionTask, watch: Watch): Promise<EngineOutcome>;
}
