/** A value as a person reads it, and the number that it is sorted by; `null` stands at the end whichever way is sorted. */
export interface Cell {
  readonly text: string;
  readonly value: number | null;
}

/** One prompt as one model would count and price it. */
export interface ModelRow {
  readonly id: string;
  readonly provider: string;
  /** Why it is marked as the model of this prompt: `gets this prompt`, `assumed`; `null` for every other model. */
  readonly current: string | null;
  readonly tokens: Cell;
  /** How the tokens were counted, as a sentence. */
  readonly certainty: string;
  /** Of a context window this text takes. */
  readonly context: Cell;
  readonly cold: Cell;
  readonly cached: Cell;
  readonly batch: Cell;
  /** Whose price it is, and where it comes from; `null` where there is none. */
  readonly price: string | null;
  /** The list of prices it stands in, and its day. */
  readonly priceList: string | null;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly title: string;
  /** What the numbers stand for and what they leave out, as sentences. */
  readonly notes: readonly string[];
  readonly rows: readonly ModelRow[];
}

/** A page that has nothing to show, and why. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly title: string;
  readonly why: string;
}

export type ToPage = Comparison | Nothing;

export type FromPage =
  /** The page can be told what to show. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'copy'; readonly markdown: string }
  | { readonly kind: 'useModel'; readonly model: string };
