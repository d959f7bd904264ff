import type { Before } from '../budgets/check.ts';
import type { MeteredPrompt, Report } from '../report.ts';
import type { Comparison } from './compare.ts';

export interface Touched {
  readonly report: Report;
  /** How many findings were left out because they are old. */
  readonly old: number;
  /** What the subjects of this report were before. */
  readonly before: Before;
}

/**
 * What of a report a change has touched: prompts and calls of the changed files, prompts elsewhere that became others with
 * them, and what the rules newly find there.
 */
export function touchedBy(
  report: Report,
  { changes, isOld, before }: Comparison,
  changed: ReadonlySet<string>,
): Touched {
  const became = new Set(changes.flatMap(({ now }) => (now === null ? [] : [now.id])));
  const isTouched = ({ id, path }: MeteredPrompt) => changed.has(path) || became.has(id);
  const prompts = report.prompts.filter(isTouched);
  const ids = new Set(prompts.map(({ id }) => id));
  const calls = report.calls.filter(
    (call) => changed.has(call.path) || call.prompts.some((id) => ids.has(id)),
  );
  const indexes = calls.map((call) => report.calls.indexOf(call));
  const findings = report.findings.filter(
    ({ path, prompt }) => changed.has(path) || (prompt !== null && ids.has(prompt)),
  );
  const young = findings.filter((finding) => !isOld(finding));
  return {
    report: {
      ...report,
      // what it is part of may not be told here, and then it counts by itself
      prompts: prompts.map((prompt) =>
        prompt.partOf === null || ids.has(prompt.partOf) ? prompt : { ...prompt, partOf: null },
      ),
      calls,
      findings: young,
      unread: report.unread.filter(({ path }) => changed.has(path)),
      files: changed.size,
    },
    old: findings.length - young.length,
    before: (subject, measure) =>
      before(
        subject.kind === 'call' ? { kind: 'call', index: indexes[subject.index] ?? -1 } : subject,
        measure,
      ),
  };
}
