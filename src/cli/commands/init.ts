import { whyNot } from '../../host/git/base.ts';
import { Git } from '../../host/git/git.ts';
import { gitEnvironment } from '../../host/git/environment.ts';
import { pathFrom, repositoryRoot } from '../../host/repository.ts';
import { gitFolders, type GitFolders } from '../../host/setUp/hook.ts';
import { forgetWritten, keepWritten, readWritten, recordIn, undoing } from '../../host/setUp/undo.ts';
import { analyzeWorkspace } from '../analysis.ts';
import type { Context } from '../command.ts';
import { carryOutAll, shown, whetherToWrite } from '../init/carryOut.ts';
import { proposeConfiguration } from '../init/propose.ts';
import { isFound, proposeHook } from '../init/proposeHook.ts';
import { sayInit } from '../init/sentences.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { writing } from '../writing.ts';

/** Sets a repository up, or takes that back. @throws Stop */
export async function init(context: Context): Promise<number> {
  try {
    return await setUpOrUndo(context);
  } catch (error) {
    // a hook that may not be read, a folder of git's that may not be written
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
    throw new Stop(sayInit.unreachable(String(error.path), String(error.code)));
  }
}

async function setUpOrUndo(context: Context): Promise<number> {
  const { terminal, args } = context;
  if (args.paths.length > 0) throw new Stop(sayInit.takesNoPath);
  const cwd = terminal.cwd();
  const root = repositoryRoot(cwd);
  const at = root ?? cwd;
  const git = new Git(at, gitEnvironment(at, cwd, terminal.env));
  if (root === null)
    throw new Stop((await whyNot(git))?.why === 'bare' ? sayInit.bare : sayInit.noRepository);
  const folders = await foldersOf(git);
  return args.on('undo') ? undo(context, root, folders) : setUp(context, root, folders);
}

async function setUp(context: Context, root: string, folders: GitFolders): Promise<number> {
  const { terminal, args } = context;
  const cwd = terminal.cwd();
  const analysis = await analyzeWorkspace({ ...context, args: args.withPaths([root]) });
  const configuration = await proposeConfiguration(analysis);
  const hook = args.on('no-hook') ? null : await proposeHook(root, folders);
  const files = [...configuration.files, ...(hook?.files ?? [])];
  const lines = [...configuration.lines, ...(hook?.lines ?? [])];
  const found = analysis.report.findings.filter(({ rule }) => rule !== 'over-budget').length;
  if (found > 0) lines.push(sayInit.findings(found));
  if (files.length === 0) lines.push(sayInit.nothingToDo);
  terminal.stdout.write(`${lines.join('\n')}\n${shown(root, files)}`);
  const isMissing = hook !== null && hook.files.length > 0 && !isFound(hook.command, terminal.env);
  if (isMissing && !args.on('quiet')) terminal.stderr.write(`${sayInit.notOnPath}\n`);
  if (!(await whetherToWrite(context, files))) return 0;

  const record = recordIn(folders.own);
  writing(pathFrom(cwd, record), () => keepWritten(record, files.toReversed()));
  carryOutAll(root, files);
  if (!args.on('quiet'))
    terminal.stderr.write(`${sayInit.written(files.map(({ file }) => pathFrom(root, file)))}\n`);
  return 0;
}

async function undo(context: Context, root: string, folders: GitFolders): Promise<number> {
  const { terminal, args } = context;
  const record = recordIn(folders.own);
  const written = readWritten(record);
  if (written === null) throw new Stop(sayInit.nothingToUndo);
  const { files, kept } = undoing(written);
  terminal.stdout.write(files.length === 0 ? `${sayInit.nothingLeftToUndo}\n` : shown(root, files));
  for (const file of kept) terminal.stderr.write(`${sayInit.changedSince(pathFrom(root, file))}\n`);
  if (files.length === 0 && !args.on('dry-run')) forgetWritten(record);
  if (!(await whetherToWrite(context, files))) return 0;

  carryOutAll(root, files);
  forgetWritten(record);
  if (!args.on('quiet'))
    terminal.stderr.write(`${sayInit.undone(files.map(({ file }) => pathFrom(root, file)))}\n`);
  return 0;
}

/** @throws Stop where git does not answer. */
async function foldersOf(git: Git): Promise<GitFolders> {
  const folders = await gitFolders(git);
  if (folders !== null) return folders;
  const { code, err } = await git.ask(['rev-parse', '--git-dir']);
  throw new Stop(code === null ? sayInit.noGit : say.gitFailed(err.trim().split('\n')[0] ?? ''));
}
