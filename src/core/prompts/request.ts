import type { Range } from '../text.ts';
import type { Hole, ModelUse, Role } from './prompt.ts';
import type { Picture } from './request/picture.ts';
import type { MarkedVolume } from './volume.ts';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A stretch of a file. */
export interface Where {
  readonly path: string;
  readonly range: Range;
}

/** A part of a message. A request is made of them: what a provider's cache takes whole or not at all. */
export type MessagePart =
  | (Where & {
      readonly kind: 'text';
      /** Ids of the prompts it is made of; none where nothing of it is written in the workspace. */
      readonly prompts: readonly string[];
      /** Only one of `prompts` is sent, not all of them one after the other. */
      readonly oneOf: boolean;
      /** What stands for the text where `prompts` is empty. */
      readonly hole: Hole | null;
    })
  | (Where & { readonly kind: 'image' | 'other'; readonly picture?: Picture });

/** A message of a request, or one that stands for any number of them. */
export interface CallMessage extends Where {
  /** `unknown` where `many`. */
  readonly role: Role;
  /** It stands for any number of messages, or none, that nobody sees here: a history, a list that is handed in. */
  readonly many: boolean;
  /** False where it is sent under a condition only. */
  readonly always: boolean;
  readonly parts: readonly MessagePart[];
}

/** One tool that a request offers to the model. */
export interface ToolDefinition extends Where {
  readonly name: string | null;
  /**
   * What the program sends for it, in the form that its SDK takes (OpenAI: with or without `function` around it;
   * Anthropic: `input_schema`). Of an SDK that makes the schema itself (Vercel AI) it is `{ name, description,
   * parameters }`. `null` where it is a function or a class whose rendering is not known, or does not stand in the workspace.
   */
  readonly definition: JsonValue | null;
  /** The definition is whole: no text in it has a part that is known only when the program runs. Never true of `null`. */
  readonly complete: boolean;
  /** Ids of the prompts that describe it. */
  readonly prompts: readonly string[];
}

/** A place up to which a request asks its provider to keep the prefix. */
export interface CacheMark extends Where {
  readonly after:
    | { readonly kind: 'tool'; readonly index: number }
    /** `part` counts in the parts of the message with the number `message`. */
    | { readonly kind: 'message'; readonly message: number; readonly part: number }
    /** The request as a whole: the provider chooses the place. */
    | { readonly kind: 'request' };
  /** Whose way of asking: `cache_control`, or Bedrock's `cachePoint`. */
  readonly style: 'anthropic' | 'bedrock';
  /** As written: `5m`, `1h`; `null` where the provider's own counts, or where it is computed. */
  readonly lifetime: string | null;
}

/** What a setting is given: a value, or an expression whose value only the running program knows. */
export type Setting = Where &
  (
    | { readonly kind: 'literal'; readonly value: JsonValue }
    | { readonly kind: 'dynamic'; readonly expression: string }
  );

export type SettingName =
  | 'maxOutputTokens'
  | 'temperature'
  | 'stop'
  | 'stream'
  | 'seed'
  | 'responseFormat'
  | 'toolChoice'
  /** `prompt_cache_key` */
  | 'cacheKey'
  /** `prompt_cache_retention` */
  | 'cacheRetention'
  /** The name of a cache that was made before: Gemini's `cachedContent`. */
  | 'cachedContent'
  /** `service_tier`: how fast the answer has to be, and at what price. */
  | 'serviceTier';

/** Code around a call that runs it once for each of several things. */
export interface Loop {
  readonly range: Range;
  /** What it goes over, as written; `null` where it goes on until a condition ends it. */
  readonly over: string | null;
}

/** A call of a model whose request could be followed at least in part. */
export interface Call {
  readonly path: string;
  readonly range: Range;
  readonly sdk: string;
  readonly model: ModelUse | null;
  /** Ids of the prompts it sends, in the order the provider renders them. */
  readonly prompts: readonly string[];
  /** Roles of all its messages in the same order, those among them whose text is not in the workspace. */
  readonly roles: readonly Role[];
  /** The output cap in tokens, where it is a literal. */
  readonly maxOutputTokens: number | null;
  /** True when every message of the call was seen, so that the framing of the whole request can be counted. */
  readonly complete: boolean;
  /** In the order the provider renders them; without the tools. */
  readonly messages: readonly CallMessage[];
  /** In the order given. `null` where it has or may have tools, and nobody sees how many; empty where it has none. */
  readonly tools: readonly ToolDefinition[] | null;
  /** In the order of the request. */
  readonly cacheMarks: readonly CacheMark[];
  /** What is not named here is not given, if `settled`. */
  readonly settings: Readonly<Partial<Record<SettingName, Setting>>>;
  /** Every argument was seen. */
  readonly settled: boolean;
  /** It goes to the provider's batch interface. */
  readonly batch: boolean;
  /** The nearest loop of its function that it stands in, or that the function is handed to. */
  readonly loop: Loop | null;
  /** The expression that chooses the model where that is not one constant, and how it varies. */
  readonly modelVaries: Hole | null;
  /** The expression that chooses the tools, where those can differ from call to call. */
  readonly toolsVary: Hole | null;
  /** How often it is made, as a comment above it says; `null` where none does. */
  readonly volume: MarkedVolume | null;
}
