import * as vscode from 'vscode';
import type { AnalyzerThread } from '../host/analyzer.ts';
import type { NamedModel } from '../core/prices/modelNames.ts';
import { say } from './sentences.ts';

interface Question {
  readonly title: string;
  /** The way back: no model at all. */
  readonly none: { readonly label: string; readonly detail: string };
  readonly current: string | null;
}

interface Item extends vscode.QuickPickItem {
  /** `null` for the way back. */
  readonly model: string | null;
}

/** Lets a person pick a model with a price, or type any name. `undefined` when they let it be. */
export async function pickFromCatalog(
  thread: AnalyzerThread,
  question: Question,
): Promise<string | null | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = question.title;
  pick.placeholder = say.pickPlaceholder;
  pick.matchOnDescription = true;
  pick.busy = true;
  const outcome = thread.ask('models', { kind: 'models' });
  let models: readonly NamedModel[] = [];
  const fill = (): void => {
    pick.items = itemsFor(pick.value.trim(), models, question);
  };
  pick.onDidChangeValue(fill);
  fill();
  pick.show();
  void outcome.then((answer) => {
    models = answer.kind === 'answer' ? answer.value : [];
    pick.busy = false;
    fill();
  });
  const picked = await new Promise<Item | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.dispose();
  return picked?.model;
}

function itemsFor(typed: string, models: readonly NamedModel[], { none, current }: Question): Item[] {
  const listed = models.map(({ id, provider }) => ({ label: id, description: provider, model: id }));
  const isListed = models.some(({ id }) => id === typed);
  const free: Item[] =
    typed === '' || isListed
      ? []
      : [{ label: say.useTyped(typed), description: say.typedDetail, model: typed, alwaysShow: true }];
  const back: Item[] = current === null ? [] : [{ label: none.label, description: none.detail, model: null }];
  return [...free, ...back, ...listed];
}
