import { Analyzer, type AnalyzerOptions } from '../../core/analyze.ts';
import type { Config } from '../../core/config.ts';
import { Gauges } from '../../core/gauges.ts';
import type { Day, Host } from '../../core/host.ts';
import type { MeasuredUses } from '../../core/prices/measuredUse.ts';
import type { Report } from '../../core/report.ts';
import { languageOf } from '../../core/source/languages/index.ts';
import { SyntaxParser } from '../../core/source/parser.ts';
import { usedBy, usersOf } from '../git/affected.ts';
import type { Change } from '../git/change.ts';
import type { Git } from '../git/git.ts';

/** The same files, before and after a change. */
export interface BothReports {
  readonly now: Report;
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
}

/** Reads what a change can affect, as it was and as it is: what was changed, and the files that use it. */
export async function analyzeChange(
  git: Git,
  whole: Change,
  { config, isRead, within, measured, today }: Selection,
): Promise<BothReports> {
  const change = {
    ...whole,
    paths: whole.paths.filter(within),
    pathsBefore: whole.pathsBefore.filter((path) => within(path) || isRenamedInto(path, whole, within)),
  };
  const changed = change.paths.filter(isRead);
  // a grammar is loaded once for both, and while git searches
  const parser = new SyntaxParser(change.now);
  const languages = changed.flatMap((path) => languageOf(path)?.grammars ?? []);
  const [users] = await Promise.all([
    usersOf(git, change, isRead),
    parser.load([...new Set(languages)]),
    change.before.fetch(change.pathsBefore.filter(isRead)),
  ]);
  const paths = [...changed, ...users.paths];
  const there = change.before.entries;
  const pathsBefore = [
    ...change.pathsBefore.filter(isRead),
    ...users.paths.filter((path) => there.has(path)),
  ];
  const beside = usedBy(paths, change, isRead);
  const shared = { parser, gauges: new Gauges(change.now, config), measured, today: () => today };
  const now = await analyzed(change.now, config, { ...shared, paths, beside });
  const before = await analyzed(change.before, config, {
    ...shared,
    paths: pathsBefore,
    beside: beside.filter((path) => there.has(path)),
  });
  return { now, before, paths, pathsBefore, partial: users.partial, measured };
}

/** @param beside files whose functions may send what these files hold. */
async function analyzed(
  host: Host,
  config: Config,
  {
    paths,
    beside,
    ...shared
  }: Required<Pick<AnalyzerOptions, 'parser' | 'gauges' | 'measured' | 'today'>> & {
    paths: readonly string[];
    beside: readonly string[];
  },
): Promise<Report> {
  const analyzer = new Analyzer(host, config, shared);
  if (beside.length > 0) await analyzer.analyze(beside);
  return analyzer.analyze(paths);
}

function isRenamedInto(path: string, { renamed }: Change, within: (path: string) => boolean): boolean {
  return [...renamed].some(([now, before]) => before === path && within(now));
}
