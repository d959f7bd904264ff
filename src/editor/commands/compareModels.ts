import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import { commandIds } from '../commandIds.ts';
import { comparisonOf } from '../comparison.ts';
import type { Documents } from '../documents.ts';
import { promptPage } from '../promptPage.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';
import { placeOf } from '../workspaces.ts';

/** Shows one prompt under all models. */
export function compareModels(
  extension: vscode.Uri,
  documents: Documents,
  settings: Settings,
  thread: AnalyzerThread,
): vscode.Disposable {
  return promptPage({
    extension,
    documents,
    command: commandIds.compareModels,
    viewType: 'promptmeter.comparison',
    tab: say.compareTab,
    async draw(document, id) {
      const { key, path } = placeOf(document);
      const outcome = await thread.ask('compare', { kind: 'compare', key, path, id });
      if (outcome.kind === 'superseded') return null;
      if (outcome.kind === 'answer' && outcome.value !== null) return comparisonOf(outcome.value);
      const why = outcome.kind === 'failed' ? say.compareFailed(outcome.why) : say.promptGone;
      return { kind: 'nothing', title: id, why };
    },
    async onSaid(said, document, id) {
      if (said.kind === 'useModel') await settings.setPromptModel(id, said.model, document.uri);
      if (said.kind !== 'copy') return null;
      await vscode.env.clipboard.writeText(said.markdown);
      vscode.window.setStatusBarMessage(say.copied, 4000);
      return null;
    },
  });
}
