import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { freshFor, ProviderCounter, type ProviderCount } from '../../host/providers/counter.ts';
import { KeptCounts } from '../../host/providers/kept.ts';
import type { Connection } from '../../host/providers/ask.ts';
import type { Sendable } from '../../host/providers/sendable.ts';
import { commandIds } from '../commandIds.ts';
import type { Documents } from '../documents.ts';
import { promptHere } from '../promptHere.ts';
import type { ProviderKeys } from '../providerKeys.ts';
import { sayOfProviders, type KeyFrom } from '../providerSentences.ts';
import { say } from '../sentences.ts';
import { placeOf } from '../workspaces.ts';
import { askForKey } from './setProviderKey.ts';

type Text = Extract<Sendable, { readonly kind: 'text' }>;

/**
 * Has the provider count the prompt named, or the one at the cursor. It is asked only when a person runs this, has seen
 * what is sent and where, and trusts the workspace; the number is shown for as long as the text stays as it is.
 */
export function countWithProvider(
  documents: Documents,
  thread: AnalyzerThread,
  keys: ProviderKeys,
): vscode.Disposable {
  const ask = async (address?: string, id?: string): Promise<void> => {
    if (!vscode.workspace.isTrusted) return warn(sayOfProviders.untrusted);
    const found = await promptHere(documents, address, id);
    if (!found) return void vscode.window.showInformationMessage(say.noPromptHere);
    const { key, path } = placeOf(found.document);
    const question = { kind: 'sendable', key, path, id: found.prompt.id } as const;
    const outcome = await thread.ask('sendable', question);
    if (outcome.kind === 'superseded') return;
    if (outcome.kind === 'failed') return warn(sayOfProviders.failed(outcome.why));
    const { value } = outcome;
    if (value.kind === 'nothing')
      return void vscode.window.showInformationMessage(sayOfProviders.nothing[value.why](value.model ?? ''));
    if (saidBefore(value)) return;
    if (await send(value, keys)) documents.stale(key, [path]);
  };
  return vscode.commands.registerCommand(commandIds.countWithProvider, ask);
}

/** What was said of this text a short while ago needs no question. */
function saidBefore({ prompt: { tokens } }: Text): boolean {
  const { counted } = tokens;
  const now = Date.now();
  if (counted === undefined || now - counted.at >= freshFor) return false;
  void vscode.window.showInformationMessage(sayOfProviders.before(tokens.count, counted, now));
  return true;
}

/** True when there is a number to show. */
async function send(asked: Text, keys: ProviderKeys): Promise<boolean> {
  const { provider } = asked;
  const keyed = (await keys.connect(provider)) ?? (await withNewKey(asked, keys));
  if (keyed === null) return false;
  if (keyed.kind === 'problem') {
    warn(sayOfProviders.refused(provider, keyed.why));
    return false;
  }
  const { connection, keyFrom } = keyed;
  if (!(await isAllowed(asked, connection, keyFrom, keys))) return false;
  const count = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: sayOfProviders.asking(provider) },
    () => counterFor(asked, connection).count(asked.text, asked.model),
  );
  tell(count, asked);
  return count.kind === 'counted';
}

function counterFor({ provider }: Text, connection: Connection): ProviderCounter {
  const kept = new KeptCounts(dataFolder(process.env));
  return new ProviderCounter({ name: provider, connection, kept, now: Date.now });
}

async function withNewKey({ provider }: Text, keys: ProviderKeys): ReturnType<ProviderKeys['connect']> {
  const { setKey, noKey } = sayOfProviders;
  const answer = await vscode.window.showWarningMessage(noKey(provider), setKey);
  return answer === setKey && (await askForKey(provider, keys)) ? keys.connect(provider) : null;
}

/** Says what goes where, and asks, unless that was allowed for good. */
async function isAllowed(
  { provider, text, model }: Text,
  { base }: Connection,
  from: KeyFrom,
  keys: ProviderKeys,
): Promise<boolean> {
  if (keys.mayAlwaysAsk(provider, base)) return true;
  const { consentTitle, consent, send, sendAlways } = sayOfProviders;
  const always = sendAlways(provider);
  const detail = consent([...text].length, base, model, from);
  const answer = await vscode.window.showWarningMessage(
    consentTitle(provider),
    { modal: true, detail },
    send,
    always,
  );
  if (answer === always) await keys.allow(provider, base);
  return answer !== undefined;
}

function tell(count: ProviderCount, { provider, model, prompt }: Text): void {
  if (count.kind === 'refused')
    return void vscode.window.showErrorMessage(sayOfProviders.refused(provider, count.why));
  const { tokens, problem, at } = count;
  if (problem !== null)
    return warn(sayOfProviders.stale(provider, problem, tokens, sayOfProviders.age(Date.now() - at)));
  void vscode.window.showInformationMessage(sayOfProviders.told(tokens, provider, model, prompt.tokens));
}

function warn(sentence: string): void {
  void vscode.window.showWarningMessage(sentence);
}
