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
  readonly costs: readonly Figure[];
  /** What the provider asks for, as sentences. */
  readonly facts: readonly string[];
}

/** A number with its name, and what is to be known of it. */
export interface Figure {
  readonly name: string;
  readonly text: string;
  readonly note: string;
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

/** One of several things of which one is chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** How a prompt could be said with fewer tokens, edit by edit. */
export interface CompressionPage {
  readonly kind: 'compression';
  readonly title: string;
  /** What the edits that are taken save, in a sentence. */
  readonly summary: string;
  /** Ways to make a prompt shorter, and the one that was used; `null` for another one. */
  readonly engines: readonly Choice[];
  readonly engine: string | null;
  /** How far the engine goes. */
  readonly levels: readonly Choice[];
  readonly level: string;
  /** The first of the edits; more than these would be more than anybody reads. */
  readonly rows: readonly EditRow[];
  readonly edits: { readonly taken: number; readonly total: number };
  /** The text has changed since, and is compressed again only when a person says so. */
  readonly isStale: boolean;
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

/** What a button of the dashboard does. */
export type DashboardAction =
  'startGateway' | 'stopGateway' | 'copyEnvironment' | 'import' | 'docs' | 'readWorkspace' | 'showAll';

export interface Act {
  readonly action: DashboardAction;
  readonly title: string;
}

/** An hour, a day, a month … of a chart. */
export interface Bar {
  /** Which one it is: `Monday, 2 November 2026`. */
  readonly name: string;
  /** What stands below it; `null` where there would be too many to read. */
  readonly tick: string | null;
  /** From below to above, in the unit of the chart. */
  readonly parts: readonly number[];
  /** What they come to. */
  readonly text: string;
  /** Something that is not known is missing in it. */
  readonly isPartial: boolean;
}

export interface Chart {
  readonly id: 'spend' | 'tokens' | 'calls';
  readonly name: string;
  /** Names of the parts; a single one needs no legend. */
  readonly parts: readonly string[];
  /** What the whole height stands for, in the unit of the bars; more than 0. */
  readonly top: number;
  /** Lines across: where, from 0 at the bottom to 1, and what they stand for. */
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  readonly bars: readonly Bar[];
}

/** What some calls come to, in words. */
export interface SpendRow {
  readonly name: string;
  /** What is said quietly beside it; empty where nothing is. */
  readonly note: string;
  /** Id of a prompt to go to; `null` where it is none of the source. */
  readonly prompt: string | null;
  readonly calls: string;
  readonly input: string;
  /** Part of the input that was read from the cache. */
  readonly cached: string;
  readonly output: string;
  readonly cost: string;
  /** Of all that was spent, from 0 to 1; `null` where the cost is not known. */
  readonly share: number | null;
}

export interface SpendTable {
  readonly id: string;
  readonly heading: string;
  /** What the rows are: `Model`. */
  readonly first: string;
  /** Said above the rows; empty where nothing is. */
  readonly text: string;
  /** What would help; `null` where nothing has to. */
  readonly act: Act | null;
  readonly rows: readonly SpendRow[];
}

/** Calls that came to no good end in the same way. */
export interface FailureRow {
  readonly name: string;
  readonly calls: string;
  readonly cost: string;
  readonly last: string;
}

/** What was really spent. */
export interface DashboardPage {
  readonly kind: 'dashboard';
  readonly title: string;
  readonly ranges: readonly { readonly id: string; readonly name: string }[];
  readonly range: string;
  /** Whether a gateway runs, and what can be done about it. */
  readonly gateway: { readonly text: string; readonly runs: boolean; readonly acts: readonly Act[] };
  /** Where there is nothing to show: why, and how to begin. The first of the acts is the one to take. */
  readonly empty: { readonly texts: readonly string[]; readonly acts: readonly Act[] } | null;
  readonly figures: readonly Figure[];
  readonly charts: readonly Chart[];
  readonly prompts: SpendTable;
  /** Calls of no known prompt, by what would make it known; none where all are known. */
  readonly unattributed: readonly SpendTable[];
  readonly groups: readonly SpendTable[];
  readonly failures: { readonly text: string; readonly rows: readonly FailureRow[] } | null;
  /** What the numbers stand for, as sentences. */
  readonly notes: readonly string[];
}

/** A page that has nothing to show, and why. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly title: string;
  readonly why: string;
}

export type ToPage = Comparison | CacheMapPage | CompressionPage | DashboardPage | Nothing;

export type FromPage =
  /** The page can be told what to show. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'copy'; readonly markdown: string }
  | { readonly kind: 'takeEdit'; readonly group: number; readonly on: boolean }
  | { readonly kind: 'takeEdits'; readonly which: 'all' | 'none' }
  | { readonly kind: 'compressWith'; readonly engine: string }
  | { readonly kind: 'compressAt'; readonly level: string }
  | {
      readonly kind:
        'compressAgain' | 'applyEdits' | 'showDiff' | 'rewrite' | 'exportEvaluation' | 'manageScorers';
    }
  | { readonly kind: 'useModel'; readonly model: string }
  | { readonly kind: 'goTo'; readonly path: string; readonly offset: number }
  | { readonly kind: 'goToPrompt'; readonly id: string }
  | { readonly kind: 'range'; readonly range: string }
  | { readonly kind: 'act'; readonly action: DashboardAction };
