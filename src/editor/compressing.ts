import * as vscode from 'vscode';
import type { AnalyzerThread, Outcome } from '../host/analyzer.ts';
import type { CompressQuestion, PromptCompression } from '../host/workerCompress.ts';
import { sayOfCompression as say } from './compressionSentences.ts';
import { placeOf } from './workspaces.ts';

/** Milliseconds; what is done by then needs no progress. */
const unnoticed = 400;

/** Milliseconds without a question after which the thread ends, and a scoring model's process with it. */
const idleAfter = 60_000;

/**
 * Compressions, in a thread of their own: a long one holds up neither the editor nor the numbers of other prompts, and to
 * cancel it is to end the thread.
 */
export class Compressing implements vscode.Disposable {
  readonly #thread: AnalyzerThread;

  /** @param thread whose folders and documents it is to know. */
  constructor(thread: AnalyzerThread) {
    this.#thread = thread.follower({ patience: null, idleAfter });
  }

  /** @returns `superseded` also where a person has cancelled it. */
  async ask(
    document: vscode.TextDocument,
    question: Omit<CompressQuestion, 'path'>,
  ): Promise<Outcome<PromptCompression | null>> {
    const { key, path } = placeOf(document);
    let share = 0;
    let show = (): void => undefined;
    const asking = this.#thread.ask(
      'compress',
      { kind: 'compress', key, path, ...question },
      (done, total) => {
        share = total === 0 ? 0 : done / total;
        show();
      },
    );
    if (await isOver(asking, unnoticed)) return asking;
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: say.working,
      cancellable: true,
    };
    return vscode.window.withProgress(options, (bar, token) => {
      token.onCancellationRequested(() => this.#thread.stop());
      let shown = 0;
      show = () => {
        const percent = Math.floor(share * 100);
        if (percent > shown) bar.report({ message: `${percent} %`, increment: percent - shown });
        shown = Math.max(shown, percent);
      };
      show();
      return asking;
    });
  }

  dispose(): void {
    this.#thread.dispose();
  }
}

/** Whether work is done within some milliseconds. */
async function isOver(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}
