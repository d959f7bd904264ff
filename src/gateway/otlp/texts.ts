import { isRecord } from '../../core/prices/lists/reading.ts';
import { sentTexts } from '../../ledger/attribution/sentTexts.ts';
import type { SentText } from '../../ledger/attribution/sketch.ts';
import { jsonOf } from '../json.ts';
import type { Attributes, Span } from './span.ts';

/** Messages, flattened into attributes: OpenLLMetry, its older form, and OpenInference. */
const flattened =
  /^(?:gen_ai\.prompt|llm\.prompts|llm\.input_messages)\.(\d{1,4})\.(?:message\.)?(role|content|contents\.\d{1,4}\.message_content\.text)$/;

/** What was sent, where instrumentation tells it. Only sums of it are kept. */
export function spanTexts({ attributes, events }: Span): SentText[] {
  const system = messages(attributes['gen_ai.system_instructions'], 'system');
  const whole = ['gen_ai.input.messages', 'ai.prompt.messages', 'gen_ai.prompt'].flatMap((name) =>
    messages(attributes[name], 'user'),
  );
  if (whole.length > 0) return [...system, ...whole];
  const flat = flattenedTexts(attributes);
  if (flat.length > 0) return [...system, ...flat];
  const told = events.flatMap(({ name, attributes: inner }) => {
    const role = /^gen_ai\.(system|user|assistant|tool)\.message$/.exec(name)?.[1];
    if (role !== undefined) return messages(inner['content'] ?? inner['gen_ai.event.content'], role);
    return name === 'gen_ai.content.prompt' ? messages(inner['gen_ai.prompt'], 'user') : [];
  });
  if (told.length > 0) return [...system, ...told];
  return [...system, ...messages(attributes['input.value'], 'user')];
}

/** A text, or JSON of messages or of a request. @param role of what does not say. */
function messages(value: unknown, role: string): SentText[] {
  const parsed = typeof value === 'string' && /^\s*[[{]/.test(value) ? (jsonOf(value) ?? value) : value;
  if (typeof parsed === 'string') return sentTexts([{ role, content: parsed }]);
  if (Array.isArray(parsed)) return sentTexts(parsed.map((one: unknown) => message(one, role)));
  return sentTexts(parsed);
}

/** In the parts of the GenAI conventions the text stands in `content`. */
function message(value: unknown, role: string): unknown {
  if (!isRecord(value)) return { role, content: value };
  const { role: own, parts, content } = value;
  if (!Array.isArray(parts)) return { ...value, role: own ?? role, content };
  const texts = parts.map((part: unknown) =>
    isRecord(part) ? { text: part['text'] ?? part['content'] } : part,
  );
  return { role: own ?? role, content: texts };
}

function flattenedTexts(attributes: Attributes): SentText[] {
  const found = new Map<number, { role: string; texts: string[] }>();
  for (const [name, value] of Object.entries(attributes)) {
    const [, number, what] = flattened.exec(name) ?? [];
    if (number === undefined || typeof value !== 'string') continue;
    const known = found.get(Number(number)) ?? { role: 'user', texts: [] };
    found.set(Number(number), known);
    if (what === 'role') known.role = value;
    else known.texts.push(value);
  }
  const inOrder = [...found].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([, { role, texts }]) => messages(texts.join('\n'), role));
}
