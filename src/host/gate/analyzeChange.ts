import { Analyzer } from '../../core/analyze.ts';
import type { Config } from '../../core/config.ts';
import { Gauges } from '../../core/gauges.ts';
import type { Day } from '../../core/host.ts';
import type { MeasuredUses } from '../../core/prices/measuredUse.ts';
import type { FileRecord } from '../../core/prompts/record.ts';
import type { Report } from '../../core/report.ts';
import { SyntaxParser } from '../../core/source/parser.ts';
import { usedBy, usersOf } from '../git/affected.ts';
import type { Change } from '../git/change.ts';
import type { Git } from '../git/git.ts';
import { listedOnce, partRecords } from '../git/sharing.ts';
import { Snapshot } from '../git/snapshot.ts';
import type { Past, PastRecords } from './pastRecords.ts';

/** The same files, before and after a change. */
export interface BothReports {
  readonly now: Report;
  /** Its findings are told only where there are any now. */
  readonly before: Report;
  /** What was looked at: all that the change can affect. */
  readonly paths: readonly string[];
  readonly pathsBefore: readonly string[];
  /** There may be more that it can affect. */
  readonly partial: boolean;
  /** What both rest on. */
  readonly measured: MeasuredUses;
}

export interface Selection {
  readonly config: Config;
  /** Whether a path is one of those that are looked at. */
  readonly isRead: (path: string) => boolean;
  /** Whether it lies below the paths that were named. */
  readonly within: (path: string) => boolean;
  /** What the ledger tells of the prompts: the same for both sides, so that they differ by what was changed alone. */
  readonly measured: MeasuredUses;
  /** `null` where nobody can say. */
  readonly today: Day | null;
  /** What earlier checks have read; `null` where nothing is kept. */
  readonly past: PastRecords | null;
}

/** Reads what a change can affect, as it was and as it is: what was changed, and the files that use it. */
export async function analyzeChange(
  git: Git,
  whole: Change,
  { config, isRead, within, measured, today, past: kept }: Selection,
): Promise<BothReports> {
  const change = {
    ...whole,
    paths: whole.paths.filter(within),
    pathsBefore: whole.pathsBefore.filter((path) => within(path) || isRenamedInto(path, whole, within)),
  };
  const changed = change.paths.filter(isRead);
  const changedBefore = change.pathsBefore.filter(isRead);
  const shared = {
    parser: new SyntaxParser(change.now),
    gauges: new Gauges(change.now, config),
    measured,
    today: () => today,
  };
  const there = change.before.entries;
  const past = change.now instanceof Snapshot ? kept : null;
  const known = past?.known(changedBefore, there) ?? [];
  for (const { path, text } of known) if (text !== null) change.before.offer(path, text);
  const now = new Analyzer(change.now, config, {
    ...shared,
    known: recordsOf(past?.known(changed, change.index) ?? []),
  });
  const before = new Analyzer(change.before, config, { ...shared, known: recordsOf(known) });
  const unknown = changedBefore.filter((path) => !known.some((one) => one.path === path));
  // most commits change what nobody uses: they are read by the time git has searched
  const [users] = await Promise.all([
    usersOf(git, change, isRead),
    now.read(changed),
    change.before.fetch(unknown).then(() => before.read(changedBefore)),
  ]);
  const paths = [...changed, ...users.paths];
  const pathsBefore = [...changedBefore, ...users.paths.filter((path) => there.has(path))];
  // their functions may send what these files hold
  const beside = usedBy(paths, change, isRead);
  const around = [...users.paths, ...beside];
  const aroundBefore = around.filter((path) => there.has(path));
  now.know(recordsOf(past?.known(around, change.index) ?? []));
  before.know(recordsOf(past?.known(aroundBefore, there) ?? []));
  await now.read(around);
  // a working tree has files as well that no commit knows of
  if (change.now instanceof Snapshot) before.know(sharedRecords(now, whole));
  await before.read(beside.filter((path) => there.has(path)));
  const report = await now.analyze(paths);
  const { metering, check } = await before.meter(pathsBefore);
  // what the rules found before matters only to who asks whether something is new
  const { findings } = report.findings.length === 0 ? report : await check();
  if (change.now instanceof Snapshot)
    past?.keep({ changed: [...changed, ...changedBefore], around }, [
      { files: change.now, records: now.records() },
      { files: change.before, records: before.records() },
    ]);
  return {
    now: report,
    before: { ...metering, findings },
    paths,
    pathsBefore,
    partial: users.partial,
    measured,
  };
}

/** What was read of files of which nothing differs between both sides. */
function sharedRecords(now: Analyzer, change: Change): (readonly [string, FileRecord])[] {
  const differing = new Set([...change.paths, ...change.pathsBefore]);
  const { shared } = partRecords(now.records(), differing, listedOnce(change));
  return shared.filter(([path]) => change.before.entries.has(path));
}

function recordsOf(past: readonly Past[]): (readonly [string, FileRecord])[] {
  return past.map(({ path, record }) => [path, record]);
}

function isRenamedInto(path: string, { renamed }: Change, within: (path: string) => boolean): boolean {
  return [...renamed].some(([now, before]) => before === path && within(now));
}
