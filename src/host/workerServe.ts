import { unwatched } from '../core/compress/engine.ts';
import { readSnapshot } from '../core/prices/lists/read.ts';
import { namedModels } from '../core/prices/modelNames.ts';
import type { MeasuredUses } from '../core/prices/measuredUse.ts';
import { SyntaxParser } from '../core/source/parser.ts';
import { Assets } from './assets.ts';
import { dataFolder } from './dataFolder.ts';
import { KeptCounts } from './providers/kept.ts';
import { LastScorer } from './scorer/lastScorer.ts';
import { today } from './today.ts';
import { Background } from './workerBackground.ts';
import { WorkspaceEngine } from './workerEngine.ts';
import type { Answers, FromWorker, Notice, Question, ToWorker, Workspace } from './workerMessages.ts';

/** The half of a port that the worker needs; a test hands in an object of its own. */
export interface Port {
  on(event: 'message', listener: (message: ToWorker) => void): unknown;
  postMessage(message: FromWorker): void;
}

type Handlers = {
  readonly [K in keyof Answers]: (question: Answers[K]['asks'], id: number) => Promise<Answers[K]['gives']>;
};

/** Answers questions one after the other, in the order in which they come; notices between them keep their place. */
export function serve(port: Port): void {
  const assets = new Assets(dataFolder(process.env));
  const engines = new Map<string, WorkspaceEngine>();
  const parser = new SyntaxParser(assets);
  const committedParser = new SyntaxParser(assets);
  const kept = new KeptCounts(dataFolder(process.env));
  /** What ledgers tell, by root. */
  const measured = new Map<string, MeasuredUses>();
  const scorer = new LastScorer();

  const engine = (key: string): WorkspaceEngine => {
    const found = engines.get(key);
    if (!found) throw new Error(`asked about ${key}, which was never opened`);
    return found;
  };

  const handlers: Handlers = {
    meter: ({ key, path }) => engine(key).meter(path),
    check: ({ key, path }) => engine(key).check(path),
    scan: ({ key }, id) =>
      engine(key).scan((done, total) => port.postMessage({ kind: 'progress', id, done, total })),
    files: async ({ key }) => engine(key).files(),
    count: ({ key, text, model }) => engine(key).count(text, model),
    sendable: ({ key, path, id }) => engine(key).sendable(path, id),
    compare: ({ key, path, id }) => engine(key).compare(path, id),
    compress: ({ key, ...question }, id) =>
      engine(key).compress(question, {
        // who does not wait any longer ends the thread
        signal: unwatched.signal,
        progress: (done, total) => port.postMessage({ kind: 'progress', id, done, total }),
      }),
    committedText: ({ key, path }) => engine(key).committedText(path),
    checkStaged: async ({ folder }) => {
      const { checkStaged } = await import('./gate/staged.ts');
      return checkStaged(folder, { assets, env: process.env, today: today() });
    },
    currency: async ({ key }) => engine(key).currency,
    models: async () => namedModels(readSnapshot(await assets.loadPrices())),
  };

  const answer = (question: Question, id: number): Promise<unknown> => {
    // The table above is checked kind by kind; TypeScript cannot see that the question's kind chooses its own row.
    const handler = handlers[question.kind] as (question: Question, id: number) => Promise<unknown>;
    return handler(question, id);
  };

  const open = async (workspace: Workspace): Promise<void> => {
    const { key } = workspace;
    const onStale = (paths: readonly string[]): void => port.postMessage({ kind: 'stale', key, paths });
    const texts = engines.get(key)?.texts ?? new Map<string, string>();
    const opened = await WorkspaceEngine.open(workspace, {
      ...{ assets, parser, committedParser, kept, scorer, texts, onStale },
    });
    opened.setMeasured(measuredAt(opened.root));
    engines.set(key, opened);
    port.postMessage({ kind: 'configuration', key, problem: opened.problem });
  };

  const background = new Background(engines, port);

  const measuredAt = (root: string | null): MeasuredUses => measured.get(root ?? '') ?? new Map();

  const heed = async (notice: Notice): Promise<void> => {
    if (notice.kind === 'measured') {
      measured.set(notice.root, notice.uses);
      for (const one of engines.values()) one.setMeasured(measuredAt(one.root));
      return;
    }
    if (notice.kind === 'open') return open(notice.workspace);
    if (notice.kind === 'close') return void engines.delete(notice.key);
    if (notice.kind === 'index') return void background.index(notice.key, notice.paths);
    if (notice.kind === 'since') return void background.compare(notice.key);
    // A folder may be closed before word comes of its last document: that concerns nobody any more.
    const paths = engines.get(notice.key)?.changed(notice) ?? [];
    if (paths.length > 0) port.postMessage({ kind: 'stale', key: notice.key, paths });
  };

  let last: Promise<void> = Promise.resolve();
  port.on('message', (message) => {
    last = last.then(async () => {
      if (message.kind === 'notice') return heed(message.notice);
      const { id, question } = message;
      await answer(question, id).then(
        (value) => port.postMessage({ kind: 'answer', id, value }),
        (error: unknown) =>
          port.postMessage({
            kind: 'failure',
            id,
            why: error instanceof Error ? error.message : String(error),
          }),
      );
    });
  });
}
