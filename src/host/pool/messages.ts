import type { FileSinks } from '../../core/prompts/knownSinks.ts';
import type { ReadResult, ReadTask } from '../../core/prompts/record.ts';
import type { Sighted } from '../cache/stampedDisk.ts';

/** What a reading thread is started with. */
export interface ReaderData {
  /** Absolute. */
  readonly root: string;
  /** What it runs, with what V8 made of it before; `null` for the code as it was written. */
  readonly bundle: string | null;
  /** Whether it is to tell which files it looked into: nobody asks where nothing is kept. */
  readonly stamps: boolean;
}

/** Files to read with the sinks that are known; `null` where they are those of the last batch. */
export interface Batch {
  readonly tasks: readonly ReadTask[];
  readonly known: readonly FileSinks[] | null;
}

/** What was read of one file, in the order of the batch, and which files were looked into for it. */
export interface FileRead {
  readonly path: string;
  readonly result: ReadResult;
  readonly sighted: readonly Sighted[];
}
