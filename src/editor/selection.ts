import type * as vscode from 'vscode';
import type { Tokens } from '../core/tokens/tokens.ts';
import type { AnalyzerThread, Outcome } from '../host/analyzer.ts';
import type { Documents } from './documents.ts';
import { promptAt } from './known.ts';
import type { Settings } from './settings.ts';

export interface CountedSelection {
  readonly outcome: Outcome<Tokens>;
  /** The model it was counted for: that of the prompt around it, else the default. */
  readonly model: string | null;
  readonly text: string;
}

/** Counts what is selected, as the model would that gets it. */
export class SelectionCounter {
  readonly #thread: AnalyzerThread;
  readonly #documents: Documents;
  readonly #settings: Settings;

  constructor(thread: AnalyzerThread, documents: Documents, settings: Settings) {
    this.#thread = thread;
    this.#documents = documents;
    this.#settings = settings;
  }

  async count({ document, selection, selections }: vscode.TextEditor): Promise<CountedSelection> {
    const known = this.#documents.known(document);
    const around = known && promptAt(known, document.offsetAt(selection.start));
    const model = around?.model?.id ?? this.#settings.defaultModel(document.uri);
    const text = selections.map((part) => document.getText(part)).join('\n');
    const key = this.#documents.openFolder(document.uri);
    return { outcome: await this.#thread.ask('count', { kind: 'count', key, text, model }), model, text };
  }
}
