// An extension that brings language models: each of them shortens a section as a model does that is good or bad at it.
import * as vscode from 'vscode';

/** What of the provider's side of language models is used here: newer than the oldest VS Code that we support. */
interface Providing {
  registerLanguageModelChatProvider(vendor: string, provider: Provider): vscode.Disposable;
}

interface Provider {
  provideLanguageModelChatInformation(): readonly ModelInformation[];
  provideLanguageModelChatResponse(
    model: ModelInformation,
    messages: readonly { readonly role: number; readonly content: readonly unknown[] }[],
    options: unknown,
    progress: vscode.Progress<vscode.LanguageModelTextPart>,
    token: vscode.CancellationToken,
  ): Promise<void>;
  provideTokenCount(): Promise<number>;
}

interface ModelInformation {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly maxInputTokens: number;
  readonly maxOutputTokens: number;
  readonly capabilities: Readonly<Record<string, boolean>>;
}

/** What each model makes of a section the first, second … time that it is asked. */
const scribes: Readonly<Record<string, (section: string, attempt: number) => string>> = {
  'Forgetful Scribe': (section, attempt) =>
    attempt === 0 ? withoutNever(shorter(section)) : shorter(section),
  'Careless Scribe': (section) => withoutNever(shorter(section)),
  'Slow Scribe': shorter,
  'Closed Scribe': () => {
    throw vscode.LanguageModelError.NoPermissions('the person did not allow it');
  },
};

export function activate(context: vscode.ExtensionContext): void {
  const providing = vscode.lm as unknown as Providing;
  context.subscriptions.push(
    providing.registerLanguageModelChatProvider('scribes', {
      provideLanguageModelChatInformation: () => Object.keys(scribes).map(informationOf),
      async provideLanguageModelChatResponse({ name }, messages, _options, progress, token) {
        const said = messages.map(({ content }) => content.map(textOf).join(''));
        const section = /<section>\n([^]*)\n<\/section>/.exec(said.join('\n'))?.[1] ?? '';
        const attempt = messages.filter(({ role }) => role === assistant).length;
        const answer = `<shortened>\n${scribes[name]?.(section, attempt) ?? ''}\n</shortened>`;
        // as it streams: in pieces that know nothing of words
        for (const piece of answer.match(/[^]{1,40}/g) ?? []) {
          progress.report(new vscode.LanguageModelTextPart(piece));
          await new Promise((resolve) => setTimeout(resolve, name === 'Slow Scribe' ? 2000 : 5));
          if (token.isCancellationRequested) return;
        }
      },
      provideTokenCount: () => Promise.resolve(1),
    }),
  );
}

const assistant: number = vscode.LanguageModelChatMessageRole.Assistant;

function informationOf(name: string): ModelInformation {
  return {
    id: name.toLowerCase().replace(' ', '-'),
    name,
    family: 'scribe',
    version: '1',
    maxInputTokens: 100_000,
    maxOutputTokens: 100_000,
    capabilities: {},
  };
}

function textOf(part: unknown): string {
  return part instanceof vscode.LanguageModelTextPart ? part.value : '';
}

function shorter(section: string): string {
  return section.replaceAll('due to the fact that', 'because').replaceAll('in order to find out', 'to learn');
}

function withoutNever(section: string): string {
  return section.replaceAll('Never name', 'Name');
}
