import { isRecord, type Fields } from '../core/prices/lists/reading.ts';
import type { SentText } from '../ledger/attribution/sketch.ts';
import { isStreamPath, modelInPath, type Dialect } from './dialect.ts';

/** What a request asks, as far as a call tells of it. */
export interface Asked {
  readonly model: string | null;
  readonly streaming: boolean;
  readonly texts: readonly SentText[];
  /** The definitions of its tools. */
  readonly tools: readonly unknown[];
}

/** @param body as parsed from JSON; `null` where it could not be read. */
export function askedOf(dialect: Dialect, path: string, body: unknown): Asked {
  const fields = isRecord(body) ? body : {};
  const { model, stream, tools } = fields;
  return {
    model: typeof model === 'string' ? model : modelInPath(path),
    streaming: stream === true || isStreamPath(path),
    texts: texts[dialect](fields).filter(({ text }) => text !== ''),
    tools: Array.isArray(tools) ? tools : [],
  };
}

const texts = {
  chat: ({ messages }) => messagesIn(messages),
  responses: ({ instructions, input }) => [
    ...said('system', instructions),
    ...(typeof input === 'string' ? said('user', input) : messagesIn(input)),
  ],
  messages: ({ system, messages }) => [...said('system', system), ...messagesIn(messages)],
  completions: ({ prompt }) => said('user', prompt),
  embeddings: ({ input }) => said('user', input),
  gemini: ({ systemInstruction, system_instruction: snake, contents, content, requests }) => [
    ...said('system', systemInstruction ?? snake),
    ...messagesIn(contents),
    ...said('user', content),
    ...listOf(requests).flatMap((one) => (isRecord(one) ? said('user', one['content']) : [])),
  ],
} satisfies Record<Dialect, (body: Fields) => SentText[]>;

function messagesIn(messages: unknown): SentText[] {
  return listOf(messages).flatMap((message) => {
    if (typeof message === 'string') return said('user', message);
    if (!isRecord(message)) return [];
    const { role, content, parts, output } = message;
    return said(roleOf(role, message), content ?? parts ?? output);
  });
}

const roles: Readonly<Record<string, SentText['role']>> = {
  ...{ system: 'system', developer: 'system', user: 'user', assistant: 'assistant', model: 'assistant' },
  ...{ tool: 'tool', function: 'tool' },
};

function roleOf(role: unknown, message: Fields): SentText['role'] {
  if (typeof role === 'string' && Object.hasOwn(roles, role)) return roles[role] ?? 'user';
  // An item of Responses that is no message: what a tool was asked, or what it answered.
  return typeof message['type'] === 'string' && message['type'] !== 'message' ? 'tool' : 'user';
}

/** A text, a list of parts, or an object that holds one of these. The parts of one message are one text. */
function said(role: SentText['role'], content: unknown): SentText[] {
  const found = textOf(content);
  return found === '' ? [] : [{ role, text: found }];
}

/** The texts of a content, in the form of whichever provider. */
export function textOf(content: unknown, depth = 6): string {
  if (typeof content === 'string') return content;
  if (depth === 0) return '';
  if (Array.isArray(content))
    return content
      .map((part: unknown) => textOf(part, depth - 1))
      .filter((text) => text !== '')
      .join('\n');
  if (!isRecord(content)) return '';
  const { text, parts, content: inner } = content;
  return textOf(text ?? parts ?? inner ?? '', depth - 1);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
