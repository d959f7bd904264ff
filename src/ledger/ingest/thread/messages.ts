import type { Workspace } from '../../../host/workerMessages.ts';
import type { Source } from '../../call.ts';
import type { Fault } from '../../fault.ts';

/** What is to be imported, and where to. */
export interface ImportTask {
  /** Path of the ledger, which is made where there is none. */
  readonly ledger: string;
  /** Files, or folders of which all that may be logs is looked at; absolute. */
  readonly paths: readonly string[];
  /** Whose configuration says what calls cost and what of them is kept. */
  readonly workspace: Workspace;
}

/** What became of all of it. */
export interface ImportSum {
  readonly kind: 'sum';
  /** By format, with the name that people know it by. */
  readonly logs: readonly { readonly source: Source; readonly name: string; readonly files: number }[];
  readonly added: number;
  readonly completed: number;
  readonly known: number;
  readonly malformed: number;
  /** Files that were named and could not be imported; `why` completes "it was not imported: …". */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  /** Files that were come across in a folder and are no log that is known here. */
  readonly others: number;
  /** Where a ledger that was damaged is kept; `null` where none was. */
  readonly aside: string | null;
}

export type FromImport =
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | ImportSum
  | Fault
  /** A mistake of ours. */
  | { readonly kind: 'failed'; readonly why: string };
