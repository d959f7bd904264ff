import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultConfig, type Config } from '../core/config.ts';
import { commonFolder, pathFrom, repositoryRoot } from '../host/repository.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';

/** Where a command works and what it was told about it. */
export interface Workspace {
  /** Absolute: the repository, or the folder that holds all that was named. Imports are followed inside it. */
  readonly root: string;
  /** What to look at, relative to the root. */
  readonly from: readonly string[];
  /** Globs and ids in it count from the root. */
  readonly config: Config;
}

/** @param paths as typed, relative to `cwd`; none means `cwd` itself. @throws Stop */
export function openWorkspace(cwd: string, paths: readonly string[]): Workspace {
  const named = (paths.length === 0 ? ['.'] : paths).map((path) => existing(cwd, path));
  const start = commonFolder(named);
  const root = repositoryRoot(start) ?? start;
  return { root, from: named.map((path) => pathFrom(root, path)), config: defaultConfig };
}

function existing(cwd: string, path: string): string {
  const full = resolve(cwd, path);
  if (lstatSync(full, { throwIfNoEntry: false }) === undefined) throw new Stop(say.noSuchPath(path));
  if (!existsSync(full)) throw new Stop(say.pathUnreadable(path, 'it is a link that leads nowhere'));
  return realpathSync(full);
}
