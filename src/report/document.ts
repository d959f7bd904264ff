import type { Day } from '../core/host.ts';

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
  /** Files that were not read, or not whole, and why. */
  unread: { path: string; why: string }[];
  /** The price data that every cost without a source of its own comes from. */
  prices: { source: string; date: Day };
  summary: SummaryEntry;
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface PlaceEntry {
  /** Relative to the working directory, with `/` between its parts. */
  path: string;
  /** @minimum 1 */
  startLine: number;
  /** @minimum 1 */
  startColumn: number;
  /** @minimum 1 */
  endLine: number;
  /** @minimum 1 */
  endColumn: number;
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
  tokens: TokensEntry;
  cost: CostEntry | null;
  cache: CacheEntry | null;
}

/** `null` where the source does not show it; `config` is an assumption. */
export interface ModelEntry {
  id: string;
  via: 'call' | 'constructor' | 'constant' | 'config' | 'marker';
}

export interface TextEntry {
  kind: 'text';
  /** @minimum 0 */
  tokens: number;
  /** The file the text stands in, where that is not the prompt's own. */
  path?: string;
  /** @minimum 1 */
  startLine: number;
  /** @minimum 1 */
  endLine: number;
}

export interface HoleEntry {
  kind: 'hole';
  expression: string;
  path?: string;
  /** @minimum 1 */
  startLine: number;
  /** @minimum 1 */
  endLine: number;
  varies: 'request' | 'session' | 'deploy' | 'never' | 'unknown';
  because: string;
}

/** Tokens of the text that is known. */
export interface TokensEntry {
  /** @minimum 0 */
  count: number;
  /**
   * The same with the longest of the texts a hole can become; absent when equal to `count`.
   * @minimum 0
   */
  most?: number;
  certainty: 'exact' | 'calibrated' | 'approximate';
  /**
   * Relative: 0.08 means ±8 %.
   * @minimum 0
   */
  band: number;
  encoding: string;
}

/** US dollars of one call's known input text. */
export interface CostEntry {
  /** @minimum 0 */
  usdPerCall: number;
  /** The same text read whole from the provider's cache. */
  usdPerCallCached: number | null;
  price: { model: string; provider: string; source: string; date: Day };
}

export interface CacheEntry {
  /** @minimum 0 */
  stablePrefixTokens: number;
  /** Below this many tokens the provider caches nothing. */
  minimumTokens: number | null;
  cacheBreaking: boolean;
  breaksAt: { line: number; expression: string } | null;
  lostUsdPer1kCalls: number | null;
}

export interface CallEntry extends PlaceEntry {
  sdk: string;
  model: ModelEntry | null;
  /** Ids of the prompts it sends, in order. */
  prompts: string[];
  maxOutputTokens: number | null;
  inputTokens: TokensEntry | null;
  /** Part of `inputTokens`: what the provider adds around the messages. */
  framingTokens: number;
  /** Every message of the call was seen. */
  complete: boolean;
  cost: CostEntry | null;
}

export interface FindingEntry extends PlaceEntry {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  confidence: 'high' | 'medium' | 'low';
  /** Id of the prompt it speaks about. */
  prompt: string | null;
  message: string;
}

export interface BudgetEntry {
  /** The glob over prompt ids, as the configuration states it. */
  scope: string;
  /** Id of the prompt that exceeds it, or of the largest where none does. */
  prompt: string;
  /** For people: `2000 tokens`. */
  limit: string;
  /** Tokens; where a hole has several texts, with the longest. */
  actual: number;
  base: number | null;
  status: 'exceeded' | 'within';
}

export interface SummaryEntry {
  /** Files looked at, those without prompts included. */
  files: number;
  prompts: number;
  /** Sum over the prompts; a prompt that several calls send counts once. */
  tokens: number;
  findings: { error: number; warning: number; info: number };
}

/** What `count --format json` prints. */
export interface CountDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  /** As it was asked for. */
  model: string | null;
  tokens: TokensEntry;
  cost: CostEntry | null;
}
