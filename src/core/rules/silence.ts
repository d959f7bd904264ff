import type { Suppression } from '../prompts/suppressions.ts';
import type { Finding } from '../report.ts';

/** Findings without those that a comment keeps silent, and which rules each of the comments has kept silent. */
export function silence(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): {
  readonly kept: readonly Finding[];
  readonly suppressed: ReadonlyMap<Suppression, ReadonlySet<string>>;
} {
  const suppressed = new Map<Suppression, Set<string>>();
  const kept = findings.filter((finding) => {
    const speaking = suppressions.filter((suppression) => speaksOf(suppression, finding));
    for (const suppression of speaking)
      suppressed.set(suppression, (suppressed.get(suppression) ?? new Set<string>()).add(finding.rule));
    return speaking.length === 0;
  });
  return { kept, suppressed };
}

function speaksOf({ path, rules, covers }: Suppression, finding: Finding): boolean {
  if (path !== finding.path || !rules.includes(finding.rule)) return false;
  const { start } = finding.range;
  return covers === null || (covers.start <= start && start < covers.end);
}
