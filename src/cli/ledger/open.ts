import { resolve } from 'node:path';
import type { Config } from '../../core/config.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { pathFrom, repositoryRoot } from '../../host/repository.ts';
import { expire } from '../../ledger/prune.ts';
import { isFault, type Fault } from '../../ledger/fault.ts';
import { open, type Store } from '../../ledger/store.ts';
import { ledgerPath } from '../../ledger/where.ts';
import type { Context } from '../command.ts';
import { Stop } from '../stop.ts';
import { openConfig } from '../workspace.ts';
import { sayLedger } from './sentences.ts';

export interface OpenLedger {
  readonly store: Store;
  readonly config: Config;
}

/**
 * Does something with the ledger of the repository that the command runs in, or with the file that --ledger names.
 * @param create whether it is made where there is none. @throws Stop
 */
export async function withLedger<T>(
  context: Context,
  create: boolean,
  use: (ledger: OpenLedger) => Promise<T> | T,
): Promise<T> {
  const config = await openConfig(context);
  const path = pathOfLedger(context);
  const opened = await open(path, { create, keepsTexts: config.ledger.texts });
  const { store } = done(context, opened);
  try {
    if (create) done(context, expire(store, config.ledger, Date.now()));
    return await use({ store, config });
  } finally {
    if (store.aside !== null)
      context.terminal.stderr.write(
        `${sayLedger.setAside(shown(context, path), shown(context, store.aside))}\n`,
      );
    store.close();
  }
}

/** @param root of the repository; that around the working directory where none is given. @throws Stop where there is no place for one. */
export function pathOfLedger({ terminal, args }: Context, root: string | null = null): string {
  const named = args.value('ledger');
  if (named !== null) return resolve(terminal.cwd(), named);
  const data = dataFolder(terminal.env);
  if (data === null) throw new Stop(sayLedger.noDataFolder);
  const cwd = terminal.cwd();
  return ledgerPath(data, root ?? repositoryRoot(cwd) ?? cwd);
}

/** What was done. @throws Stop where it could not be. */
export function done<T>(context: Context, answer: T | Fault): T {
  if (isFault(answer)) throw new Stop(sayLedger.fault({ ...answer, path: shown(context, answer.path) }));
  return answer;
}

/** The same, but for a ledger that nobody may write, and from which one wants to read. @throws Stop */
export function doneIfWritable(context: Context, answer: object | number): void {
  if (!isFault(answer) || answer.why !== 'read-only') done(context, answer);
}

/** As one sees it from the working directory, where it is below that. */
export function shown({ terminal }: Context, path: string): string {
  const way = pathFrom(terminal.cwd(), path);
  return way.startsWith('..') ? path : way;
}
