import { Analyzer } from '../../core/analyze.ts';
import type { Config } from '../../core/config.ts';
import type { Report } from '../../core/report.ts';
import type { RecordShards } from '../cache/recordShards.ts';
import type { Disk } from '../disk.ts';
import type { BothReports } from './analyzeChange.ts';

type Sums = Pick<Report, 'prompts' | 'calls'>;

export interface WholeOptions {
  readonly host: Disk;
  readonly config: Config;
  /** What earlier checks have read of all files; `null` where nothing is kept. */
  readonly kept: RecordShards | null;
}

/**
 * All prompts and calls, now and before, for budgets that hold sums. What the change cannot affect is the same on both
 * sides and read once.
 */
export async function wholeReports(
  files: readonly string[],
  { host, config, kept }: WholeOptions,
  { now, before, paths, pathsBefore, measured }: BothReports,
): Promise<{ readonly now: Sums; readonly before: Sums }> {
  const affected = new Set([...paths, ...pathsBefore]);
  const unaffected = files.filter((path) => !affected.has(path));
  const analyzer = new Analyzer(host, config, { measured, known: kept?.records(unaffected) ?? [] });
  const { metering: others } = await analyzer.meter(unaffected);
  kept?.save(analyzer.records());
  return { now: joined(others, now), before: joined(others, before) };
}

function joined(others: Sums, own: Sums): Sums {
  return { prompts: [...others.prompts, ...own.prompts], calls: [...others.calls, ...own.calls] };
}
