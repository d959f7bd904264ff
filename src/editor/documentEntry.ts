import type * as vscode from 'vscode';
import type { editsOf } from './convert.ts';
import type { Known } from './known.ts';
import type { Kind } from './languages.ts';
import type { Place } from './workspaces.ts';

/**
 * Characters of a file that only might hold prompts, and in which none was found: a larger one is read again when it is
 * saved, not while it is typed.
 */
const mostReadInVain = 20_000;

/** An open document, what is known of it, and what is under way. */
export interface Entry {
  readonly document: vscode.TextDocument;
  readonly kind: Kind;
  readonly place: Place;
  known: Known | null;
  /** Whether its findings are those of the text whose numbers it has; until then they are older ones, moved along. */
  isChecked: boolean;
  /** Characters of the text that was read last. */
  length: number;
  /** What was typed after the text that is being analyzed was sent, oldest first. */
  edits: { readonly version: number; readonly changes: ReturnType<typeof editsOf> }[];
  timer: NodeJS.Timeout | null;
  readonly waiting: ((known: Known | null) => void)[];
}

export function newEntry(document: vscode.TextDocument, kind: Kind, place: Place): Entry {
  return {
    ...{ document, kind, place },
    ...{ known: null, isChecked: false, length: 0, edits: [], timer: null, waiting: [] },
  };
}

/** Whether numbers and findings are those of the text as it stands. */
export function isFresh({ edits, isChecked }: Entry): boolean {
  return edits.length === 0 && isChecked;
}

/** What is asked about a document: of several questions that wait, the newest counts. */
export function slotOf({ place: { key, path } }: Entry): string {
  return `analyze ${key} ${path}`;
}

export function wasReadInVain({ kind, known, length }: Entry): boolean {
  return kind === 'perhaps' && known?.prompts.length === 0 && length > mostReadInVain;
}
