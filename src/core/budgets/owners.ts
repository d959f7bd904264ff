import { globMatcher } from '../glob.ts';
import { codeOwners } from './codeowners.ts';

/** Path from the root → its owners; none where nobody owns it. */
export type OwnersOf = (path: string) => readonly string[];

/** Where CODEOWNERS may stand, in the order in which GitHub and GitLab look. */
export const codeOwnersPaths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Whether an owner is among these: `search-team` is who CODEOWNERS calls `@search-team`. */
export function isAmong(owner: string, owners: readonly string[]): boolean {
  const bare = (name: string) => name.replace(/^@/, '');
  return owners.some((one) => bare(one) === bare(owner));
}

/**
 * @param stated glob → owner, the first that matches wins.
 * @param codeOwnersFile the text of CODEOWNERS, asked where nothing stated matches; `null` where there is none.
 */
export function ownersFrom(
  stated: Readonly<Record<string, string>>,
  codeOwnersFile: string | null = null,
): OwnersOf {
  const own = Object.entries(stated).map(([glob, owner]) => ({ matches: globMatcher([glob]), owner }));
  const others = codeOwnersFile === null ? () => [] : codeOwners(codeOwnersFile);
  const ask = (path: string): readonly string[] => {
    const found = own.find(({ matches }) => matches(path));
    return found === undefined ? others(path) : [found.owner];
  };
  // a file of thousands of lines takes milliseconds, and each budget of an owner asks of each prompt and call
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const owners = known.get(path) ?? ask(path);
    known.set(path, owners);
    return owners;
  };
}
