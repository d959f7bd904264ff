import type { Day } from '../host.ts';
import { modelName } from './modelId.ts';

/** What a chat request adds to the text of its messages. Tokens. */
export interface Framing {
  /** Marks around a message, its role among them. */
  readonly perMessage: number;
  /** What opens the reply. */
  readonly perRequest: number;
  readonly source: string;
  readonly date: Day;
}

/** The framing of a model's chat requests, or `null` where its maker publishes none. */
export function framingOf(model: string | null): Framing | null {
  if (model === null) return null;
  const { kind } = modelName(model);
  return rows.find(({ pattern }) => pattern.test(kind))?.framing ?? null;
}

/** Tokens that the framing of `messages` messages adds, or `null` when it is not known. A request without messages has none. */
export function framingTokens(messages: number, model: string | null): number | null {
  const framing = framingOf(model);
  if (framing === null) return null;
  return messages === 0 ? 0 : messages * framing.perMessage + framing.perRequest;
}

/** `<|start|>`, role, `<|message|>` … `<|end|>`, and `<|start|>assistant` for the reply. */
const harmony: Framing = {
  perMessage: 4,
  perRequest: 2,
  source: 'https://cookbook.openai.com/articles/openai-harmony',
  date: '2025-08-05',
};

/** 3 and one for the role per message, 3 for the reply. */
const chatMarkup: Framing = {
  perMessage: 4,
  perRequest: 3,
  source: 'https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken',
  date: '2024-07-18',
};

/** Two marks around the role, the role, an empty line and the end of the turn; the same without an end for the reply, and the begin of the text. */
const llama3: Framing = {
  perMessage: 5,
  perRequest: 5,
  source: 'https://www.llama.com/docs/model-cards-and-prompt-formats/meta-llama-3/',
  date: '2026-11-22',
};

/** `<|im_start|>`, role, line break … `<|im_end|>`, line break; the first three for the reply. */
const chatMl: Framing = {
  perMessage: 5,
  perRequest: 3,
  source: 'https://qwen.readthedocs.io/en/latest/getting_started/concepts.html',
  date: '2026-11-22',
};

const rows: readonly { readonly pattern: RegExp; readonly framing: Framing }[] = [
  { pattern: /^(?:gpt-5|gpt-oss)/, framing: harmony },
  { pattern: /^(?:gpt-4|gpt-3\.5-turbo|gpt-35-turbo|chatgpt-4o)/, framing: chatMarkup },
  { pattern: /^(?:meta-)?llama-?3/, framing: llama3 },
  { pattern: /^(?:qwen-?[23]|qwq)/, framing: chatMl },
];
