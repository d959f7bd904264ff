import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../core/config.ts';
import type { ValuePath } from '../core/shape.ts';
import {
  findConfiguration,
  readConfiguration,
  type Configuration,
  type ReadText,
} from '../host/configuration/find.ts';
import { rebaseConfig } from '../host/configuration/rebase.ts';
import { commonFolder, pathFrom, repositoryRoot } from '../host/repository.ts';
import type { Context } from './command.ts';
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
  /** The configuration as its file states it, its globs counting from the file's own folder. */
  readonly stated: Configuration;
  /** All that the configuration speaks about is looked at, so that a glob which matches nothing is a mistake. */
  readonly whole: boolean;
}

/** @throws Stop when a path is not there or the configuration is not fine. */
export async function openWorkspace(context: Context): Promise<Workspace> {
  const { terminal, args } = context;
  const cwd = terminal.cwd();
  const named = (args.paths.length === 0 ? ['.'] : args.paths).map((path) => existing(cwd, path));
  const start = commonFolder(named);
  const repository = repositoryRoot(start);
  if (repository === null && named.length > 1 && named.some((path) => repositoryRoot(path) !== null))
    tellSeveral(context);
  const root = repository ?? start;
  return workspaceAt(root, named, await configurationFor(context, start, root));
}

function tellSeveral({ terminal, args }: Context): void {
  if (args.value('config') === null && !args.on('quiet'))
    terminal.stderr.write(`${say.severalRepositories}\n`);
}

/** The workspace of a repository whose configuration need not be that of the disk. @throws Stop */
export async function openRepository(context: Context, root: string, read: ReadText): Promise<Workspace> {
  const { terminal, args } = context;
  const named = args.paths.map((path) => resolve(terminal.cwd(), path));
  return workspaceAt(root, named, await configurationFor(context, terminal.cwd(), root, read));
}

function workspaceAt(repository: string, named: readonly string[], stated: Configuration): Workspace {
  const folder =
    stated.file === null || !isInside(repository, stated.file) ? repository : dirname(stated.file);
  return {
    root: repository,
    from: named.map((path) => pathFrom(repository, path)),
    config: rebaseConfig(stated.config, pathFrom(repository, folder)),
    stated,
    whole: named.some((path) => path === folder || isInside(path, folder)),
  };
}

/** The configuration for a command that looks at no files. @throws Stop */
export async function openConfig(context: Context): Promise<Config> {
  return (await openStated(context)).config;
}

/** The same, with the file that states it. @throws Stop */
export async function openStated(context: Context): Promise<Configuration> {
  const cwd = context.terminal.cwd();
  return configurationFor(context, cwd, repositoryRoot(cwd) ?? cwd);
}

/** Refuses a glob that matches nothing. @throws Stop that names file and line. */
export function refuseGlob(workspace: Workspace, cwd: string, path: ValuePath, glob: string): never {
  throw new Stop(
    say.globMatchesNothing(
      placeOf(workspace, cwd, path),
      path.filter((part) => typeof part === 'string' && part !== glob).join('.'),
      glob,
    ),
  );
}

/** `promptmeter.config.json:12`: where the configuration states something. */
export function placeOf({ stated }: Workspace, cwd: string, path: ValuePath): string {
  return `${pathFrom(cwd, stated.file ?? cwd)}:${stated.line(path)}`;
}

async function configurationFor(
  { terminal, args }: Context,
  start: string,
  top: string,
  read?: ReadText,
): Promise<Configuration> {
  const cwd = terminal.cwd();
  const named = args.value('config');
  const found =
    named === null ? await findConfiguration(start, top, read) : await readConfiguration(resolve(cwd, named));
  const { file, problems, passedOver } = found;
  if (problems.length > 0) throw new Stop(say.configProblems(problems.map((problem) => place(problem, cwd))));
  if (file !== null && !args.on('quiet'))
    for (const inner of passedOver)
      terminal.stderr.write(`${say.configIgnored(pathFrom(cwd, inner), pathFrom(cwd, file))}\n`);
  return found;
}

function place(
  { file, line, message }: { file: string; line: number; message: string },
  cwd: string,
): string {
  return `${pathFrom(cwd, file)}:${line}: ${message}`;
}

function isInside(folder: string, path: string): boolean {
  return pathFrom(folder, path).split('/')[0] !== '..' && !pathFrom(folder, path).startsWith('/');
}

function existing(cwd: string, path: string): string {
  if (path === '') throw new Stop(say.emptyPath);
  const full = resolve(cwd, path);
  if (lstatSync(full, { throwIfNoEntry: false }) === undefined) throw new Stop(say.noSuchPath(path));
  if (!existsSync(full)) throw new Stop(say.pathUnreadable(path, 'it is a link that leads nowhere'));
  return realpathSync(full);
}
