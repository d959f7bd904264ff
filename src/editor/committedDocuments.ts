import * as vscode from 'vscode';
import type { AnalyzerThread } from '../host/analyzer.ts';

export const committedScheme = 'promptmeter-committed';

/** Files as the last commit has them, as documents that nobody can change. */
export class CommittedDocuments implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscription: vscode.Disposable;

  constructor(thread: AnalyzerThread) {
    this.#subscription = vscode.workspace.registerTextDocumentContentProvider(committedScheme, {
      onDidChange: this.#changed.event,
      async provideTextDocumentContent({ query }) {
        const { key, path } = JSON.parse(query) as { key: string; path: string };
        const outcome = await thread.ask(`committed ${query}`, { kind: 'committedText', key, path });
        return outcome.kind === 'answer' ? (outcome.value ?? '') : '';
      },
    });
  }

  /** @param near the file as it is called now, for its name. @param path of the file at the commit, from the root. */
  uri(near: vscode.Uri, key: string, path: string): vscode.Uri {
    const query = JSON.stringify({ key, path });
    return vscode.Uri.from({ scheme: committedScheme, path: near.path, query });
  }

  /** There may be another commit: what is shown is read anew. */
  again(): void {
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === committedScheme) this.#changed.fire(uri);
  }

  dispose(): void {
    vscode.Disposable.from(this.#subscription, this.#changed).dispose();
  }
}
