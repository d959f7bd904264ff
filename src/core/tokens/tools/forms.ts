import type { Day } from '../../host.ts';
import { modelName } from '../modelId.ts';
import { hiddenPrompt } from './anthropic.ts';
import type { Tool } from './definition.ts';
import { declarationOf, namespaceForm } from './namespaceForm.ts';

/** How a provider shows tools to a model. */
export interface ToolForm {
  /** One tool, as it stands among the others. */
  one(tool: Tool): string;
  /** All of them, with what stands around them. */
  all(tools: readonly Tool[]): string;
  /** Tokens beside the text. */
  beside(request: ToolRequest): number;
  /** How far counts made so may be off, relative, beside the doubt of the vocabulary. */
  readonly band: number;
  readonly source: string;
  readonly date: Day;
}

/** `none` and `auto` leave it to the model, `any` makes it call some tool, a name that one. */
export type ToolChoice =
  { readonly kind: 'auto' | 'none' | 'any' } | { readonly kind: 'named'; readonly tokens: number };

/** What of a request changes how its tools are shown. */
export interface ToolRequest {
  /** `null` where it gives none, or nobody sees it. */
  readonly choice: ToolChoice | null;
  /** Tokens that a line break behind its system message adds; `null` where it has no system message. */
  readonly systemBreak: number | null;
}

export function toolFormOf(model: string | null): ToolForm {
  const kind = model === null ? '' : modelName(model).kind;
  if (/^(?:gpt-3\.5-turbo|gpt-35-turbo|gpt-4)(?:-|$)/.test(kind)) return { ...chatMarkup, band: 0.02 };
  if (/^(?:gpt-5|gpt-oss)/.test(kind)) return harmony;
  if (/^(?:gpt-|chatgpt-|o\d)/.test(kind)) return chatMarkup;
  return kind.startsWith('claude') ? anthropic(kind) : schemas;
}

/**
 * Verified by usage that OpenAI reported for gpt-3.5-turbo: github.com/hmarr/openai-chat-tokens (tests, 2024-01). What
 * later models are shown is not published; they report within 10 % of it.
 */
const chatMarkup: ToolForm = {
  one: (tool) => `${declarationOf(tool, { defaults: false })}\n\n`,
  all: (tools) => namespaceForm(tools, { defaults: false }),
  // They share the system message: where there is one, its frame is counted with it, and a line break ends it.
  beside: ({ choice, systemBreak }) =>
    9 + (systemBreak === null ? 0 : systemBreak - 4) + choiceTokens(choice),
  band: 0.1,
  source: 'https://github.com/hmarr/openai-chat-tokens',
  date: '2024-01-05',
};

function choiceTokens(choice: ToolChoice | null): number {
  if (choice?.kind === 'none') return 1;
  return choice?.kind === 'named' ? 4 + choice.tokens : 0;
}

const harmony: ToolForm = {
  one: (tool) => `${declarationOf(tool, { defaults: true })}\n\n`,
  all: (tools) => `# Tools\n\n## functions\n\n${namespaceForm(tools, { defaults: true })}`,
  // The developer message that carries them, unless one is there already, and a line in the system message.
  beside: ({ systemBreak }) => (systemBreak === null ? 19 : 15),
  band: 0.1,
  source: 'https://cookbook.openai.com/articles/openai-harmony',
  date: '2025-08-05',
};

/** A tool's JSON in an element of its own, after a prompt of Anthropic's that nobody else sees. */
function anthropic(kind: string): ToolForm {
  const hidden = hiddenPrompt(kind);
  const one = ({ name, description, parameters }: Tool): string =>
    `<function>${JSON.stringify({ description, name, parameters })}</function>\n`;
  return {
    one,
    all: (tools) => tools.map(one).join(''),
    beside: ({ choice }) => (choice?.kind === 'any' || choice?.kind === 'named' ? hidden.any : hidden.auto),
    band: 0.15,
    source: hidden.source,
    date: hidden.date,
  };
}

/** Nobody publishes how Gemini and others are shown tools; open models' templates hold their JSON. */
const schemas: ToolForm = {
  one: ({ name, description, parameters }) => JSON.stringify({ name, description, parameters }),
  all: (tools) => tools.map(schemas.one).join('\n'),
  beside: () => 0,
  band: 0.3,
  source: 'assumed: the definition as JSON',
  date: '2026-11-22',
};
