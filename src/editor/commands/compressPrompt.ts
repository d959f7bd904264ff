import * as vscode from 'vscode';
import { levels, type Level } from '../../core/compress/lexicons/lexicon.ts';
import type { Taken } from '../../core/compress/taken.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { moneyIn } from '../../core/prices/money.ts';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import type { PromptCompression } from '../../host/workerCompress.ts';
import { nameOf } from '../../report/words.ts';
import type { FromPage, ToPage } from '../../webview/protocol.ts';
import { commandIds } from '../commandIds.ts';
import { CompressedDocuments } from '../compressedDocuments.ts';
import { compressionPage, type Looked } from '../compressionPage.ts';
import { sayOfCompression as say } from '../compressionSentences.ts';
import { toRange } from '../convert.ts';
import type { Documents } from '../documents.ts';
import { exportEvaluation } from '../exportEvaluation.ts';
import { goTo } from '../goTo.ts';
import { promptPage } from '../promptPage.ts';
import { rewritten } from '../rewritten.ts';
import { say as sayAll } from '../sentences.ts';
import { placeOf, uriOf } from '../workspaces.ts';

/** Characters; shorter texts are compressed before anybody could cancel it. */
const takesLong = 200_000;

/** Shows how a prompt could be said with fewer tokens, and changes it by what a person takes of that. */
export function compressPrompt(
  extension: vscode.Uri,
  documents: Documents,
  thread: AnalyzerThread,
): vscode.Disposable {
  const compressed = new CompressedDocuments();
  let level: Level = 'balanced';
  let looked: Looked | null = null;

  const ask = async (
    document: vscode.TextDocument,
    id: string,
    taken: Taken | null,
  ): Promise<PromptCompression | ToPage | null> => {
    const { key, path } = placeOf(document);
    const asking = thread.ask('compress', { kind: 'compress', key, path, id, level, taken });
    const outcome = await (document.getText().length < takesLong ? asking : cancellable(asking));
    if (outcome === null || outcome.kind === 'superseded') return null;
    if (outcome.kind === 'failed') return { kind: 'nothing', title: id, why: say.failed(outcome.why) };
    return outcome.value ?? { kind: 'nothing', title: id, why: sayAll.promptGone };
  };
  const pageOf = (document: vscode.TextDocument, next: Looked): ToPage => {
    looked = next;
    compressed.update(document, next.made.after);
    return compressionPage(next, moneyIn(documents.known(document)?.currency ?? null));
  };
  const draw = async (document: vscode.TextDocument, id: string): Promise<ToPage | null> => {
    // what a person took of it stays taken while the text is the same
    if (looked !== null && isStill(looked, document, id)) return pageOf(document, looked);
    const offered = await ask(document, id, null);
    if (offered === null || 'kind' in offered) return offered;
    return pageOf(document, { level, offered, taken: groupsOf(offered), made: offered });
  };
  const take = async (
    document: vscode.TextDocument,
    id: string,
    groups: readonly number[],
  ): Promise<ToPage | null> => {
    if (looked === null) return draw(document, id);
    const { offered } = looked;
    const taken = new Set(groups);
    const edits = offered.compression.edits.filter(({ group }) => taken.has(group));
    const { rules } = offered.compression;
    const made = await ask(document, id, { engine: offered.engine, of: offered.of, edits, rules });
    if (made === null || 'kind' in made) return made;
    return pageOf(document, { level, offered, taken, made });
  };

  const rewrite = async (
    document: vscode.TextDocument,
    id: string,
    { offered }: Looked,
  ): Promise<ToPage | null> => {
    const taken = await rewritten(offered);
    const made = taken && (await ask(document, id, taken));
    if (made === null || 'kind' in made) return made;
    return pageOf(document, { level, offered: made, taken: groupsOf(made), made });
  };
  const onSaid = async (
    said: FromPage,
    document: vscode.TextDocument,
    id: string,
    seen: Looked,
  ): Promise<ToPage | null> => {
    const { made } = seen;
    if (said.kind === 'takeEdits') return take(document, id, said.groups);
    if (said.kind === 'rewrite') return rewrite(document, id, seen);
    if (said.kind === 'compressAt') {
      level = levels.find((one) => one === said.level) ?? level;
      looked = null;
      return draw(document, id);
    }
    if (said.kind === 'goTo') await goTo(uriOf(document.uri, said.path), said.offset);
    if (said.kind === 'showDiff') await compressed.show(document, made.after, nameOf(made.prompt));
    if (said.kind === 'applyEdits') await apply(document, made);
    if (said.kind === 'exportEvaluation') await exportEvaluation(document, made);
    return null;
  };

  return vscode.Disposable.from(
    compressed,
    promptPage({
      extension,
      documents,
      command: commandIds.compressPrompt,
      viewType: 'promptmeter.compression',
      tab: say.tab,
      draw,
      onSaid: (said, document, id) =>
        looked === null ? draw(document, id) : onSaid(said, document, id, looked),
    }),
  );
}

function isStill({ offered }: Looked, document: vscode.TextDocument, id: string): boolean {
  return offered.prompt.id === id && offered.madeFor === fingerprint(document.getText());
}

function groupsOf({ groups }: PromptCompression): ReadonlySet<number> {
  return new Set(groups.map(({ group }) => group));
}

/** One edit, and so one step to undo; none where the file is not what the edits were made for. */
async function apply(document: vscode.TextDocument, { edits, madeFor }: PromptCompression): Promise<void> {
  if (fingerprint(document.getText()) !== madeFor)
    return void vscode.window.showWarningMessage(say.changedMeanwhile);
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range, text }) => vscode.TextEdit.replace(toRange(document, range), text)),
  );
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
    return void vscode.window.showWarningMessage(say.notApplied);
  vscode.window.setStatusBarMessage(say.applied, 5000);
}

/** Waits with a notification that can be cancelled; what comes after that is nobody's. */
async function cancellable<T>(work: Promise<T>): Promise<T | null> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say.working,
    cancellable: true,
  };
  return vscode.window.withProgress(options, (_, token) => {
    const cancelled = new Promise<null>((resolve) => token.onCancellationRequested(() => resolve(null)));
    return Promise.race([work, cancelled]);
  });
}
