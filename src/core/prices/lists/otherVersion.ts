import type { Match } from './list.ts';

/**
 * True when a catalog took a name for another version of the model: many of its entries match by how a name begins,
 * so that `claude-opus-4-10` passes for `claude-opus-4-1`, and a distillate of DeepSeek R1 for R1.
 */
export function isAnotherVersion(match: Match, id: string): boolean {
  const rests = leaves(match)
    .map((leaf) => rest(leaf, id))
    .filter((left) => left !== null);
  return rests.length > 0 && rests.every(({ pattern, after }) => goesOn(pattern, after));
}

/** The version's number continues, by more digits or by a minor version; a date (at least four digits) does not count. */
function goesOn(pattern: string, after: string): boolean {
  return /^-distill/.test(after) || (/[1-9]$/.test(pattern) && /^[.-]?\d{1,2}(?!\d)/.test(after));
}

type Leaf = Exclude<Match, { and: unknown } | { or: unknown }>;

function leaves(match: Match): Leaf[] {
  if ('and' in match) return match.and.flatMap(leaves);
  if ('or' in match) return match.or.flatMap(leaves);
  return [match];
}

/** What of the name is left behind a pattern that matches it; `null` when it does not match. */
function rest(leaf: Leaf, id: string): { pattern: string; after: string } | null {
  const whole = { pattern: '', after: '' };
  if ('equals' in leaf) return leaf.equals.toLowerCase() === id ? whole : null;
  if ('ends_with' in leaf) return id.endsWith(leaf.ends_with.toLowerCase()) ? whole : null;
  // A negative look-ahead matches nearly everything and says nothing of the version.
  if ('regex' in leaf)
    return !leaf.regex.includes('(?!') && new RegExp(leaf.regex, 'i').test(id) ? whole : null;
  const pattern = ('starts_with' in leaf ? leaf.starts_with : leaf.contains).toLowerCase();
  const at = id.indexOf(pattern);
  if (at < 0 || ('starts_with' in leaf && at > 0)) return null;
  return { pattern, after: id.slice(at + pattern.length) };
}
