import * as vscode from 'vscode';
import type { Hole } from '../core/prompts/prompt.ts';
import type { MeteredPrompt } from '../core/report.ts';
import type { Around, Tellers } from './around.ts';
import { commandIds } from './commandIds.ts';
import { toRange } from './convert.ts';
import { details } from './hovers.ts';
import { measuredOf, newsOf, numbersOf } from './numbers.ts';
import { everything } from './workspaces.ts';
import { say } from './sentences.ts';
import type { Settings } from './settings.ts';

/** At the end of each prompt its tokens and cost, and at each hole how its value varies. No line of the text moves. */
export function inlays(tellers: Tellers, settings: Settings): vscode.Disposable {
  const { documents, since, measured } = tellers;
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, visible) {
      if (!['inlay', 'both'].includes(settings.show(document))) return [];
      const known = await documents.whenKnown(document);
      return known
        ? hintsOf({ document, known, since, measured }).filter(({ position }) => visible.contains(position))
        : [];
    },
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidChange(() => changed.fire()),
    documents.onDidRebudget(() => changed.fire()),
    since.onDidChange(() => changed.fire()),
    measured.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    vscode.languages.registerInlayHintsProvider(everything, provider),
  );
}

function hintsOf(around: Around): vscode.InlayHint[] {
  const { document, known } = around;
  const holes = known.prompts.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'hole' && segment.path === known.path ? [segment] : [])),
  );
  // A text that several prompts are put together from has its holes once.
  const once = new Map(holes.map((hole) => [hole.range.end, hole]));
  return [
    ...[...once.values()].map((hole) => holeHint(hole, document)),
    ...known.prompts.map((prompt) => promptHint(prompt, around)),
  ];
}

function holeHint({ range, because, varies }: Hole, document: vscode.TextDocument): vscode.InlayHint {
  const hint = new vscode.InlayHint(toRange(document, range).end, say.holeHint(because, varies));
  hint.paddingLeft = true;
  return hint;
}

function promptHint(prompt: MeteredPrompt, around: Around): vscode.InlayHint {
  const { document } = around;
  const text = [...numbersOf(prompt, around), ...measuredOf(prompt, around), ...newsOf(prompt, around)].join(
    ' · ',
  );
  const label = new vscode.InlayHintLabelPart(text);
  label.tooltip = details(prompt, around);
  label.command = {
    title: say.lensTooltip,
    command: commandIds.showPrompt,
    arguments: [document.uri.toString(), prompt.id],
  };
  const hint = new vscode.InlayHint(toRange(document, prompt.range).end, [label]);
  hint.paddingLeft = true;
  return hint;
}
