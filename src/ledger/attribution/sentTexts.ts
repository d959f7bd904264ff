import { isRecord } from '../../core/prices/lists/reading.ts';
import type { SentText } from './sketch.ts';

/**
 * The texts of a request, whichever provider it is made for: OpenAI (Chat and Responses), Anthropic, Gemini, and a bare
 * list of messages, as logs keep it. What is no text is left out.
 * @param request as parsed from JSON.
 */
export function sentTexts(request: unknown): SentText[] {
  if (typeof request === 'string') return [{ role: 'user', text: request }];
  if (Array.isArray(request)) return request.flatMap(messageTexts);
  if (!isRecord(request)) return [];
  const { system, instructions, systemInstruction, system_instruction: snake, prompt } = request;
  const { messages, input, contents } = request;
  return [
    ...[system, instructions, systemInstruction, snake].flatMap((one) => textsIn(one, 'system')),
    ...[messages, input, contents].flatMap((one) =>
      Array.isArray(one) ? one.flatMap(messageTexts) : textsIn(one, 'user'),
    ),
    ...(typeof prompt === 'string' ? [{ role: 'user' as const, text: prompt }] : []),
  ];
}

function messageTexts(message: unknown): SentText[] {
  if (typeof message === 'string') return [{ role: 'user', text: message }];
  if (!isRecord(message)) return [];
  const { role, content, parts, type } = message;
  if (typeof role !== 'string' && typeof type === 'string') return textsIn(message, 'user');
  return textsIn(content ?? parts, roleOf(role));
}

function roleOf(role: unknown): SentText['role'] {
  if (role === 'system' || role === 'developer') return 'system';
  if (role === 'assistant' || role === 'model') return 'assistant';
  return role === 'tool' || role === 'function' ? 'tool' : 'user';
}

/** A text, or the text parts of a list or an object. @param depth beyond which nobody's request goes. */
function textsIn(value: unknown, role: SentText['role'], depth = 12): SentText[] {
  if (typeof value === 'string') return value === '' ? [] : [{ role, text: value }];
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, role, depth - 1));
  if (!isRecord(value)) return [];
  const { text, parts } = value;
  return typeof text === 'string' ? textsIn(text, role) : textsIn(parts, role, depth - 1);
}
