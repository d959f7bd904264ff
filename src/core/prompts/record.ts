import { both, type Looked } from '../source/looked.ts';
import type { FileReading } from './candidate.ts';
import type { FunctionSinks } from './sinks.ts';

/**
 * All that is kept of a file that was read: plain data, so that it can cross threads and be stored. It holds as long as
 * nothing of what was looked at has changed.
 */
export interface FileRecord {
  /** Why the file, or a part of it, could not be read. */
  readonly problem: string | null;
  /** Where its lines begin; `null` where nothing was found that would need it. */
  readonly lines: readonly number[] | null;
  /** Names of what it calls. */
  readonly calls: readonly string[];
  /** Its functions' sinks, told without those of other files. */
  readonly own: readonly FunctionSinks[];
  /** What was read, with each of the sinks of other files that it was read with. */
  readonly versions: readonly Version[];
  readonly looked: Looked;
}

/** What a file says when certain functions of other files are known to put a parameter into a request. */
export interface Version {
  /** Of the known sinks, see `KnownSinks.signature`: with each of these it is the same. */
  readonly signatures: readonly string[];
  /** Whether other files' functions had part in it. */
  readonly handed: boolean;
  readonly reading: FileReading;
  readonly sinks: readonly FunctionSinks[];
}

/** A file to read. */
export interface ReadTask {
  readonly path: string;
  /** A version is known in which no other file's functions had part: look first whether it holds for these sinks too. */
  readonly compares: boolean;
}

/** `unhanded`: with these sinks as well no other file's functions have part in it. */
export type ReadResult =
  | { readonly kind: 'record'; readonly record: FileRecord }
  | { readonly kind: 'unhanded'; readonly signature: string; readonly looked: Looked };

/** How often a file's sinks may come to be known differently before what it said with the oldest is forgotten. */
const mostVersions = 4;

export function versionFor(record: FileRecord, signature: string): Version | null {
  return (
    record.versions.find(
      ({ signatures, handed }) => signatures.includes(signature) || (signature === '' && !handed),
    ) ?? null
  );
}

/** Of a file that nobody could read to its end. */
export function unreadRecord(path: string, problem: string): ReadResult {
  const reading = { candidates: [], calls: [], suppressions: [] };
  const versions = [{ signatures: [''], handed: false, reading, sinks: [] }];
  const looked = { files: [path], folders: [], strained: true };
  return { kind: 'record', record: { problem, lines: null, calls: [], own: [], versions, looked } };
}

/** A record with what was read of the same file once more. */
export function withResult(record: FileRecord | undefined, result: ReadResult): FileRecord {
  if (record === undefined) {
    if (result.kind === 'record') return result.record;
    throw new Error('a file was compared with what was never read of it');
  }
  if (result.kind === 'record') {
    const versions = [...record.versions, ...result.record.versions].slice(-mostVersions);
    const lines = result.record.lines ?? record.lines;
    return { ...result.record, lines, versions, looked: both(record.looked, result.record.looked) };
  }
  const versions = record.versions.map((version) =>
    version.handed ? version : { ...version, signatures: [...version.signatures, result.signature] },
  );
  return { ...record, versions, looked: both(record.looked, result.looked) };
}
