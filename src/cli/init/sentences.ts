import { grouped } from '../../core/grouped.ts';
import type { ByHand } from '../../host/setUp/hook.ts';
import { whyNotWritten } from '../whyNotWritten.ts';

const whys: Readonly<Record<ByHand, string>> = {
  form: 'is not in a form that can be added to',
  'no-shell': 'is no shell script',
  'switched-off': 'is no program, so git does not run it: make it one with chmod +x',
  elsewhere: 'serves other repositories too',
};

/** Everything that `promptmeter init` says to a person. An error says what to do next. */
export const sayInit = {
  takesNoPath: 'init sets up the whole repository: leave the path out',
  noRepository: 'there is no git repository here: run "git init" first, or init where there is one',
  bare: 'this is a bare repository, in which no files stand: run init in a clone or a worktree of it',
  noGit: 'git was not found: install it, or write only the configuration with --no-hook',
  noPrompts:
    'No prompts were found, so there is nothing to propose a budget from: run init again when there are some.',
  found: (prompts: number, files: number, languages: string) =>
    `${grouped(prompts)} ${prompts === 1 ? 'prompt' : 'prompts'} in ${grouped(files)} ${files === 1 ? 'file' : 'files'} (${languages})`,
  budgets:
    'Budgets: a quarter above the largest of today, or 100 tokens where that is more, rounded up to two digits.',
  unpriced: (count: number, all: number) =>
    `${count} of ${all} calls cost nobody knows how much, and are in no budget of money: state a price under "prices".`,
  budgetsThere: (file: string, count: number) =>
    `Budgets: ${file} has ${count === 1 ? 'one' : String(count)}, left as ${count === 1 ? 'it stands' : 'they stand'}.`,
  budgetsByHand: (file: string) => `Budgets: ${file} is TOML, which only you can write: add to it`,
  hook: (manager: string, file: string) =>
    manager === 'git' ? `Hook: ${file}.` : `Hook: ${file}, which ${manager} runs.`,
  hookThere: (file: string) => `Hook: ${file} runs promptmeter already.`,
  hookByHand: (file: string, why: ByHand) => `Hook: ${file} ${whys[why]}, so it stays as it stands; add`,
  findings: (count: number) =>
    `The rules find ${count === 1 ? 'something at 1 place' : `something at ${count} places`} today: promptmeter scan shows it. Before a commit only what it adds counts.`,
  pullRequests: (file: string, command: string) => `Pull requests: add to ${file}\n  ${command}`,
  nothingToDo: 'Nothing is left to set up.',
  notOnPath:
    'note: the hook runs "promptmeter", which is not on your PATH: install it, or commits will be refused',
  yesNeeded: 'nothing is written unasked: add --yes if that is what you want',
  question: 'Write this? [y/N] ',
  nothingWritten: 'nothing was written',
  notWritten: (file: string, why: string) => `${file} could not be written: ${whyNotWritten(why)}`,
  unreachable: (file: string, code: string) =>
    `${file} could not be read or written (${code}): see that it is a file of yours, then run init again`,
  written: (files: readonly string[]) =>
    `wrote ${files.join(' and ')}; promptmeter init --undo takes it back`,
  nothingToUndo: 'init has written nothing here, or it was taken back already',
  changedSince: (file: string) =>
    `note: ${file} was changed since, and stays as it stands: take out by hand what you do not want`,
  undone: (files: readonly string[]) => `took it back in ${files.join(' and ')}`,
  nothingLeftToUndo: 'nothing of it is left',
} as const;
