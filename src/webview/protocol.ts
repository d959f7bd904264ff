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
  /** Of the volume that is known, with the answers. */
  readonly month: Cell;
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

/** What becomes of a part in a call that follows another one; see `PartState` of the core. */
export type PartState = 'cached' | 'stable' | 'behind' | 'changes' | 'sometimes';

/** A stretch of a request. */
export interface MapRow {
  readonly state: PartState;
  /** The state in a few words, with its reason. */
  readonly note: string;
  /** What stands there, on one line. */
  readonly text: string;
  readonly role: string;
  /** As people are told it: `line 9`. */
  readonly where: string;
  readonly path: string;
  /** UTF-16 units from the beginning of the file. */
  readonly offset: number;
  /** Known tokens; 0 for what only the running program knows. */
  readonly tokens: number;
  readonly tokensText: string;
  /** Known tokens up to the end of this part. */
  readonly upTo: string;
  /** That the request asks for the prefix to be kept up to here, and whether that works; `null` where it does not ask. */
  readonly mark: string | null;
}

/** One request as its provider renders it. */
export interface MappedRequest {
  readonly heading: string;
  /** What the map shows, in a sentence or two. */
  readonly summary: string;
  readonly rows: readonly MapRow[];
  /** What 1,000 calls cost: names and amounts. */
  readonly costs: readonly { readonly name: string; readonly text: string; readonly note: string }[];
  /** What the provider asks for, as sentences. */
  readonly facts: readonly string[];
}

export interface CacheMapPage {
  readonly kind: 'cacheMap';
  readonly title: string;
  readonly requests: readonly MappedRequest[];
}

/** One edit of a prompt, or several that are taken together. */
export interface EditRow {
  readonly group: number;
  /** What stands before and behind it on its line. */
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
  /** What kind of edit it is, in a few words. */
  readonly kind: string;
  readonly saves: string;
  readonly taken: boolean;
  /** Why it was not made although it was taken; `null` where it was. */
  readonly refused: string | null;
}

/** How a prompt could be said with fewer tokens, edit by edit. */
export interface CompressionPage {
  readonly kind: 'compression';
  readonly title: string;
  /** What the edits that are taken save, in a sentence. */
  readonly summary: string;
  readonly levels: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly level: string;
  readonly rows: readonly EditRow[];
  /** What to know before applying: caches, language. Whole sentences. */
  readonly notes: readonly string[];
  /** What stays byte for byte, with how often: `12 numbers`. */
  readonly kept: readonly string[];
  /** What no rule may shorten, and a person might: where it stands, and a sentence. */
  readonly pointers: readonly {
    readonly text: string;
    readonly path: string;
    readonly offset: number | null;
  }[];
  /** Whether there is anything to apply. */
  readonly canApply: boolean;
}

/** A page that has nothing to show, and why. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly title: string;
  readonly why: string;
}

export type ToPage = Comparison | CacheMapPage | CompressionPage | Nothing;

export type FromPage =
  /** The page can be told what to show. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'copy'; readonly markdown: string }
  /** The groups of edits that are taken now. */
  | { readonly kind: 'takeEdits'; readonly groups: readonly number[] }
  | { readonly kind: 'compressAt'; readonly level: string }
  | { readonly kind: 'applyEdits' | 'showDiff' | 'rewrite' | 'exportEvaluation' }
  | { readonly kind: 'useModel'; readonly model: string }
  | { readonly kind: 'goTo'; readonly path: string; readonly offset: number };
