import * as vscode from 'vscode';
import type { Tokens } from '../core/tokens/tokens.ts';
import { moneyIn } from '../core/prices/money.ts';
import type { Outcome } from '../host/analyzer.ts';
import { commandIds } from './commandIds.ts';
import type { Documents } from './documents.ts';
import type { Known } from './known.ts';
import { say } from './sentences.ts';
import type { SelectionCounter } from './selection.ts';
import { total } from './total.ts';

const icon = '$(dashboard)';

/** Tokens of the selection, or of all prompts of the file. */
export function statusBar(documents: Documents, selection: SelectionCounter): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('promptmeter', vscode.StatusBarAlignment.Right, 101);
  item.name = say.statusName;

  const show = (text: string, tooltip: string, command: string): void => {
    item.text = `${icon} ${text}`;
    item.tooltip = tooltip;
    item.command = command;
    item.accessibilityInformation = { label: `${text}. ${tooltip}` };
    item.show();
  };

  const showFile = (known: Known | null): void => {
    if (known?.unread) return show(say.unread, say.unreadTooltip(known.unread), commandIds.goToPrompt);
    if (!known || known.prompts.length === 0) return item.hide();
    const costs = known.prompts.flatMap(({ cost }) => (cost ? [cost.usdPerCall] : []));
    const usd =
      costs.length > 0 ? moneyIn(known.currency)(costs.reduce((sum, cost) => sum + cost, 0n)) : null;
    const text = say.file(known.prompts.length, total(known.prompts.map(({ tokens }) => tokens)));
    show(text, say.fileTooltip(usd, known.prompts.length - costs.length), commandIds.goToPrompt);
  };

  const showSelection = (outcome: Outcome<Tokens>, model: string | null): void => {
    if (outcome.kind !== 'answer') return;
    const { value } = outcome;
    show(say.selection(value), say.selectionTooltip(value, model), commandIds.countSelection);
  };

  const update = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return item.hide();
    if (editor.selections.every(({ isEmpty }) => isEmpty)) return showFile(documents.known(editor.document));
    const { outcome, model } = await selection.count(editor);
    if (editor === vscode.window.activeTextEditor && editor.selections.some(({ isEmpty }) => !isEmpty))
      showSelection(outcome, model);
  };

  void update();
  return vscode.Disposable.from(
    item,
    documents.onDidChange(() => void update()),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.window.onDidChangeTextEditorSelection(() => void update()),
  );
}
