import type { Git } from './git.ts';

/** What a change is compared with. */
export interface Base {
  /** As a person would name it: `HEAD`, `origin/main`; `the beginning` before the first commit. */
  readonly name: string;
  /** A commit, or the empty tree. */
  readonly oid: string;
  /** The clone is shallow and does not reach back to where the branches part: their tips are compared instead. */
  readonly approximate: boolean;
}

export type FoundBase =
  | { readonly kind: 'base'; readonly base: Base }
  | { readonly kind: 'refused'; readonly why: GitRefusal; readonly detail: string };

/** Why git cannot be asked, or has no answer. */
export type GitRefusal = 'no-git' | 'no-repository' | 'bare' | 'distrusted' | 'no-ref' | 'shallow' | 'broken';

/** The commit before the one that is being made; the empty tree before the first. */
export async function headBase(git: Git): Promise<FoundBase> {
  const { code, out, err } = await git.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (code === 0)
    return { kind: 'base', base: { name: 'HEAD', oid: out.toString().trim(), approximate: false } };
  const refusal = await whyNot(git, err);
  if (refusal !== null) return refusal;
  const empty = await git.ask(['hash-object', '-t', 'tree', '--stdin']);
  return {
    kind: 'base',
    base: { name: 'the beginning', oid: empty.out.toString().trim(), approximate: false },
  };
}

/** Where a branch parted from `ref`; without one, from its upstream, and where it has none, its last commit. */
export async function branchBase(git: Git, ref: string | null): Promise<FoundBase> {
  const name = ref ?? '@{upstream}';
  const { code, out, err } = await git.ask([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  if (code !== 0) {
    const refusal = await whyNot(git, err);
    if (refusal !== null) return refusal;
    if (ref === null) return headBase(git);
    return { kind: 'refused', why: (await isShallow(git)) ? 'shallow' : 'no-ref', detail: ref };
  }
  const tip = out.toString().trim();
  const parted = await git.ask(['merge-base', 'HEAD', tip]);
  const shown = ref ?? (await upstreamName(git));
  if (parted.code === 0)
    return { kind: 'base', base: { name: shown, oid: parted.out.toString().trim(), approximate: false } };
  return { kind: 'base', base: { name: shown, oid: tip, approximate: await isShallow(git) } };
}

/** Why git does not work here at all; `null` where it does. @param err what it said of the question that failed. */
export async function whyNot(git: Git, err = ''): Promise<(FoundBase & { kind: 'refused' }) | null> {
  const refused = (why: GitRefusal, detail = '') => ({ kind: 'refused', why, detail }) as const;
  const { code, out, err: said } = await git.ask(['rev-parse', '--is-bare-repository']);
  if (code === null) return refused('no-git');
  if (/dubious ownership|safe\.directory/.test(err + said)) return refused('distrusted');
  if (/not a git repository/.test(err + said)) return refused('no-repository');
  if (out.toString().trim() === 'true') return refused('bare');
  return code === 0 ? null : refused('broken', said.trim().split('\n')[0] ?? '');
}

async function isShallow(git: Git): Promise<boolean> {
  const { out } = await git.ask(['rev-parse', '--is-shallow-repository']);
  return out.toString().trim() === 'true';
}

async function upstreamName(git: Git): Promise<string> {
  const { out } = await git.ask(['rev-parse', '--abbrev-ref', '--symbolic-full-name', '@{upstream}']);
  return out.toString().trim();
}
