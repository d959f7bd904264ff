import { dirname } from 'node:path/posix';
import * as vscode from 'vscode';
import type { PromptCompression } from '../host/workerCompress.ts';
import { evaluationOf } from '../report/evaluation.ts';
import { nameOf } from '../report/words.ts';
import { sayOfCompression as say } from './compressionSentences.ts';

/** Writes an evaluation of a prompt and its shorter form to where a person wants it, and shows it. */
export async function exportEvaluation(
  document: vscode.TextDocument,
  made: PromptCompression,
): Promise<void> {
  const { prompt, draft, compression, model, demands } = made;
  const folder = document.uri.with({ path: dirname(document.uri.path) });
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, 'promptfooconfig.yaml'),
    filters: { YAML: ['yaml', 'yml'] },
    title: say.evaluationTitle,
  });
  if (target === undefined) return;
  const { text } = draft;
  const evaluation = evaluationOf({
    name: nameOf(prompt),
    text,
    draft,
    compression,
    role: prompt.role,
    model,
    demands,
  });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(evaluation));
  await vscode.window.showTextDocument(target, { preview: false });
}
