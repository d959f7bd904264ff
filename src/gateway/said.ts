import { isRecord, type Fields } from '../core/prices/lists/reading.ts';
import { textOf } from './asked.ts';

/** The piece of an answer that one event of its stream brings: words, thoughts, or what a tool is asked. */
export function pieceOf(event: Fields): string {
  const { type, delta, choices, candidates, content_block: block } = event;
  if (Array.isArray(choices)) return choices.map((choice) => choiceText(choice, 'delta')).join('');
  if (Array.isArray(candidates)) return candidates.map(candidateText).join('');
  if (typeof type !== 'string') return '';
  if (typeof delta === 'string') return /\.delta$/.test(type) ? delta : '';
  if (type === 'content_block_delta' && isRecord(delta))
    return firstText(delta, ['text', 'thinking', 'partial_json']);
  if (type === 'content_block_start' && isRecord(block)) return firstText(block, ['text', 'name']);
  return '';
}

/** The same of an answer that comes as a whole. */
export function wholeOf(answer: Fields): string {
  const { choices, candidates, content, output } = answer;
  if (Array.isArray(choices)) return choices.map((choice) => choiceText(choice, 'message')).join('');
  if (Array.isArray(candidates)) return candidates.map(candidateText).join('');
  return [...listOf(content), ...listOf(output)].map(blockText).join('');
}

function choiceText(choice: unknown, key: 'delta' | 'message'): string {
  if (!isRecord(choice)) return '';
  const { text, [key]: said } = choice;
  if (typeof text === 'string') return text;
  if (!isRecord(said)) return '';
  const { content, reasoning_content: thought, reasoning, tool_calls: calls } = said;
  const asked = listOf(calls).map((call) => {
    const fields = isRecord(call) && isRecord(call['function']) ? call['function'] : {};
    return `${firstText(fields, ['name'])}${firstText(fields, ['arguments'])}`;
  });
  return [textOf(thought ?? reasoning), textOf(content), ...asked].join('');
}

function candidateText(candidate: unknown): string {
  const content = isRecord(candidate) && isRecord(candidate['content']) ? candidate['content'] : {};
  return listOf(content['parts']).map(blockText).join('');
}

/** A block of Anthropic, an item of Responses, or a part of Gemini. */
function blockText(block: unknown): string {
  if (!isRecord(block)) return '';
  const { input, functionCall, content } = block;
  const asked = input ?? functionCall;
  if (isRecord(asked)) return `${firstText(block, ['name'])}${JSON.stringify(asked)}`;
  if (Array.isArray(content)) return content.map(blockText).join('');
  return firstText(block, ['text', 'thinking', 'arguments']);
}

function firstText(fields: Fields, keys: readonly string[]): string {
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
