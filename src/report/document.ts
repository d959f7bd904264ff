import type { Count, Day, FromOne, NotNegative } from './measures.ts';
import type { MapEntry } from './mapDocument.ts';
import type { BudgetEntry, ChangeEntry } from './gateDocument.ts';
import type { CallCostEntry, CostEntry, CurrencyEntry } from './costDocument.ts';

/**
 * What `--format json` prints. Generated from this file into media/report.schema.json; a change that a reader of version 1
 * would not understand needs a new schemaVersion.
 */
export interface ReportDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  prompts: PromptEntry[];
  calls: CallEntry[];
  findings: FindingEntry[];
  /** Only of `check`. */
  budgets?: BudgetEntry[];
  /** Only of `check --staged` and `check --base`; then the document holds what the change has touched, and nothing else. */
  change?: ChangeEntry;
  /** Files that were not read, or not whole, and why. */
  unread: { path: string; why: string }[];
  /** The price data that every cost without a source of its own comes from. */
  prices: { source: string; date: Day };
  /** Absent where none is configured. */
  currency?: CurrencyEntry;
  summary: SummaryEntry;
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface PlaceEntry {
  /** Relative to the working directory, with `/` between its parts. */
  path: string;
  startLine: FromOne;
  startColumn: FromOne;
  endLine: FromOne;
  endColumn: FromOne;
}

export interface PromptEntry extends PlaceEntry {
  /** `path#enclosing names`, unique in this document. */
  id: string;
  language: string;
  role: 'system' | 'user' | 'assistant' | 'tool-description' | 'template' | 'unknown';
  found: 'call' | 'message' | 'template-class' | 'constant' | 'function' | 'file' | 'marker';
  confidence: 'high' | 'medium' | 'low';
  sdk: string | null;
  model: ModelEntry | null;
  segments: (TextEntry | HoleEntry)[];
  /** Id of a larger prompt that has all of this one's text; in the summary it then counts with that one only. */
  partOf: string | null;
  tokens: TokensEntry;
  cost: CostEntry | null;
  cache: CacheEntry | null;
}

/** `null` where the source does not show it; `config` is an assumption. */
export interface ModelEntry {
  id: string;
  via: 'call' | 'constructor' | 'constant' | 'config' | 'marker';
  /** The priced model that was probably meant, where this one has no price and its name is near. */
  meant?: string;
}

export interface TextEntry {
  kind: 'text';
  tokens: Count;
  /** The file the text stands in, where that is not the prompt's own. */
  path?: string;
  startLine: FromOne;
  endLine: FromOne;
}

export interface HoleEntry {
  kind: 'hole';
  expression: string;
  path?: string;
  startLine: FromOne;
  endLine: FromOne;
  varies: 'request' | 'session' | 'deploy' | 'never' | 'unknown';
  because: string;
}

/** Tokens of the text that is known. */
export interface TokensEntry {
  count: Count;
  /** The same with the longest of the texts a hole can become; absent when equal to `count`. */
  most?: Count;
  certainty: 'exact' | 'calibrated' | 'approximate';
  /** Relative: 0.08 means ±8 %. */
  band: NotNegative;
  /** The vocabulary that counted; the name of the provider where that was asked, whose numbers are `exact`. */
  encoding: string;
}

export interface CacheEntry {
  stablePrefixTokens: Count;
  /** Below this many tokens the provider caches nothing. */
  minimumTokens: Count | null;
  cacheBreaking: boolean;
  breaksAt: BreakEntry | null;
  lostUsdPer1kCalls: NotNegative | null;
}

export interface BreakEntry {
  /** Where that is not the file of the prompt or call itself. */
  path?: string;
  line: FromOne;
  expression: string;
}

export interface CallEntry extends PlaceEntry, RequestEntry {
  sdk: string;
  model: ModelEntry | null;
  /** Ids of the prompts it sends, in order. */
  prompts: string[];
  maxOutputTokens: Count | null;
  inputTokens: TokensEntry | null;
  /** Part of `inputTokens`: what the provider adds around the messages. */
  framingTokens: Count;
  /** In the order given; `null` where the call has tools and nobody sees which. */
  tools: ToolEntry[] | null;
  /** Part of `inputTokens`: what comes with the tools and belongs to none of them. */
  toolFramingTokens: Count;
  /** Part of `inputTokens`: the schema that the reply has to follow. */
  responseFormatTokens: TokensEntry | null;
  /** How many it sends, and those that are in no number because their size or the formula of the model is not known; absent where it sends none. */
  pictures?: { all: Count; uncounted: Count };
  /** Every message of the call was seen. */
  complete: boolean;
  cost: CallCostEntry | null;
  /** Of the whole request; `null` where not every message was seen. */
  cache: CacheEntry | null;
  /** The request as the provider renders it, and how its prefix cache serves it; `null` where it could not be followed. */
  map: MapEntry | null;
}

