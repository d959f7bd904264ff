import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Database } from '../sqlite.ts';
import type { Memory } from './format.ts';
import type { Layout } from './layout.ts';

/** How far a file was imported, and what its reader remembered there. */
export interface Position {
  readonly source: string;
  readonly offset: number;
  readonly size: number;
  readonly digest: string;
  readonly layout: Layout;
  readonly memory: Memory;
  readonly malformed: number;
}

/** Bytes at the beginning, and before the position, by which it is known that a file was only added to. */
const looked = 4096;

export function positionOf(database: Database, path: string): Position | null {
  const row = database.prepare('SELECT * FROM import WHERE path = ?').get(path);
  if (row === undefined) return null;
  return {
    ...{ source: String(row['source']), offset: Number(row['offset']), size: Number(row['size']) },
    ...{ digest: String(row['digest']), malformed: Number(row['malformed']) },
    layout: JSON.parse(String(row['layout'])) as Layout,
    memory: JSON.parse(String(row['memory'])) as Memory,
  };
}

export function keepPosition(database: Database, path: string, position: Position): void {
  const { source, size, offset, digest, layout, memory, malformed } = position;
  database
    .prepare('INSERT OR REPLACE INTO import VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(path, source, size, offset, digest, JSON.stringify(layout), JSON.stringify(memory), malformed);
}

/** Of how a file begins, and of what stands before the offset. @throws the system's error. */
export function digestAt(path: string, offset: number): string {
  const file = openSync(path, 'r');
  try {
    const sum = createHash('sha256');
    for (const [from, to] of [
      [0, Math.min(looked, offset)] as const,
      [Math.max(offset - looked, 0), offset] as const,
    ]) {
      const bytes = Buffer.alloc(to - from);
      sum.update(bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from)));
    }
    return sum.digest('base64url');
  } finally {
    closeSync(file);
  }
}
