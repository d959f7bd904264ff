import * as vscode from 'vscode';
import { type Edit, LineIndex, type Range } from '../core/text.ts';
import type { Known } from './known.ts';

export function toRange(document: vscode.TextDocument, range: Range): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

/** In the order in which VS Code applies them: each counts in the text that the ones before it have left. */
export function editsOf(changes: readonly vscode.TextDocumentContentChangeEvent[]): readonly Edit[] {
  return [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => ({
      range: { start: rangeOffset, end: rangeOffset + rangeLength },
      text,
    }));
}

/** Where people are told that a segment stands: a line counted from 1, and the file where it is not the document's own. */
export interface Spot {
  readonly file: string | null;
  readonly line: number;
}

/** @param path the document's own, or that of a file its prompts are put together from. */
export function spotOf(document: vscode.TextDocument, known: Known, path: string, offset: number): Spot {
  if (path === known.path) return { file: null, line: document.positionAt(offset).line + 1 };
  return { file: path, line: new LineIndex(known.lines[path] ?? [0]).position(offset).line + 1 };
}

/** Characters of a document, without making one string of its lines. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
