import type { GitRefusal } from '../host/git/base.ts';

/** What the editor says of a gate. Text only; what comes from a source file is escaped by who shows it. */
export const sayOfGate = {
  checking: (repository: string) => `PromptMeter is checking what is staged in ${repository}`,
  /** @param words what changed, as a clause. @param partial there may be files that use it and were not looked at. */
  passed: (words: string, partial: boolean) =>
    `The staged prompts pass. ${words}.${partial ? ' More files may use what was changed than were looked at: check all of them with promptmeter check.' : ''}`,
  nothing: (old: number) =>
    `Nothing that is staged changes a prompt${old === 0 ? '' : ', and what the rules find was there before'}.`,
  /** @param verdict the failure that matters most, as a clause. */
  refused: (verdict: string) => `The staged prompts do not pass: ${verdict}.`,
  in: (repository: string, sentence: string) => `${repository}: ${sentence}`,
  show: 'Show Report',
  copy: 'Copy as Markdown',
  failed: (why: string) => `What is staged could not be checked: ${why}.`,
  noRepository: 'No folder that is open is in a git repository, so nothing is staged.',
  untrusted:
    'In Restricted Mode git is not run, because a repository can make it run other programs. Trust the workspace to check what is staged.',
  manageTrust: 'Manage Trust',
  badConfiguration: (problem: string) => `What is staged could not be checked: ${problem}`,
  badBaseline: (path: string, why: string) =>
    `What is staged could not be checked: ${path} is no baseline, ${why}. Mend it, or make it anew with promptmeter check --update-baseline.`,
  /** Why git has no answer. */
  refusal: (why: GitRefusal, detail: string) => refusals[why](detail),
} as const;

const refusals: Readonly<Record<GitRefusal, (detail: string) => string>> = {
  'no-git': () => 'git was not found. Install it, and start VS Code anew.',
  'no-repository': () => 'The folder is in no git repository.',
  bare: () => 'This is a bare repository, in which no files stand. Open a working tree of it.',
  distrusted: () =>
    'Git does not trust the folder, because somebody else owns it. If you do, add it with git config --global --add safe.directory.',
  'no-ref': (ref) => `There is no commit ${ref}.`,
  shallow: (ref) => `There is no commit ${ref} in this shallow clone.`,
  broken: (detail) => `Git did not answer (${detail}). See what git status says.`,
};
