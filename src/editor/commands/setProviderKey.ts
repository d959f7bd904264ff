import * as vscode from 'vscode';
import { apis, providerNames, type ProviderName } from '../../host/providers/apis.ts';
import { commandIds } from '../commandIds.ts';
import type { ProviderKeys } from '../providerKeys.ts';
import { sayOfProviders } from '../providerSentences.ts';

/** Takes a provider's key into the editor's secret storage, and forgets all of them. */
export function setProviderKey(keys: ProviderKeys): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.setProviderKey, async () => {
      const items = providerNames.map((name) => ({ label: apis[name].title, name }));
      const picked = await vscode.window.showQuickPick(items, { title: sayOfProviders.whoseKey });
      if (picked && (await askForKey(picked.name, keys)))
        void vscode.window.showInformationMessage(sayOfProviders.keySet(picked.name));
    }),
    vscode.commands.registerCommand(commandIds.forgetProviderKeys, async () => {
      await keys.forget();
      void vscode.window.showInformationMessage(sayOfProviders.keysForgotten);
    }),
  );
}

/** False when the person lets it be. */
export async function askForKey(name: ProviderName, keys: ProviderKeys): Promise<boolean> {
  const typed = await vscode.window.showInputBox({
    title: sayOfProviders.keyPrompt(name),
    prompt: sayOfProviders.keyHint,
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (/^[\x21-\x7e]*$/.test(text.trim()) ? null : sayOfProviders.keyWrong),
  });
  const key = typed?.trim() ?? '';
  if (key === '') return false;
  await keys.set(name, key);
  return true;
}
