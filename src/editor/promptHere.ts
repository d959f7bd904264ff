import * as vscode from 'vscode';
import type { MeteredPrompt } from '../core/report.ts';
import type { Documents } from './documents.ts';
import { promptAt } from './known.ts';

export interface PromptHere {
  readonly prompt: MeteredPrompt;
  readonly document: vscode.TextDocument;
}

/** The prompt that a command is about: the one named, or the one at the cursor; the only one of the file wherever the cursor is. */
export async function promptHere(
  documents: Documents,
  address?: string,
  id?: string,
): Promise<PromptHere | null> {
  const editor = vscode.window.activeTextEditor;
  const document = address === undefined ? editor?.document : await openDocument(address);
  if (!document) return null;
  const known = await documents.whenKnown(document);
  if (!known) return null;
  const named = known.prompts.find((prompt) => prompt.id === id);
  const offset = editor?.document === document ? document.offsetAt(editor.selection.active) : null;
  const around = offset === null ? null : promptAt(known, offset);
  const only = known.prompts.length === 1 ? known.prompts[0] : undefined;
  const prompt = named ?? around ?? only;
  return prompt ? { prompt, document } : null;
}

export function openDocument(address: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
}
