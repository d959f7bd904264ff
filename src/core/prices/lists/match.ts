import type { Match } from './list.ts';

/** @param id in lower case. */
export function matches(match: Match, id: string): boolean {
  if ('equals' in match) return id === match.equals.toLowerCase();
  if ('starts_with' in match) return id.startsWith(match.starts_with.toLowerCase());
  if ('ends_with' in match) return id.endsWith(match.ends_with.toLowerCase());
  if ('contains' in match) return id.includes(match.contains.toLowerCase());
  if ('regex' in match) return new RegExp(match.regex).test(id);
  if ('or' in match) return match.or.some((one) => matches(one, id));
  return match.and.every((one) => matches(one, id));
}
