import * as vscode from 'vscode';
import { levels } from '../../core/compress/lexicons/lexicon.ts';
import type { Taken } from '../../core/compress/taken.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { moneyIn } from '../../core/prices/money.ts';
import type { MeteredPrompt } from '../../core/report.ts';
import type { PromptCompression } from '../../host/workerCompress.ts';
import { nameOf } from '../../report/words.ts';
import type { FromPage, ToPage } from '../../webview/protocol.ts';
import { commandIds } from '../commandIds.ts';
import { applyCompression } from '../applyCompression.ts';
import { CompressedDocuments } from '../compressedDocuments.ts';
import type { Compressing } from '../compressing.ts';
import { compressionPage, type Looked, type Way } from '../compressionPage.ts';
import { sayOfCompression as say } from '../compressionSentences.ts';
import type { Documents } from '../documents.ts';
import { exportEvaluation } from '../exportEvaluation.ts';
import { goTo } from '../goTo.ts';
import { promptPage } from '../promptPage.ts';
import { rewritten } from '../rewritten.ts';
import type { Scorers } from '../scorers.ts';
import { say as sayAll } from '../sentences.ts';
import type { Settings } from '../settings.ts';
import { uriOf } from '../workspaces.ts';

export interface CompressMeans {
  readonly extension: vscode.Uri;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly scorers: Scorers;
  readonly compressing: Compressing;
}

/** `null`: a person did not want it, or a newer question took its place. */
type Answer = PromptCompression | { readonly kind: 'failed'; readonly why: string } | null;

