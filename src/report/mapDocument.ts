import type { Count, FromOne, NotNegative } from './measures.ts';

/** Known text only. Tokens are those of its parts, counted one by one. */
export interface MapEntry {
  /** `prefix`: the provider finds the longest common prefix; `marks`: all or nothing up to each mark; `null`: no cache is known. */
  manner: 'prefix' | 'marks' | null;
  totalTokens: Count;
  /** Before the first thing that varies by request. */
  stableTokens: Count;
  /** What a warm call reads from the cache today. */
  cachedTokens: Count;
  /** What it would read if all that varies stood behind all that does not, and was marked where marks are needed. */
  cacheableTokens: Count;
  minimumTokens: Count | null;
  /** For how long an entry is kept after its last use, at the least; `null` where nothing is promised. */
  lifetimeSeconds: Count | null;
  lostUsdPer1kCalls: NotNegative | null;
  /** US dollars of the known input: nothing cached, cached as it is, cached as it could be. */
  usdPerCall: { cold: NotNegative; warm: NotNegative; mended: NotNegative } | null;
  parts: MapPartEntry[];
  marks: MapMarkEntry[];
}

export interface MapPartEntry {
  kind: 'text' | 'hole' | 'tool' | 'messages' | 'image';
  role: 'system' | 'user' | 'assistant' | 'tool-description' | 'template' | 'unknown';
  /** An expression, or the name of a tool; empty for a text. */
  name: string;
  /** 0 for what only the running program knows. */
  tokens: Count;
  varies: 'request' | 'session' | 'deploy' | 'never' | 'unknown';
  because: string;
  /** Where that is not the file of the call. */
  path?: string;
  startLine: FromOne;
  endLine: FromOne;
}

/** A place up to which the request asks its provider to keep the prefix. */
export interface MapMarkEntry {
  /**
   * Index of the part behind which it stands; -1 is before all of them.
   * @asType integer
   */
  after: number;
  lifetime: string | null;
  /** Before it. */
  tokens: Count;
  /** Nothing before it varies by request, and it is as much as the provider asks for. */
  holds: boolean;
  path?: string;
  startLine: FromOne;
  endLine: FromOne;
}
