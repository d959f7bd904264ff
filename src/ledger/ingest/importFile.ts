import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Call } from '../call.ts';
import { faultOf, type Fault } from '../fault.ts';
import type { Store } from '../store.ts';
import type { Format, Memory } from './format.ts';
import { formats } from './formats/index.ts';
import { layoutOf, type Layout } from './layout.ts';
import { digestAt, keepPosition, positionOf, type Position } from './progress.ts';
import { recordsOf } from './records.ts';

export interface Imported {
  readonly kind: 'imported';
  readonly format: Format;
  readonly added: number;
  readonly completed: number;
  readonly known: number;
  /** Records that are broken, or lack what makes them a call. */
  readonly malformed: number;
  /** The byte at which it began: not 0 where an earlier import had come so far. */
  readonly from: number;
}

/** `why` completes "it was not imported: …". */
export interface NotImported {
  readonly kind: 'not-imported';
  readonly why: string;
}

export interface ImportOptions {
  /** What is done to each call before it is written, such as to price it. */
  readonly prepare?: (call: Call) => Call;
  /** Told now and then how many bytes were read. What it returns is waited for. */
  readonly onProgress?: (bytes: number) => Promise<void> | undefined;
}

/** Calls that are written in one go. */
const batch = 1000;
/** Records that are written in one go even if few of them are calls: an import that is stopped does not lose more. */
const mostRecords = 20_000;
/** Bytes and records by which the format is told. */
const headBytes = 1024 * 1024;
const headRecords = 500;

/**
 * Brings the calls of a log into the ledger. Telling the same calls again adds nothing; a file that was added to is read
 * from where an earlier import stopped, also when that was broken off.
 * @param path absolute.
 */
export async function importFile(
  store: Store,
  path: string,
  { prepare = (call) => call, onProgress }: ImportOptions = {},
): Promise<Imported | NotImported | Fault> {
  const begun = await begin(store, path);
  if (begun.kind !== 'begun') return begun;
  const { format, layout, memory, from, size } = begun;
  const counts = { added: 0, completed: 0, known: 0, malformed: 0 };
  let calls: Call[] = [];
  let [records, end] = [0, from];
  const write = (): Fault | null => {
    const position = {
      source: format.source,
      size,
      offset: end,
      digest: digestAt(path, end),
      layout,
      memory,
    };
    const malformed = counts.malformed + begun.malformed;
    const answer = store.record(calls, (database) =>
      keepPosition(database, path, { ...position, malformed }),
    );
    if (answer.kind === 'fault') return answer;
    for (const key of ['added', 'completed', 'known'] as const) counts[key] += answer[key];
    [calls, records] = [[], 0];
    return null;
  };
  try {
    for await (const record of recordsOf(path, layout, from)) {
      const found = record.fields === null ? null : format.read(record.fields, memory);
      if (found === null) counts.malformed++;
      else calls.push(...found.map(prepare));
      end = record.end;
      records++;
      if (calls.length < batch && records < mostRecords) continue;
      const fault = write();
      if (fault !== null) return fault;
      await onProgress?.(end);
    }
    const fault = end > from ? write() : null;
    return fault ?? { kind: 'imported', format, ...counts, from };
  } catch (error) {
    return { kind: 'not-imported', why: faultOf(error, path).detail };
  }
}

interface Begun {
  readonly kind: 'begun';
  readonly format: Format;
  readonly layout: Layout;
  readonly memory: Memory;
  readonly from: number;
  readonly size: number;
  readonly malformed: number;
}

async function begin(store: Store, path: string): Promise<Begun | NotImported | Fault> {
  const known = store.read((database) => ({ position: positionOf(database, path) }));
  if ('why' in known) return known;
  try {
    const { size } = statSync(path);
    return (resumed(known.position, path, size) ?? (await detected(path, size))) satisfies
      Begun | NotImported;
  } catch (error) {
    return { kind: 'not-imported', why: faultOf(error, path).detail };
  }
}

/** `null` where the file is not the one that was imported with something added. */
function resumed(position: Position | null, path: string, size: number): Begun | null {
  if (position === null || position.offset > size || digestAt(path, position.offset) !== position.digest)
    return null;
  const format = formats.find(({ source }) => source === position.source);
  if (format === undefined) return null;
  const { layout, memory, offset, malformed } = position;
  return { kind: 'begun', format, layout, memory: { ...memory }, from: offset, size, malformed };
}

async function detected(path: string, size: number): Promise<Begun | NotImported> {
  const layout = layoutOf(headOf(path));
  if (layout === null) return { kind: 'not-imported', why: 'it is neither JSON nor a table' };
  let seen = 0;
  for await (const { fields, end } of recordsOf(path, layout, 0)) {
    const format = fields === null ? undefined : formats.find((one) => one.detects(fields));
    if (format !== undefined)
      return { kind: 'begun', format, layout, memory: {}, from: 0, size, malformed: 0 };
    if (++seen >= headRecords || end > headBytes) break;
  }
  return { kind: 'not-imported', why: 'no log looks like that which is known here' };
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
