import type * as vscode from 'vscode';
import type { Documents } from './documents.ts';
import type { Known } from './known.ts';
import type { Measured } from './measured.ts';
import type { Since } from './since.ts';
import type { Place } from './workspaces.ts';

/** Where a prompt stands, and what is known besides. */
export interface Around {
  readonly document: vscode.TextDocument;
  readonly known: Known;
  readonly since: Since;
  readonly measured: Measured;
}

/** What the surfaces in the text are told by, and listen to. */
export interface Tellers {
  readonly documents: Documents;
  readonly since: Since;
  readonly measured: Measured;
}

/** An open document, where it stands and what is known of it. */
export interface OpenDocument {
  readonly document: vscode.TextDocument;
  readonly place: Place;
  readonly known: Known;
}
