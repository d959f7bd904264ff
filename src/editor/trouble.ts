import * as vscode from 'vscode';
import { say } from './sentences.ts';

/** Says what went wrong: once where a person has to act, in the output channel always. */
export class Trouble implements vscode.Disposable {
  readonly #log = vscode.window.createOutputChannel(say.statusName, { log: true });
  /** Folder → what was last said about its configuration. */
  readonly #configuration = new Map<string, string>();

  crashed(why: string, stopped: boolean, tryAgain: () => void): void {
    if (!stopped) return this.#log.warn(say.restarted(why));
    this.#log.error(say.stopped(why));
    void vscode.window.showErrorMessage(say.stopped(why), say.tryAgain).then((answer) => {
      if (answer === say.tryAgain) tryAgain();
    });
  }

  configuration(folder: string, problem: string | null): void {
    if (problem === null) return void this.#configuration.delete(folder);
    this.#log.warn(say.configuration(problem));
    if (this.#configuration.get(folder) === problem) return;
    this.#configuration.set(folder, problem);
    void vscode.window.showWarningMessage(say.configuration(problem));
  }

  dispose(): void {
    this.#log.dispose();
  }
}
