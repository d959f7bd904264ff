import { createReadStream } from 'node:fs';
import { isRecord, type Fields } from '../../core/prices/lists/reading.ts';
import { Cutter, type Piece } from './cut.ts';
import { cellsOf, type Layout } from './layout.ts';

/** A record, or that there should have been one. */
export interface LogRecord {
  /** `null` for what is no record: broken JSON, or a value that is no object. */
  readonly fields: Fields | null;
  /** The byte behind it. */
  readonly end: number;
}

/** Bytes read at once. */
const step = 1024 * 1024;

/**
 * The records of a file, one by one, in memory that does not grow with the file. A last record that is still being
 * written is left for the next time.
 * @param from where a record may begin. @throws the system's error where the file cannot be read.
 */
export async function* recordsOf(path: string, layout: Layout, from: number): AsyncGenerator<LogRecord> {
  const cutter = new Cutter(layout, from);
  for await (const chunk of createReadStream(path, { start: from, highWaterMark: step }))
    for (const piece of cutter.cut(chunk as Buffer)) {
      const record = recordOf(piece, layout);
      if (record !== null) yield record;
    }
  for (const piece of cutter.rest()) {
    const record = recordOf(piece, layout);
    if (record !== null && record.fields !== null) yield record;
  }
}

/** `null` for blanks between records, and for the head of a table. */
function recordOf({ bytes, end }: Piece, layout: Layout): LogRecord | null {
  if (bytes === null) return { fields: null, end };
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  if (text === '') return null;
  if (layout.kind === 'table') return rowOf(text, layout.columns, end);
  // In a list, a comma or the bracket stands before the object.
  const json = layout.kind === 'values' ? text.slice(Math.max(text.indexOf('{'), 0)) : text;
  if (layout.kind === 'values' && !json.startsWith('{')) return null;
  return { fields: parsed(json), end };
}

function rowOf(text: string, columns: readonly string[], end: number): LogRecord | null {
  const cells = cellsOf(text);
  if (cells.length === columns.length && cells.every((cell, i) => cell === columns[i])) return null;
  if (cells.length !== columns.length) return { fields: null, end };
  return { fields: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])), end };
}

function parsed(json: string): Fields | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    // Counted, and said at the end.
    return null;
  }
}
