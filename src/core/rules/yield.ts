import type { Finding } from '../report.ts';
import type { ProposedFix, Rule } from './rule.ts';

/**
 * Leaves out what rules find where one that they yield to finds something too. A fix that the silent one has becomes
 * another choice beside those of the other.
 * @param proposals of the findings; changed.
 */
export function yielded(
  found: readonly Finding[],
  rules: readonly Rule[],
  proposals: Map<Finding, readonly ProposedFix[]>,
): Finding[] {
  const yieldsTo = new Map(
    rules.flatMap(({ id, yieldsTo }) => (yieldsTo === undefined ? [] : [[id, yieldsTo]])),
  );
  const byPlace = new Map<string, Finding[]>();
  for (const finding of found)
    byPlace.set(placeOf(finding), [...(byPlace.get(placeOf(finding)) ?? []), finding]);
  return found.filter((finding) => {
    const others = yieldsTo.get(finding.rule);
    const louder = byPlace.get(placeOf(finding))?.find(({ rule }) => others?.includes(rule) === true);
    if (louder === undefined) return true;
    proposals.set(louder, [...(proposals.get(louder) ?? []), ...(proposals.get(finding) ?? [])]);
    return false;
  });
}

function placeOf({ path, range }: Finding): string {
  return `${path}:${range.start}:${range.end}`;
}
