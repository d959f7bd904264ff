import type { CallCostEntry } from './costDocument.ts';
import type { MapEntry } from './mapDocument.ts';
import type { Count, FromOne } from './measures.ts';
import type { CacheEntry, ModelEntry, PlaceEntry, TokensEntry } from './promptDocument.ts';

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
