import * as vscode from 'vscode';
import type { Fault } from '../ledger/fault.ts';
import { sayOfLedger } from './ledgerSentences.ts';
import { say } from './sentences.ts';

/** Says what went wrong: once where a person has to act, in the output channel always. */
export class Trouble implements vscode.Disposable {
  readonly #log = vscode.window.createOutputChannel(say.statusName, { log: true });
  /** Folder → what was last said about its configuration. */
  readonly #configuration = new Map<string, string>();
  /** Ledgers, each with why it could not be read. */
  readonly #ledgers = new Set<string>();

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

  /** A ledger that cannot be read is not mended by being asked again, so it is said once. */
  ledger(fault: Fault): void {
    const sentence = sayOfLedger.fault(fault);
    this.#log.warn(sentence);
    const name = `${fault.why} ${fault.path}`;
    if (this.#ledgers.has(name)) return;
    this.#ledgers.add(name);
    void vscode.window.showWarningMessage(sentence);
  }

  /** What is told of something that goes on in the background. @param shown whether a person has to act. */
  said(sentence: string, shown: boolean): void {
    this.#log.warn(sentence);
    if (shown) void vscode.window.showWarningMessage(sentence);
  }

  dispose(): void {
    this.#log.dispose();
  }
}