export interface ToolEntry extends PlaceEntry {
  name: string | null;
  /** What its definition costs on every call; `null` where it is not known. */
  tokens: TokensEntry | null;
  /** Ids of the prompts that describe it. */
  prompts: string[];
  /** What is sent for it; `null` where it cannot be followed. */
  definition: unknown;
  /** Nothing in the definition is known only when the program runs. */
  complete: boolean;
}

/** Where in the call's own file, or in another one that is named. */
export interface LinesEntry {
  path?: string;
  startLine: FromOne;
  endLine: FromOne;
}

/** An expression whose value only the running program knows. */
export interface VariationEntry {
  expression: string;
  varies: 'request' | 'session' | 'deploy' | 'never' | 'unknown';
  because: string;
}

/** The request of a call, as far as it can be followed. */
export interface RequestEntry {
  /** In the order the provider renders them, without the tools. */
  messages: MessageEntry[];
  cacheMarks: CacheMarkEntry[];
  /** What is not named here is not given, if `settled`. */
  settings: SettingsEntry;
  /** Every argument was seen. */
  settled: boolean;
  /** It goes to the provider's batch interface. */
  batch: boolean;
  /** The loop it stands in; `over` is what that goes over, `null` where it goes on until a condition ends it. */
  loop: LoopEntry | null;
  /** What chooses the model, where that is not one constant. */
  modelVaries: VariationEntry | null;
  /** What chooses the tools, where nobody sees how many. */
  toolsVary: VariationEntry | null;
}

export interface LoopEntry extends LinesEntry {
  over: string | null;
}

export interface SettingsEntry {
  maxOutputTokens?: SettingEntry;
  temperature?: SettingEntry;
  stop?: SettingEntry;
  stream?: SettingEntry;
  seed?: SettingEntry;
  responseFormat?: SettingEntry;
  toolChoice?: SettingEntry;
  cacheKey?: SettingEntry;
  cacheRetention?: SettingEntry;
  cachedContent?: SettingEntry;
  serviceTier?: SettingEntry;
}

/** A value, or an expression whose value only the running program knows. */
export type SettingEntry = { value: unknown } | { expression: string };

export interface MessageEntry extends LinesEntry {
  role: 'system' | 'user' | 'assistant' | 'tool-description' | 'template' | 'unknown';
  /** It stands for any number of messages that cannot be seen. */
  many: boolean;
  /** False where it is sent under a condition only. */
  always: boolean;
  parts: PartEntry[];
}

export type PartEntry =
  | {
      kind: 'text';
      /** Ids of the prompts it is made of: of all of them, or of one. */
      prompts: string[];
      oneOf: boolean;
      hole: VariationEntry | null;
    }
  | { kind: 'image' | 'other' };

export interface CacheMarkEntry extends LinesEntry {
  after:
    { kind: 'tool'; index: Count } | { kind: 'message'; message: Count; part: Count } | { kind: 'request' };
  style: 'anthropic' | 'bedrock';
  lifetime: string | null;
}

export interface FindingEntry extends PlaceEntry {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  confidence: 'high' | 'medium' | 'low';
  /** Id of the prompt it speaks about. */
  prompt: string | null;
  message: string;
  /** What it would save, where that is known. */
  saves: SavesEntry | null;
  /** A source edit that mends it; a `safe` one leaves the same for the model to read. */
  fix: FixEntry | null;
  /** What may be chosen instead of `fix`. */
  otherFixes: FixEntry[];
  /** The same as long as rule, prompt and evidence are, wherever the line moves. */
  fingerprint: string;
}

export interface FixEntry {
  title: string;
  disposition: 'safe' | 'review';
}

export interface SavesEntry {
  /** Input tokens that each call would send less. */
  tokens: Count;
  usdPer1kCalls: NotNegative | null;
  /** At the volume that was stated or measured of the one call that it is about; absent where none is known. */
  usdPerMonth?: NotNegative;
}

export interface SummaryEntry {
  /** Files looked at, those without prompts included. */
  files: Count;
  prompts: Count;
  /** Sum over the prompts that are no part of another one; a prompt that several calls send counts once. */
  tokens: Count;
  findings: { error: Count; warning: Count; info: Count };
}

/** What `count --format json` prints. */
export interface CountDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  /** As it was asked for. */
  model: string | null;
  /** The priced model that was probably meant, where this one has no price and its name is near. */
  meant?: string;
  tokens: TokensEntry;
  cost: CostEntry | null;
  /** Absent where none is configured. */
  currency?: CurrencyEntry;
  /** The provider that was asked for the count, and the day on which it gave it; `null` where nobody was asked. */
  provider: { name: string; day: Day } | null;
}
