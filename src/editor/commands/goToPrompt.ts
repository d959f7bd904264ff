import * as vscode from 'vscode';
import type { MeteredPrompt } from '../../core/report.ts';
import { moneyIn } from '../../core/prices/money.ts';
import { commandIds } from '../commandIds.ts';
import { toRange } from '../convert.ts';
import type { Documents } from '../documents.ts';
import { say } from '../sentences.ts';
import { isRead } from '../workspaces.ts';

/** Lists the prompts of the file and goes to the one that is picked; with a prompt named, goes there and shows its details. */
export function goToPrompt(documents: Documents): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.goToPrompt, () => pickAndGo(documents)),
    vscode.commands.registerCommand(commandIds.showPrompt, async (address: string, id: string) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
      const prompt = (await documents.whenKnown(document))?.prompts.find((one) => one.id === id);
      if (!prompt) return;
      await go(document, prompt);
      await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    }),
  );
}

async function pickAndGo(documents: Documents): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return void vscode.window.showInformationMessage(say.noEditor);
  if (!isRead(document)) return void vscode.window.showInformationMessage(say.notRead);
  const known = await documents.whenKnown(document);
  if (known?.unread) return void vscode.window.showInformationMessage(say.unreadTooltip(known.unread));
  if (!known || known.prompts.length === 0)
    return void vscode.window.showInformationMessage(say.noPromptsInFile);
  const money = moneyIn(known.currency);
  const items = known.prompts.map((prompt) => ({
    label: prompt.id.slice(prompt.id.indexOf('#') + 1),
    description: [say.tokens(prompt.tokens), ...(prompt.cost ? [say.perCall(prompt, money)] : [])].join(
      ' · ',
    ),
    detail: [say.role(prompt.role), prompt.model ? say.model(prompt.model) : say.modelUnknown].join(' · '),
    prompt,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: say.pickPromptTitle,
    matchOnDetail: true,
  });
  if (picked) await go(document, picked.prompt);
}

async function go(document: vscode.TextDocument, prompt: MeteredPrompt): Promise<void> {
  const { start } = toRange(document, prompt.range);
  const editor = await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(start, start),
  });
  editor.revealRange(toRange(document, prompt.range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
