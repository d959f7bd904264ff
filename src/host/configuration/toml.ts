import { parse, TomlDate, TomlError } from 'smol-toml';
import type { ValuePath } from '../../core/shape.ts';
import { tooDeep, type Parsed } from './parsed.ts';

/** `[tool.promptmeter]` of a pyproject.toml. */
export function parsePyproject(text: string): Parsed {
  try {
    const section = member(member(parse(text), 'tool'), 'promptmeter');
    if (section === undefined) return { kind: 'none' };
    return { kind: 'value', value: withoutDates(section), line: (path) => lineOf(text, path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // Another tool's mistake is told by that tool; ours cannot be read, so it must be told here.
    if (!mentionsUs(text)) return { kind: 'none' };
    if (error.message.includes('excessively nested')) return tooDeep;
    return { kind: 'broken', line: error.line, message: firstLine(error.message) };
  }
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** TOML has days of its own; ours are texts. */
function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutDates(one)]));
}

function mentionsUs(text: string): boolean {
  return /^\s*\[+\s*["']?tool["']?\s*\.\s*["']?promptmeter["']?\s*[.\]]/m.test(text);
}

/** The parser keeps no positions: the first line in our tables that has the last key of the path, else our first header. */
function lineOf(text: string, path: ValuePath): number {
  const lines = text.split(/\r?\n/);
  const ours = lines.flatMap((line, i) => (mentionsUs(line) ? [i] : []));
  const [header = 0] = ours;
  const key = path.findLast((part) => typeof part === 'string');
  if (key === undefined) return header + 1;
  for (const start of ours) {
    const after = lines.findIndex((line, i) => i > start && /^\s*\[/.test(line) && !mentionsUs(line));
    const end = after < 0 ? lines.length : after;
    const found = lines.findIndex((line, i) => i >= start && i < end && names(line, key));
    if (found >= 0) return found + 1;
  }
  return header + 1;
}

function names(line: string, key: string): boolean {
  return line.split(/[\s.=[\]{},"']+/).includes(key) || line.includes(JSON.stringify(key));
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
