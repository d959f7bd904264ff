import type { Edit, Range } from './text.ts';
import type { Currency } from './configMoney.ts';
import type { RequestMap } from './cache/map.ts';
import type { Confidence, Hole, Prompt } from './prompts/prompt.ts';
import type { Call } from './prompts/request.ts';
import type { CountedTool } from './tokens/tools/count.ts';
import type { Tokens } from './tokens/tokens.ts';
import type { CallBill, CallUse, CallVolume } from './prices/bill.ts';
import type { CacheMap, Cost, PricesAbout } from './prices/price.ts';
import type { Usd } from './prices/usd.ts';

/** A prompt with its numbers. */
export interface MeteredPrompt extends Prompt {
  readonly tokens: Tokens;
  /** Tokens of each segment, in order; `null` for a hole. They need not add up to the whole: a boundary can cut a token. */
  readonly segmentTokens: readonly (number | null)[];
  /** `null` when the model, or its price, is unknown. */
  readonly cost: Cost | null;
  /** The priced model that was probably meant, where the name of this one has no price and is near to it. */
  readonly meant?: string;
  readonly cache: CacheMap | null;
  /** As a request of its own. */
  readonly map: RequestMap;
}

/** A call with its numbers: messages, their framing, and what the reply may add. */
export interface MeteredCall extends Call {
  /** Static text of all its prompts, its tools, the pictures that can be counted and, where `complete`, the framing of the messages; `null` when none of it is known. */
  readonly inputTokens: Tokens | null;
  readonly framingTokens: number;
  readonly tools: readonly CountedTool[] | null;
  /** Tokens that come with the tools and belong to none of them: the provider's own words around or before them. */
  readonly toolFramingTokens: number;
  /** How many it sends, and those of them that are in no number because their size or their model's formula is not known. */
  readonly pictures: { readonly all: number; readonly uncounted: number };
  /** Of the schema that the reply has to follow; `null` where there is none, or its cost is not known. */
  readonly responseFormatTokens: Tokens | null;
  readonly cost: Cost | null;
  /** As of a prompt. */
  readonly meant?: string;
  /** How often it is made, and what comes of it: stated, or measured. */
  readonly use: CallUse;
  /** `null` where `cost` is. */
  readonly bill: CallBill | null;
  /** Of the whole request, its prompts one after the other; `null` where not every message was seen. */
  readonly cache: Omit<CacheMap, 'breaksAt'> | null;
  /** The hole, of any of its prompts, that breaks the cache of the request. */
  readonly breaksAt: Hole | null;
  /** The request as the provider renders it; `null` where an argument or the messages were not seen. */
  readonly map: RequestMap | null;
}

export type Severity = 'error' | 'warning' | 'info';

/** Facts of a finding, from which its message is made. */
export type Data = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** What a finding would save; nothing that nobody measured is in it. */
export interface Saves {
  /** Input tokens that each call would send less. */
  readonly tokens: number;
  /** `null` where the model or its price is unknown. */
  readonly usdPer1kCalls: Usd | null;
  /** The same at the volume that was stated or measured; absent where none is known, or only for several calls together. */
  readonly month?: { readonly usd: Usd; readonly from: CallVolume['from'] };
}

export interface FileEdit extends Edit {
  readonly path: string;
}

export interface Fix {
  /** An order, as a menu shows it: `Move the clock to the end`. */
  readonly title: string;
  /** `safe`: what the model is told stays the same. `review`: a person should look at it. */
  readonly disposition: 'safe' | 'review';
  /** In any order; they do not overlap. */
  readonly edits: readonly FileEdit[];
  /** Path → fingerprint of the text that the edits are made for: of another text they must not be made. */
  readonly madeFor: Readonly<Record<string, string>>;
}

/** What a rule found at one place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Id of the prompt it speaks about. */
  readonly prompt: string | null;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly data: Data;
  readonly saves: Saves | null;
  readonly fix: Fix | null;
  /** What a person may choose instead of `fix`. */
  readonly otherFixes: readonly Fix[];
  /** The same as long as rule, prompt and evidence are, wherever its line moves. Unique in a report. */
  readonly fingerprint: string;
}

export interface Unread {
  readonly path: string;
  readonly why: string;
}

/** What one analysis found. Plain data: it crosses from the worker to the editor as it is. */
export interface Report {
  readonly prompts: readonly MeteredPrompt[];
  readonly calls: readonly MeteredCall[];
  readonly findings: readonly Finding[];
  readonly unread: readonly Unread[];
  /** Files looked at, those without prompts included. */
  readonly files: number;
  /** For every path named above, the offset of each line's first character. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
  readonly prices: PricesAbout;
  /** That people are told costs in; `null` for US dollars. */
  readonly currency: Currency | null;
}

/** The numbers of a report, which are there before its findings. */
export type Metering = Omit<Report, 'findings'>;

/** What is added to the numbers once the rules have looked at them; `lines` and `unread` take the place of theirs. */
export type Checking = Pick<Report, 'findings' | 'lines' | 'unread'>;
