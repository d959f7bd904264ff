import * as vscode from 'vscode';
import { rewriting, type Said } from '../core/compress/rewrite/rewrite.ts';
import type { Taken } from '../core/compress/taken.ts';
import { Vocabularies } from '../core/compress/vocabulary.ts';
import type { PromptCompression } from '../host/workerCompress.ts';
import { nameOf } from '../report/words.ts';
import { sayOfCompression as say } from './compressionSentences.ts';

/**
 * Lets a language model of the editor say a prompt shorter, section by section; VS Code asks for consent itself.
 * @returns what it made, to be held to the prompt once more with the model's own tokens; `null` where there is nothing.
 */
export async function rewritten({ draft, of, prompt }: PromptCompression): Promise<Taken | null> {
  const model = await picked();
  if (model === null) return null;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say.rewriting(nameOf(prompt), model.name),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (shown, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const engine = rewriting((conversation) => answerOf(model, conversation, token));
    const task = {
      text: draft.text,
      level: 'balanced',
      // characters: here they only tell longer from shorter
      count: (text: string) => text.length,
      patterns: [],
      isWhole: false,
      vocabularies: new Vocabularies(),
    } as const;
    const progress = (done: number, total: number): void =>
      shown.report({ message: say.section(done, total), increment: total === 0 ? 0 : 100 / total });
    const outcome = await engine.compress(task, { signal: stop.signal, progress });
    if (token.isCancellationRequested) return null;
    if (outcome.kind === 'failed') {
      void vscode.window.showWarningMessage(say.failed(outcome.why));
      return null;
    }
    const { edits, rules, refused } = outcome.compression;
    if (edits.length === 0) {
      void vscode.window.showInformationMessage(say.notRewritten(refused.map(({ what }) => what)));
      return null;
    }
    if (refused.length > 0)
      void vscode.window.showInformationMessage(say.partlyRewritten(refused.map(({ what }) => what)));
    return { engine: engine.id, of, edits, rules };
  });
}

async function picked(): Promise<vscode.LanguageModelChat | null> {
  const models = await vscode.lm.selectChatModels();
  if (models.length === 0) {
    void vscode.window.showInformationMessage(say.noLanguageModel);
    return null;
  }
  const items = models.map((model) => ({
    label: model.name,
    description: `${model.vendor} · ${model.family}`,
    model,
  }));
  const choice = await vscode.window.showQuickPick(items, { title: say.pickLanguageModel });
  return choice?.model ?? null;
}

async function answerOf(
  model: vscode.LanguageModelChat,
  conversation: readonly Said[],
  token: vscode.CancellationToken,
): Promise<string> {
  // its messages know no system role: what would be one is said by the user
  const messages = conversation.map(({ role, text }) =>
    role === 'assistant'
      ? vscode.LanguageModelChatMessage.Assistant(text)
      : vscode.LanguageModelChatMessage.User(text),
  );
  const response = await model.sendRequest(messages, { justification: say.justification }, token);
  let answer = '';
  for await (const part of response.text) answer += part;
  return answer;
}
