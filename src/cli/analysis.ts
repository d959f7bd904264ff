import { join, resolve } from 'node:path';
import { Analyzer } from '../core/analyze.ts';
import { promptMatcher } from '../core/glob.ts';
import type { Report } from '../core/report.ts';
import { Assets } from '../host/assets.ts';
import { cacheFolder } from '../host/cache/folder.ts';
import { RecordCache } from '../host/cache/recordCache.ts';
import { dataFolder } from '../host/dataFolder.ts';
import { Disk } from '../host/disk.ts';
import { findFiles, type FoundFiles } from '../host/files.ts';
import { ReaderPool } from '../host/pool/pool.ts';
import { helpersFor } from '../host/pool/threads.ts';
import { pathFrom } from '../host/repository.ts';
import { unmatchedGlobs } from '../host/unmatched.ts';
import type { Context } from './command.ts';
import { measuredUses, wantsMeasured } from './ledger/measured.ts';
import { notePrices } from './pricesNote.ts';
import { Progress } from './progress.ts';
import { say } from './sentences.ts';
import { openWorkspace, refuseGlob, type Workspace } from './workspace.ts';

export interface Analysis {
  readonly workspace: Workspace;
  /** Paths and ids count from the root of the workspace, as the configuration's do. */
  readonly report: Report;
  /** 2 when a file that was named could not be read, else 0. */
  readonly exitCode: number;
}

/** Finds and reads what the arguments name. @throws Stop */
export async function analyzeWorkspace(context: Context): Promise<Analysis> {
  const { terminal, args, interrupts } = context;
  const workspace = await openWorkspace(context);
  const { root, from, config } = workspace;
  const found = findFiles({ root, from, config, ignoring: !args.on('no-ignore') });
  refuseUnmatched(workspace, found, context);

  const progress = new Progress(terminal.stderr, {
    all: found.files.length,
    quiet: args.on('quiet'),
    interrupts,
  });
  const assets = new Assets(dataFolder(terminal.env));
  const cache = openCache(root, assets, context);
  const known = cache?.records(found.files) ?? [];
  const disk = cache?.disk ?? new Disk(root, assets);
  const pool = openPool(found.files.length - known.length, root, { assets, cache });
  const analyzer = new Analyzer(disk, config, {
    known,
    today: () => interrupts.today(),
    ...(pool && { readFiles: (here) => pool.beside(here), countsAhead: true, onRead: () => pool.dispose() }),
  });
  const first = await analyzer.analyze(found.files, progress.step).finally(() => {
    pool?.dispose();
    progress.end();
  });
  const analysis = wantsMeasured(context)
    ? await analyzer.setMeasured(await measuredUses(context, workspace, first)).analyze(found.files)
    : first;
  cache?.save(analyzer.records());

  refuseUnmatchedVolumes(workspace, analysis, context);
  if (analysis.prompts.some(({ cost }) => cost !== null)) notePrices(analysis.prices, config, context);
  const report = { ...analysis, unread: [...found.unread, ...analysis.unread] };
  return { workspace, report, exitCode: tellUnread(analysis, workspace, context) };
}

/** What earlier runs have read; `null` where it is not wanted, or there is no place for it. */
function openCache(root: string, assets: Assets, { terminal, args }: Context): RecordCache | null {
  const build = args.on('no-cache') ? null : assets.loadBuild();
  const folder = build === null ? null : cacheFolder(root, terminal.env);
  return build === null || folder === null ? null : new RecordCache(root, { folder, build, assets });
}

/** Threads that help to read; `null` where this one is enough. */
function openPool(
  files: number,
  root: string,
  { assets, cache }: { readonly assets: Assets; readonly cache: RecordCache | null },
): ReaderPool | null {
  const script = assets.bundle('reader.js');
  const threads = helpersFor(files);
  if (script === null || threads === 0) return null;
  return new ReaderPool({
    script,
    root,
    bundle: assets.bundle('reading.cjs'),
    threads,
    stamps: cache !== null,
    onSighted: (sighted) => cache?.disk.adopt(sighted),
  });
}

function refuseUnmatched(workspace: Workspace, found: FoundFiles, { terminal, args }: Context): void {
  const { stated, root } = workspace;
  if (!workspace.whole || stated.file === null || args.on('no-ignore')) return;
  const folder = pathFrom(root, resolve(stated.file, '..'));
  const files = found.files.flatMap((path) => (folder === '' ? path : path.slice(folder.length + 1)));
  for (const { path, glob } of unmatchedGlobs(join(root, folder), stated.config, files))
    refuseGlob(workspace, terminal.cwd(), path, glob);
}

/** A volume of a prompt that is not there would silently be missing from every sum. */
function refuseUnmatchedVolumes(
  workspace: Workspace,
  { prompts }: Report,
  { terminal, args }: Context,
): void {
  const { stated, config } = workspace;
  if (!workspace.whole || args.on('no-ignore')) return;
  const globs = Object.keys(config.volumes);
  const unmatched = globs.findIndex((glob) => {
    const matches = promptMatcher(glob);
    return !prompts.some(({ id }) => id === glob || matches(id));
  });
  const glob = Object.keys(stated.config.volumes)[unmatched];
  if (glob !== undefined) refuseGlob(workspace, terminal.cwd(), ['volumes', glob], glob);
}

/** A file that was named and could not be read is a failure; one that was merely come across is not. */
function tellUnread(report: Report, { from }: Workspace, { terminal }: Context): number {
  const named = report.unread.filter(({ path }) => from.includes(path));
  for (const { path, why } of named) terminal.stderr.write(`promptmeter: ${say.namedUnread(path, why)}\n`);
  return named.length > 0 ? 2 : 0;
}
