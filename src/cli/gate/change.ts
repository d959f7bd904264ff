import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../core/report.ts';
import { withoutShortenings } from '../../core/rules/settings.ts';
import { Assets } from '../../host/assets.ts';
import { expectLongRun } from '../../host/cache/shortRun.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { compareChange, holdChange } from '../../host/gate/change.ts';
import { isSum } from '../../host/gate/gate.ts';
import { PastRecords } from '../../host/gate/pastRecords.ts';
import type { Change } from '../../host/git/change.ts';
import type { Git } from '../../host/git/git.ts';
import { configurationIn } from '../../host/git/openChange.ts';
import { Snapshot } from '../../host/git/snapshot.ts';
import type { Context } from '../command.ts';
import { reportFormats } from '../formats.ts';
import { measuredUses, wantsMeasured } from '../ledger/measured.ts';
import { notePrices } from '../pricesNote.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { openRepository, type Workspace } from '../workspace.ts';
import { budgetNotes } from './budgetNotes.ts';
import { fixFiles, fixStaged } from './fix.ts';
import { changeOf, gateOf } from './opened.ts';
import { tell } from './tell.ts';

/** Holds to the budgets and the rules what a change adds, and warns of what was over before. */
export async function checkChange(context: Context): Promise<number> {
  const { terminal, args, interrupts, asked } = context;
  const assets = new Assets(dataFolder(terminal.env));
  const { git, change } = await changeOf(context, assets, asked);
  const workspace = await openRepository(context, git.root, configurationIn(change, git.root));
  refuseMissing(change, workspace, context);
  const gate = gateOf(withoutUnseen(workspace, context), change.now);
  // for a sum all files are read
  if (workspace.config.budgets.some(isSum)) expectLongRun();
  const compared = await compareChange(git, change, gate, {
    within: (path) => isNamed(path, workspace.from),
    today: interrupts.today(),
    past: args.on('no-cache') ? null : PastRecords.open(git.root, terminal.env, assets),
    ...(wantsMeasured(context) && { measured: await measuredUses(context, workspace, null) }),
  });
  if (args.on('fix') && (await fixed(compared.touched.report.findings, git, change, context)))
    return checkChange({ ...context, asked: null, args: args.without('fix') });

  const held = await holdChange(compared, interrupts.today());
  const { report, results, ended, old, compared: between } = held;
  const notes = budgetNotes(ended, workspace, context);
  if (held.partial) notes.push(say.moreMayUse);
  if (change.base.approximate) notes.push(say.baseIsTip(change.base.name));
  if (!args.on('quiet')) for (const note of notes) terminal.stderr.write(`${note}\n`);
  if (report.prompts.some(({ cost }) => cost !== null)) notePrices(report.prices, workspace.config, context);
  return tell({ workspace, report, results, change: between }, { old }, context);
}

/** Without the rules that find what is shown nowhere. */
function withoutUnseen(workspace: Workspace, { args }: Context): Workspace {
  const { config } = workspace;
  const isSeen =
    !args.on('quiet') ||
    args.on('fix') ||
    args.choice('format', reportFormats) !== 'terminal' ||
    config.failOn === 'info';
  return isSeen
    ? workspace
    : { ...workspace, config: { ...config, rules: withoutShortenings(config.rules) } };
}

async function fixed(
  findings: readonly Finding[],
  git: Git,
  { now }: Change,
  context: Context,
): Promise<boolean> {
  return now instanceof Snapshot
    ? fixStaged(findings, git, now, context)
    : fixFiles(findings, git.root, now, context);
}

/** A name of nothing would be a clean run of nothing. @throws Stop */
function refuseMissing(change: Change, { root, from }: Workspace, { args }: Context): void {
  const files = from.length === 0 ? [] : [...change.files(), ...change.pathsBefore];
  from.forEach((path, i) => {
    const isThere = files.some((file) => isNamed(file, [path]));
    if (!isThere && !existsSync(join(root, path))) throw new Stop(say.noSuchPath(args.paths[i] ?? path));
  });
}

/** Without names, everything is meant. */
function isNamed(path: string, named: Workspace['from']): boolean {
  return named.length === 0 || named.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
}
