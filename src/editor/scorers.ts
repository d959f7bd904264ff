import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { dataFolder } from '../host/dataFolder.ts';
import { bytesOf, publicServer, scoringModels, type ScoringModel } from '../host/models/manifest.ts';
import { ModelStore, type ModelState } from '../host/models/modelStore.ts';
import { readServer } from '../host/models/server.ts';
import type { ScorerWish } from '../host/scorer/lastScorer.ts';
import { megabytes, sayOfScorers as say } from './scorerSentences.ts';
import type { Settings } from './settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a model is. */
export type ScorerPlace = Pick<ScorerWish, 'folder' | 'weights'>;

/** Milliseconds without a byte after which a server is given up. */
const patience = 30_000;

/** The models that score words: which one is used, and how it comes here. Nothing is fetched before a person has agreed. */
export class Scorers {
  readonly #settings: Settings;
  readonly #env: Env;
  /** `null` where the environment names no folder for a person's data. */
  readonly store: ModelStore | null;

  constructor(settings: Settings, env: Env) {
    this.#settings = settings;
    this.#env = env;
    const folder = dataFolder(env);
    this.store = folder === null ? null : new ModelStore(folder);
  }

  /** The model that is used; asks for one to be fetched where none is here. `null` where a person let it be, or was told why not. */
  async place(): Promise<ScorerPlace | null> {
    const { folder } = this.#settings.scorer();
    if (folder !== null) {
      if (isAbsolute(folder)) return { folder, weights: null };
      return warn(say.badFolder(folder));
    }
    if (this.store === null) return warn(say.noDataFolder);
    const { store } = this;
    const model = this.chosen();
    if (store.stateOf(model).kind !== 'here' && !(await this.fetch(model, store))) return null;
    return { folder: store.folderOf(model), weights: model.weights };
  }

  /** The model that the settings name, else the first that is here, else the first. */
  chosen(): ScoringModel {
    const { model } = this.#settings.scorer();
    return (
      scoringModels.find(({ id }) => id === model) ??
      scoringModels.find((one) => this.store?.stateOf(one).kind === 'here') ??
      scoringModels[0]
    );
  }

  /** Brings a model once a person has seen from where, how large, under which licence and to where. False where it is not here then. */
  async fetch(model: ScoringModel, store: ModelStore): Promise<boolean> {
    const address = this.#settings.scorer().server ?? this.#env['HF_ENDPOINT'] ?? publicServer;
    const server = readServer(address);
    if (server === null) return (warn(say.badServer(address)), false);
    const detail = say.consentDetail(model, server, store.folderOf(model));
    const question = questionOf(model, store.stateOf(model));
    const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, say.fetch);
    if (answer !== say.fetch) return false;
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: say.fetching(model.id),
      cancellable: true,
    };
    const fetched = await vscode.window.withProgress(options, (bar, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const progress = progressOn(bar);
      const connection = { env: this.#env, proxy: this.#settings.proxy(), patience };
      const watch = { signal: stop.signal, progress };
      return store.fetch(model, { server, connection, watch, remedies: say.remedies });
    });
    if (fetched.kind === 'problem') return (warn(say.notFetched(model.id, fetched.why)), false);
    const trusted = fetched.firstUse.map(({ path }) => path);
    const words = [say.fetched(model.id), ...(trusted.length === 0 ? [] : [say.trusted(trusted)])];
    void vscode.window.showInformationMessage(words.join(' '));
    return true;
  }
}

function questionOf(model: ScoringModel, state: ModelState): string {
  if (state.kind === 'damaged') return say.fetchAgain(model.id, state.file);
  return state.kind === 'begun' ? say.goOn(model.id) : say.consent(model.id, megabytes(bytesOf(model)));
}

type Bar = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/** Bytes as whole percents: a bar that is told of each chunk does nothing else. */
function progressOn(bar: Bar): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
    if (percent <= shown) return;
    bar.report({ message: `${percent} %, ${say.fetchedSoFar(done, total)}`, increment: percent - shown });
    shown = percent;
  };
}

function warn(sentence: string): null {
  void vscode.window.showWarningMessage(sentence);
  return null;
}
