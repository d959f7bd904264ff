import * as vscode from 'vscode';
import type { MeteredPrompt } from '../core/report.ts';
import { commandIds } from './commandIds.ts';
import { spotOf, toRange } from './convert.ts';
import { describe } from './describe.ts';
import type { Documents } from './documents.ts';
import { type Known, promptAt } from './known.ts';
import { languageIds } from './languages.ts';
import type { Settings } from './settings.ts';

/** What a prompt is made of and costs, wherever the pointer rests on it. */
export function hovers(documents: Documents, settings: Settings): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languageIds], {
    async provideHover(document, position) {
      if (settings.show(document) === 'off') return null;
      const known = await documents.whenKnown(document);
      const prompt = known && promptAt(known, document.offsetAt(position));
      return prompt
        ? new vscode.Hover(details(prompt, document, known), toRange(document, prompt.range))
        : null;
    },
  });
}

export function details(
  prompt: MeteredPrompt,
  document: vscode.TextDocument,
  known: Known,
): vscode.MarkdownString {
  const args = encodeURIComponent(JSON.stringify([document.uri.toString(), prompt.id]));
  const text = describe({
    prompt,
    spot: (path, offset) => spotOf(document, known, path, offset),
    pickLink: `command:${commandIds.pickModel}?${args}`,
  });
  const markdown = new vscode.MarkdownString(text, true);
  // Only our own command can be reached from a text that quotes a source file.
  markdown.isTrusted = { enabledCommands: [commandIds.pickModel] };
  return markdown;
}
