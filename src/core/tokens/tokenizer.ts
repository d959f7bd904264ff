import type { EncodingName } from '../host.ts';
import { modelName } from './modelId.ts';
import type { Certainty } from './tokens.ts';

/** How many of the model's tokens stand for one token of `encoding`, and the relative error to expect of it. */
export interface Factor {
  readonly factor: number;
  readonly band: number;
}

/** One factor per kind of text: how much vocabularies differ depends on it. */
export interface Factors {
  readonly prose: Factor;
  readonly code: Factor;
  /** Chinese, Japanese, Korean. */
  readonly cjk: Factor;
}

/** How a model's tokens are counted. */
export interface Tokenizer {
  /** `openai`, `claude-3`, … : the family, for the reader; `unknown` when the name tells nothing. */
  readonly family: string;
  readonly encoding: EncodingName;
  readonly certainty: Certainty;
  readonly factors: Factors;
}

/** Which tokenizer counts for a model; `null`, or a name nobody has heard of, is counted as OpenAI would, approximately. */
export function tokenizerOf(model: string | null): Tokenizer {
  if (model === null) return unknown;
  const { kind } = modelName(model);
  return families.find(({ pattern }) => pattern.test(kind))?.tokenizer ?? unknown;
}

const same: Factors = spread(1, 0);
const unknown = approximate('unknown', spread(1, 0.3));

/**
 * First match wins. Which encoding an OpenAI model uses: openai/tiktoken, `model.py` (0.14, 2026-08).
 * Factors: tokens of the family's published vocabulary over tokens of o200k_base on prompts, documents, TypeScript,
 * Python, Chinese, Japanese and Korean, measured 2026-11; the band covers the spread within a kind of text.
 * Claude publishes no vocabulary since Claude 3. Its factors are from published comparisons with its count endpoint:
 * github.com/sammcj/ingest/issues/65 (2026-08) and anthropics/skills, claude-api (2026-07).
 */
const families: readonly { readonly pattern: RegExp; readonly tokenizer: Tokenizer }[] = [
  {
    pattern: /^(?:gpt-4o|gpt-4\.[15]|gpt-5|gpt-oss|chatgpt-4o|gpt-chat|codex-mini|o[134](?:-|$))/,
    tokenizer: exact('o200k_base'),
  },
  { pattern: /^(?:gpt-4|gpt-3\.5-turbo|gpt-35-turbo)(?:-|$)/, tokenizer: exact('cl100k_base') },
  { pattern: /^(?:text-embedding-(?:3-|ada-002)|(?:davinci|babbage)-002)/, tokenizer: exact('cl100k_base') },
  // Nobody has published the encoding of GPT-6 and later; OpenAI's last change of it moved English and code by 1 %.
  { pattern: /^(?:gpt-|o\d+(?:-|$))/, tokenizer: approximate('openai', spread(1, 0.1)) },

  {
    pattern: /^claude-(?:v?[12]|instant)/,
    tokenizer: calibrated('claude-2', [1.08, 0.05], [1.1, 0.05], [1.52, 0.25]),
  },
  // Claude 3 to Opus 4.6, Sonnet 4.6 and Haiku 4.5.
  {
    pattern: /^claude-[a-z]+-(?:3(?:\.[57])?|4(?:\.[1-6])?)$/,
    tokenizer: calibrated('claude-3', [1.2, 0.06], [1.2, 0.06], [1.5, 0.15]),
  },
  // From Opus 4.7 on, with Sonnet 5, Opus 5, Fable 5 and Mythos 5.
  {
    pattern: /^claude-[a-z]+-(?:4\.[78]|5(?:\.[15])?)$/,
    tokenizer: calibrated('claude-4.7', [1.6, 0.12], [1.48, 0.1], [1.5, 0.15]),
  },
  {
    pattern: /^claude/,
    tokenizer: approximate('claude', {
      prose: { factor: 1.5, band: 0.3 },
      code: { factor: 1.4, band: 0.3 },
      cjk: { factor: 1.5, band: 0.3 },
    }),
  },

  {
    pattern: /^(?:gemini|gemma-?3)/,
    tokenizer: calibrated('gemini', [1.09, 0.06], [1.19, 0.06], [0.87, 0.17]),
  },
  {
    pattern: /^(?:meta-)?llama-?3/,
    tokenizer: calibrated('llama-3', [0.993, 0.03], [0.992, 0.03], [1.03, 0.08]),
  },
  {
    pattern: /^deepseek-r1-distill-(?:llama|qwen)/,
    tokenizer: calibrated('llama-3', [1, 0.04], [1, 0.04], [1.03, 0.2]),
  },
  { pattern: /^deepseek/, tokenizer: calibrated('deepseek', [1.05, 0.03], [1.055, 0.03], [0.96, 0.24]) },
  {
    pattern: /^(?:qwen-?[23]|qwq|qwen-(?:max|plus|turbo|flash))/,
    tokenizer: calibrated('qwen', [1.01, 0.03], [1, 0.03], [1, 0.2]),
  },
  {
    pattern: /^(?:open-)?(?:mistral-(?:7b|tiny)|mixtral)/,
    tokenizer: calibrated('mistral-7b', [1.23, 0.05], [1.27, 0.05], [1.75, 0.2]),
  },
  {
    pattern: /^(?:open-)?(?:labs-)?(?:mistral|ministral|magistral|codestral|devstral|pixtral|voxtral)/,
    tokenizer: calibrated('mistral', [1.055, 0.04], [1.04, 0.03], [1.15, 0.16]),
  },
  {
    pattern: /^(?:c4ai-)?(?:command|aya)/,
    tokenizer: calibrated('cohere', [1.093, 0.03], [1.092, 0.03], [0.87, 0.13]),
  },
];

type Pair = readonly [factor: number, band: number];

function exact(encoding: EncodingName): Tokenizer {
  return { family: 'openai', encoding, certainty: 'exact', factors: same };
}

function calibrated(family: string, prose: Pair, code: Pair, cjk: Pair): Tokenizer {
  const factor = ([times, band]: Pair): Factor => ({ factor: times, band });
  const factors = { prose: factor(prose), code: factor(code), cjk: factor(cjk) };
  return { family, encoding: 'o200k_base', certainty: 'calibrated', factors };
}

function approximate(family: string, factors: Factors): Tokenizer {
  return { family, encoding: 'o200k_base', certainty: 'approximate', factors };
}

function spread(factor: number, band: number): Factors {
  return { prose: { factor, band }, code: { factor, band }, cjk: { factor, band } };
}
