import * as vscode from 'vscode';
import { bytesOf, scoringModels, type ScoringModel } from '../../host/models/manifest.ts';
import type { ModelStore } from '../../host/models/modelStore.ts';
import { commandIds } from '../commandIds.ts';
import { megabytes, sayOfScorers as say, stateWords } from '../scorerSentences.ts';
import type { Scorers } from '../scorers.ts';
import type { Settings } from '../settings.ts';

type Item = vscode.QuickPickItem & { readonly does: () => unknown; readonly model?: ScoringModel };

/** Lists the models that score words: fetches one, uses one, removes one, or takes a folder that a person has. */
export function manageScorers(scorers: Scorers, settings: Settings): vscode.Disposable {
  const use = async (model: ScoringModel, store: ModelStore): Promise<void> => {
    if (store.stateOf(model).kind !== 'here' && !(await scorers.fetch(model, store))) return;
    await settings.setScorer({ model: model.id, folder: null });
    vscode.window.setStatusBarMessage(say.inUseNow(model.id), 5000);
  };
  return vscode.commands.registerCommand(commandIds.manageScorers, async () => {
    const { store } = scorers;
    const { folder } = settings.scorer();
    const rows = store === null ? [] : scoringModels.map((model) => rowOf(model, store, scorers, folder));
    const items: Item[] = [
      ...rows.map(({ model, item }): Item => ({ ...item, model, does: () => store && use(model, store) })),
      ...(folder === null
        ? []
        : [{ label: say.forgetFolder(folder), does: () => settings.setScorer({ folder: null }) }]),
      { label: say.ownFolder, detail: say.ownFolderText, does: () => pickFolder(settings) },
    ];
    const chosen = await choose(items);
    if (chosen?.kind === 'item') await chosen.item.does();
    else if (chosen?.item.model !== undefined && store !== null) await remove(chosen.item.model, store);
  });
}

function rowOf(model: ScoringModel, store: ModelStore, scorers: Scorers, folder: string | null) {
  const state = store.stateOf(model);
  const isUsed = folder === null && state.kind === 'here' && scorers.chosen().id === model.id;
  const description = [megabytes(bytesOf(model)), stateWords(state), ...(isUsed ? [say.inUse] : [])].join(
    ' · ',
  );
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: say.remove };
  const buttons = state.kind === 'absent' ? [] : [remove];
  return { model, item: { label: model.id, description, detail: model.summary, buttons } };
}

type Choice = { readonly kind: 'item' | 'button'; readonly item: Item };

/** The item that was chosen, or whose button was; `undefined` where none was. */
function choose(items: readonly Item[]): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, { title: say.title, placeholder: say.pick, items, matchOnDetail: true });
  return new Promise<Choice | undefined>((resolve) => {
    pick.onDidTriggerItemButton(({ item }) => resolve({ kind: 'button', item }));
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      resolve(item && { kind: 'item', item });
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}

async function pickFolder(settings: Settings): Promise<void> {
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: say.useFolder };
  const [folder] = (await vscode.window.showOpenDialog(options)) ?? [];
  if (folder !== undefined) await settings.setScorer({ folder: folder.fsPath });
}

async function remove(model: ScoringModel, store: ModelStore): Promise<void> {
  const state = store.stateOf(model);
  const size = megabytes(state.kind === 'here' ? state.bytes : 0);
  const question = say.removeQuestion(model.id, size);
  const answer = await vscode.window.showWarningMessage(question, { modal: true }, say.remove);
  if (answer === say.remove && store.remove(model))
    void vscode.window.showInformationMessage(say.removed(model.id));
}
