import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../webview/protocol.ts';

/** A page, beside the text unless it is told otherwise. It is made when it is first shown, shown again when it is there, and gone when it is closed. */
export class Page implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #viewType: string;
  readonly #column: vscode.ViewColumn;
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #said = new vscode.EventEmitter<FromPage>();
  #panel: vscode.WebviewPanel | null = null;
  #shown: ToPage | null = null;
  readonly onDidClose = this.#closed.event;
  /** What the person did on the page. */
  readonly onDidSay = this.#said.event;

  constructor(extension: vscode.Uri, viewType: string, column = vscode.ViewColumn.Beside) {
    this.#extension = extension;
    this.#viewType = viewType;
    this.#column = column;
  }

  get isOpen(): boolean {
    return this.#panel !== null;
  }

  open(shown: ToPage, title: string): void {
    // The hover whose link was clicked would stay open over the page.
    void vscode.commands.executeCommand('editor.action.hideHover');
    this.#shown = shown;
    if (this.#panel === null) this.#panel = this.#make(title);
    else this.#panel.reveal(undefined, false);
    this.update(shown, title);
  }

  /** Shows something else where the page is open, without bringing it to the front. */
  update(shown: ToPage, title: string): void {
    this.#shown = shown;
    if (this.#panel === null) return;
    this.#panel.title = title;
    void this.#panel.webview.postMessage(shown);
  }

  dispose(): void {
    this.#panel?.dispose();
    vscode.Disposable.from(this.#closed, this.#said).dispose();
  }

  #make(title: string): vscode.WebviewPanel {
    const folder = vscode.Uri.joinPath(this.#extension, 'dist', 'webview');
    const panel = vscode.window.createWebviewPanel(this.#viewType, title, this.#column, {
      enableScripts: true,
      localResourceRoots: [folder],
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      // A page that was hidden has forgotten everything and asks again.
      if (message.kind === 'ready') void panel.webview.postMessage(this.#shown);
      else this.#said.fire(message);
    });
    panel.onDidDispose(() => {
      this.#panel = null;
      this.#shown = null;
      this.#closed.fire();
    });
    panel.webview.html = skeleton(panel.webview, folder, title);
    return panel;
  }
}

/** Nothing is allowed but our own two files: what a page shows comes as messages, and is drawn as text. */
function skeleton(webview: vscode.Webview, folder: vscode.Uri, title: string): string {
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${address('theme.css')}">
</head>
<body>
<main id="page"></main>
<script type="module" src="${address('main.js')}"></script>
</body>
</html>`;
}

/** A screen reader says the title of the frame; a name out of somebody's source stands in it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
