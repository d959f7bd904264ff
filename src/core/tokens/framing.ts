import type { Day } from '../host.ts';
import type { Role } from '../prompts/prompt.ts';
import { modelName } from './modelId.ts';

/** What a chat request adds to the text of its messages. Tokens. */
export interface Framing {
  /** Marks around a message, its role among them. */
  readonly perMessage: number;
  /** The same for roles that are marked otherwise. */
  readonly perRole?: Readonly<Partial<Record<Role, number>>>;
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

/**
 * Tokens that the framing of a request's messages adds, or `null` when it is not known. A request without messages has none.
 * @param roles of the messages; descriptions of tools are none.
 */
export function framingTokens(roles: readonly Role[], model: string | null): number | null {
  const framing = framingOf(model);
  if (framing === null) return null;
  const messages = roles.filter((role) => role !== 'tool-description');
  if (messages.length === 0) return 0;
  const { perMessage, perRole = {}, perRequest } = framing;
  return messages.reduce((sum, role) => sum + (perRole[role] ?? perMessage), perRequest);
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

/**
 * A mark before the user's text, none around the system's; before an earlier answer its mark and that of the end of its
 * thought, and the end of the turn behind it. The begin of the text, and two marks for the reply.
 */
const deepseek4: Framing = {
  perMessage: 1,
  perRole: { system: 0, assistant: 3 },
  perRequest: 3,
  source: 'https://huggingface.co/deepseek-ai/DeepSeek-V4-Flash/blob/main/encoding/README.md',
  date: '2026-11-22',
};

/** `[INST]`, `[/INST]` around the user's text, to which the system's is joined by an empty line; the end of an earlier answer; the begin of the text. */
const mistral3: Framing = {
  perMessage: 2,
  perRole: { system: 1, assistant: 1 },
  perRequest: 1,
  source: 'https://docs.mistral.ai/cookbook/concept-deep-dive-tokenization-templates',
  date: '2026-11-22',
};

const rows: readonly { readonly pattern: RegExp; readonly framing: Framing }[] = [
  { pattern: /^(?:gpt-5|gpt-oss)/, framing: harmony },
  { pattern: /^(?:gpt-4|gpt-3\.5-turbo|gpt-35-turbo|chatgpt-4o)/, framing: chatMarkup },
  { pattern: /^(?:meta-)?llama-?3/, framing: llama3 },
  { pattern: /^(?:qwen-?[23]|qwq)/, framing: chatMl },
  { pattern: /^deepseek-v4/, framing: deepseek4 },
  {
    pattern:
      /^(?:(?:open-)?mistral-nemo|pixtral-12b|ministral-8b-(?:instruct-)?2410|open-mixtral-8x22b|mixtral-8x22b-instruct|mistral-(?:large|small)-(?:instruct-)?2407|codestral-(?:22b|2405))/,
    framing: mistral3,
  },
];
