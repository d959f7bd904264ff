import { Analyzer } from '../../core/analyze.ts';
import type { Config } from '../../core/config.ts';
import type { Report } from '../../core/report.ts';
import type { Disk } from '../disk.ts';
import type { BothReports } from './analyzeChange.ts';

type Sums = Pick<Report, 'prompts' | 'calls'>;

/**
 * All prompts and calls, now and before, for budgets that hold sums. What the change cannot affect is the same on both
 * sides and read once.
 */
export async function wholeReports(
  files: readonly string[],
  host: Disk,
  config: Config,
  { now, before, paths, pathsBefore, measured }: BothReports,
): Promise<{ readonly now: Sums; readonly before: Sums }> {
  const affected = new Set([...paths, ...pathsBefore]);
  const analyzer = new Analyzer(host, config, { measured });
  const others = await analyzer.analyze(files.filter((path) => !affected.has(path)));
  return { now: joined(others, now), before: joined(others, before) };
}

function joined(others: Report, own: Report): Sums {
  return { prompts: [...others.prompts, ...own.prompts], calls: [...others.calls, ...own.calls] };
}
