import type { Service } from '../core/prices/lists/list.ts';
import type { PriceSource } from '../core/prices/price.ts';
import type { Usd } from '../core/prices/usd.ts';

/** The way a call came in. With `Call.id` it tells one call from all others, however often it is told. */
export const sources = [
  'gateway',
  'otlp',
  'http',
  'hand',
  'litellm',
  'langfuse',
  'helicone',
  'openai-usage',
  'anthropic-usage',
  'claude-code',
  'codex',
] as const;
export type Source = (typeof sources)[number];

export const statuses = ['ok', 'error', 'cancelled', 'incomplete'] as const;
/** `cancelled`: the client broke off. `incomplete`: the provider did, or the answer was cut. */
export type Status = (typeof statuses)[number];

/** What was done: a word of the GenAI conventions where one fits, else the tool's own. */
export type Operation = 'chat' | 'embeddings' | (string & { readonly brand?: 'Operation' });

/** More than anybody is billed for in one record; what claims to be more is a mistake, and would spoil every sum. */
export const mostTokens = 1e12;
/** The same in dollars. */
export const mostDollars = 1e8;

/** Tokens as the provider counts them; `null` where it does not say. What is cached or written is part of `input`. */
export interface CallUsage {
  readonly input: number | null;
  readonly cacheRead: number | null;
  /** Written for the provider's default lifetime. */
  readonly cacheWrite: number | null;
  /** Written to be kept for an hour. */
  readonly cacheWrite1h: number | null;
  /** With what the model thought, where that is charged. */
  readonly output: number | null;
  /** Of the output: what the model thought before it answered. */
  readonly reasoning: number | null;
  /** `counted`: the provider said nothing, and our own counter stood in. `unknown`: nobody counted. */
  readonly from: 'provider' | 'counted' | 'unknown';
}

/** What a call cost when it was recorded, and by which price. It stays as it is, whatever prices become. */
export interface CallCost {
  readonly usd: Usd;
  /** `stated`: the tool that told of the call had reckoned it. Then `price.source` names that tool. */
  readonly from: 'price' | 'stated';
  readonly price: PriceSource;
}

/** Sums of a request's texts, from which no text can be made again: `attribution/sketch.ts`. */
export interface Sketch {
  /** Of runs of words, ascending, each a whole number below 2⁵³. */
  readonly prints: readonly number[];
}

/** What was sent and answered. Kept only where a setting says so, and never with a key in it: `redact.ts`. */
export interface CallTexts {
  readonly request: string | null;
  readonly response: string | null;
}

/** One request to a model, or, from a provider's own usage export, all those of one hour or day. */
export interface Call {
  readonly source: Source;
  /** Unique among the calls of its source, and the same whenever the same call is told again. */
  readonly id: string;
  /** When it was sent, in milliseconds since 1970 (UTC). */
  readonly at: number;
  /** How many requests this stands for: 1, or more in an export that adds them up; `null` where that does not say. */
  readonly requests: number | null;
  /** Its id, as the price list calls it, or as the tool does; `null` where nobody says. */
  readonly provider: string | null;
  /** As the answer names it, or else the request. */
  readonly model: string | null;
  readonly operation: Operation | null;
  /** `other`: one whose prices nobody here knows. `null` where it is not said, which is taken for the standard one. */
  readonly service: Service | 'other' | null;
  readonly usage: CallUsage;
  /** `null`: not known. It is never taken for nothing. */
  readonly cost: CallCost | null;
  /** Milliseconds from the request to the end of the answer. */
  readonly latencyMs: number | null;
  /** Milliseconds from the request to the first token of the answer. */
  readonly firstTokenMs: number | null;
  readonly status: Status;
  readonly httpStatus: number | null;
  readonly streaming: boolean | null;
  /** Id, in the same source, of the call that this one tries again. */
  readonly retryOf: string | null;
  /** Id of the prompt, where the caller names it. */
  readonly prompt: string | null;
  readonly feature: string | null;
  readonly user: string | null;
  readonly session: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether the answer served its purpose; `null` unless somebody tells. */
  readonly success: boolean | null;
  readonly sketch: Sketch | null;
  readonly texts: CallTexts | null;
}

export const unknownUsage: CallUsage = {
  input: null,
  cacheRead: null,
  cacheWrite: null,
  cacheWrite1h: null,
  output: null,
  reasoning: null,
  from: 'unknown',
};

/** A call of which nothing is known but where it came from and when. Spread it, and put what is known over it. */
export function blankCall(source: Source, id: string, at: number): Call {
  return {
    ...{ source, id, at, requests: 1 },
    ...{ provider: null, model: null, operation: null, service: null },
    usage: unknownUsage,
    cost: null,
    ...{ latencyMs: null, firstTokenMs: null, status: 'ok', httpStatus: null },
    ...{ streaming: null, retryOf: null },
    ...{ prompt: null, feature: null, user: null, session: null, tags: {}, success: null },
    ...{ sketch: null, texts: null },
  };
}
