import * as vscode from 'vscode';
import { sayOfCompression as say } from './compressionSentences.ts';

const scheme = 'promptmeter-compressed';

/** What files would read like, as documents of no disk, beside what they read like now. */
export class CompressedDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  /** Opens VS Code's own comparison, in the group that the document is shown in. */
  async show(document: vscode.TextDocument, text: string, name: string): Promise<void> {
    const uri = this.#set(document, text);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, say.diffTitle(name), {
      viewColumn,
      preview: true,
    });
  }

  /** The comparison follows what is taken while it is open. */
  update(document: vscode.TextDocument, text: string): void {
    if (this.#texts.has(compressedUri(document).toString())) this.#set(document, text);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #set(document: vscode.TextDocument, text: string): vscode.Uri {
    const uri = compressedUri(document);
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }
}

function compressedUri({ uri }: vscode.TextDocument): vscode.Uri {
  return vscode.Uri.from({ scheme, path: uri.path, query: uri.toString() });
}
