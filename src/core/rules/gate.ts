import type { Config } from '../config.ts';
import type { Finding, Severity } from '../report.ts';

const order: readonly Severity[] = ['info', 'warning', 'error'];
const sureness: readonly Finding['confidence'][] = ['low', 'medium', 'high'];

/** The findings at which a gate fails. */
export function failing<F extends Pick<Finding, 'severity' | 'confidence'>>(
  findings: readonly F[],
  { failOn, failOnConfidence }: Pick<Config, 'failOn' | 'failOnConfidence'>,
): F[] {
  if (failOn === 'never') return [];
  return findings.filter(
    ({ severity, confidence }) =>
      order.indexOf(severity) >= order.indexOf(failOn) &&
      sureness.indexOf(confidence) >= sureness.indexOf(failOnConfidence),
  );
}
