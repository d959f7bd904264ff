import * as vscode from 'vscode';
import type { MeteredPrompt } from '../core/report.ts';
import type { Around, Tellers } from './around.ts';
import { commandIds } from './commandIds.ts';
import { spotOf, toRange } from './convert.ts';
import { describe } from './describe.ts';
import { callOf, promptAt, requestOf } from './known.ts';
import { everything, uriOf } from './workspaces.ts';
import type { Settings } from './settings.ts';

/** What a prompt is made of and costs, wherever the pointer rests on it. */
export function hovers(tellers: Tellers, settings: Settings): vscode.Disposable {
  const { documents, since, measured } = tellers;
  return vscode.languages.registerHoverProvider(everything, {
    async provideHover(document, position) {
      if (settings.show(document) === 'off') return null;
      const known = await documents.whenKnown(document);
      const prompt = known && promptAt(known, document.offsetAt(position));
      if (!prompt) return null;
      const range = hoverRange(prompt, document, position);
      return range && new vscode.Hover(details(prompt, { document, known, since, measured }), range);
    },
  });
}

/** Where a file is the prompt, only its first line and its holes speak: nobody wants a hover over every line that they read. */
function hoverRange(
  prompt: MeteredPrompt,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Range | null {
  const whole = toRange(document, prompt.range);
  if (prompt.found !== 'file') return whole;
  const first = document.lineAt(whole.start).range.with(whole.start);
  const holes = prompt.segments.filter(({ kind, path }) => kind === 'hole' && path === prompt.path);
  const places = [first, ...holes.map(({ range }) => toRange(document, range))];
  return places.find((place) => place.contains(position)) ?? null;
}

export function details(
  prompt: MeteredPrompt,
  { document, known, since, measured }: Around,
): vscode.MarkdownString {
  const args = encodeURIComponent(JSON.stringify([document.uri.toString(), prompt.id]));
  const text = describe({
    prompt,
    spot: (path, offset) => spotOf(document, known, path, offset),
    request: requestOf(known, prompt.id),
    call: callOf(known, prompt.id),
    budgets: known.budgets.filter(({ prompts }) => prompts.includes(prompt.id)),
    budgetLink: ({ path, line }) =>
      uriOf(document.uri, path)
        .with({ fragment: `L${line}` })
        .toString(),
    since: since.changeOf(document, prompt.id),
    measured: measured.of(document, prompt.id),
    currency: known.currency,
    links: {
      pick: `command:${commandIds.pickModel}?${args}`,
      map: `command:${commandIds.showCacheMap}?${args}`,
      compare: `command:${commandIds.compareModels}?${args}`,
      provider: `command:${commandIds.countWithProvider}?${args}`,
      dashboard: `command:${commandIds.openDashboard}`,
      change: `command:${commandIds.showChange}?${args}`,
    },
    now: Date.now(),
  });
  const markdown = new vscode.MarkdownString(text, true);
  // Only our own commands can be reached from a text that quotes a source file.
  const enabledCommands = [
    commandIds.pickModel,
    commandIds.compareModels,
    commandIds.showCacheMap,
    commandIds.countWithProvider,
    commandIds.openDashboard,
    commandIds.showChange,
  ];
  markdown.isTrusted = { enabledCommands };
  return markdown;
}