/** Shows how a prompt could be said with fewer tokens, and changes it by what a person takes of that. */
export function compressPrompt(means: CompressMeans): vscode.Disposable {
  const { extension, documents, settings, scorers, compressing } = means;
  const compressed = new CompressedDocuments();
  let way: Way | null = null;
  let looked: (Looked & { readonly document: vscode.TextDocument }) | null = null;

  const seenOf = (document: vscode.TextDocument, id: string): Looked | null =>
    looked?.document === document && looked.offered.prompt.id === id ? looked : null;
  const knownOf = (document: vscode.TextDocument, id: string): MeteredPrompt | null =>
    documents.known(document)?.prompts.find((prompt) => prompt.id === id) ?? null;
  const pageOf = (document: vscode.TextDocument, next: Looked): ToPage => {
    looked = { ...next, document };
    way = next.way;
    compressed.update(document, next.made.after);
    const money = moneyIn(documents.known(document)?.currency ?? null);
    return compressionPage(next, !isStill(next, document), money);
  };
  const ask = async (
    document: vscode.TextDocument,
    id: string,
    { level, engine, rate }: Way,
    taken: Taken | null = null,
  ): Promise<Answer> => {
    const place = engine === 'llmlingua2' && taken === null ? await scorers.place() : null;
    if (engine === 'llmlingua2' && taken === null && place === null) return null;
    const scorer = place && { ...place, rate };
    const outcome = await compressing.ask(document, {
      id,
      level,
      known: knownOf(document, id),
      scorer,
      taken,
    });
    if (outcome.kind === 'superseded') return null;
    if (outcome.kind === 'failed') return outcome;
    return outcome.value ?? { kind: 'failed', why: sayAll.promptGone };
  };
  /** Where a scorer does not work, or is not wanted, what is seen stays, and rules do it where nothing is. */
  const anew = async (document: vscode.TextDocument, id: string, wanted: Way): Promise<ToPage | null> => {
    const offered = await ask(document, id, wanted);
    if (offered !== null && !('kind' in offered))
      return pageOf(document, { way: wanted, offered, taken: groupsOf(offered), made: offered });
    if (offered !== null && wanted.engine === 'lexical')
      return { kind: 'nothing', title: id, why: say.failed(offered.why) };
    if (offered !== null) void vscode.window.showWarningMessage(say.notScored(offered.why));
    const seen = seenOf(document, id);
    if (seen !== null) return pageOf(document, seen);
    return wanted.engine === 'lexical' ? null : anew(document, id, { ...wanted, engine: 'lexical' });
  };
  const draw = (document: vscode.TextDocument, id: string): Promise<ToPage | null> => {
    // what a person took of it stays taken while the text is the same; a model reads it again only when they say so
    const seen = seenOf(document, id);
    // a call in another file was read meanwhile, or was changed: the same edits save other tokens and other money
    if (seen !== null && isStill(seen, document) && !isOfModel(seen, knownOf(document, id)))
      return take(document, seen, seen.taken);
    if (seen !== null && (isStill(seen, document) || isSlow(seen)))
      return Promise.resolve(pageOf(document, seen));
    return anew(document, id, way ?? { level: 'balanced', ...settings.compression() });
  };
  const take = async (
    document: vscode.TextDocument,
    seen: Looked,
    taken: ReadonlySet<number>,
  ): Promise<ToPage | null> => {
    const { offered } = seen;
    const edits = offered.compression.edits.filter(({ group }) => taken.has(group));
    const { rules } = offered.compression;
    const wish = { engine: offered.engine, of: offered.of, edits, rules };
    const made = await ask(document, offered.prompt.id, seen.way, wish);
    if (made === null || 'kind' in made) return made && failed(document, seen, made.why);
    return pageOf(document, { ...seen, taken, made });
  };
  const failed = (document: vscode.TextDocument, seen: Looked, why: string): ToPage => {
    void vscode.window.showWarningMessage(say.failed(why));
    return pageOf(document, seen);
  };
  const rewrite = async (document: vscode.TextDocument, seen: Looked): Promise<ToPage | null> => {
    const taken = await rewritten(seen.offered);
    const made = taken && (await ask(document, seen.offered.prompt.id, seen.way, taken));
    if (made === null) return null;
    if ('kind' in made) return failed(document, seen, made.why);
    return pageOf(document, { way: seen.way, offered: made, taken: groupsOf(made), made });
  };
  const onSaid = async (
    said: FromPage,
    document: vscode.TextDocument,
    seen: Looked,
  ): Promise<ToPage | null> => {
    const { made, offered, taken } = seen;
    const { id } = offered.prompt;
    const chosen = wayOf(said, seen.way);
    if (chosen !== null) return anew(document, id, chosen);
    if (said.kind === 'takeEdit') return take(document, seen, toggled(taken, said.group, said.on));
    if (said.kind === 'takeEdits')
      return take(document, seen, said.which === 'all' ? groupsOf(offered) : new Set());
    if (said.kind === 'rewrite') return rewrite(document, seen);
    if (said.kind === 'manageScorers') await vscode.commands.executeCommand(commandIds.manageScorers);
    if (said.kind === 'goTo') await goTo(uriOf(document.uri, said.path), said.offset);
    if (said.kind === 'showDiff') await compressed.show(document, made.after, nameOf(made.prompt));
    if (said.kind === 'applyEdits') await applyCompression(document, made);
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
      onSaid: (said, document, id) => {
        const seen = seenOf(document, id);
        return seen === null ? draw(document, id) : onSaid(said, document, seen);
      },
    }),
  );
}

/** The way that was chosen on the page; `null` where something else was done there. */
function wayOf(said: FromPage, way: Way): Way | null {
  if (said.kind === 'compressAgain') return way;
  if (said.kind === 'compressWith')
    return { ...way, engine: said.engine === 'llmlingua2' ? said.engine : 'lexical' };
  if (said.kind !== 'compressAt') return null;
  if (way.engine === 'llmlingua2') return { ...way, rate: Number(said.level) };
  return { ...way, level: levels.find((one) => one === said.level) ?? way.level };
}

function isStill({ offered }: Looked, document: vscode.TextDocument): boolean {
  return offered.madeFor === fingerprint(document.getText());
}

/** Whether what was made was counted for the model that the prompt is known to be sent to. */
function isOfModel({ made }: Looked, known: MeteredPrompt | null): boolean {
  return known === null || known.model?.id === made.prompt.model?.id;
}

function isSlow({ offered }: Looked): boolean {
  return offered.engine === 'llmlingua2';
}

function toggled(taken: ReadonlySet<number>, group: number, on: boolean): ReadonlySet<number> {
  return new Set(on ? [...taken, group] : [...taken].filter((one) => one !== group));
}

function groupsOf({ groups }: PromptCompression): ReadonlySet<number> {
  return new Set(groups.map(({ group }) => group));
}
