import type * as vscode from 'vscode';

/** Does something once things have been quiet for so many milliseconds. */
export function quietly(act: () => void, pause: number): vscode.Disposable & { soon(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(act, pause);
    },
    dispose: () => clearTimeout(timer),
  };
}
