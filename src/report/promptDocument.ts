import type { CostEntry } from './costDocument.ts';
import type { Count, FromOne, NotNegative } from './measures.ts';

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
