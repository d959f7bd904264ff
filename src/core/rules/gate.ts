import type { Config } from '../config.ts';
import type { Finding, Severity } from '../report.ts';

const order: readonly Severity[] = ['info', 'warning', 'error'];

/** The findings at which a gate fails. */
export function failing(findings: readonly Finding[], failOn: Config['failOn']): Finding[] {
  if (failOn === 'never') return [];
  return findings.filter(({ severity }) => order.indexOf(severity) >= order.indexOf(failOn));
}
