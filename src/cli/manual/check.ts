import type { Command } from '../command.ts';
import { measured, reportFormat, noIgnore, noCache } from './options.ts';

export const check: Command = {
  name: 'check',
  takes: '[PATH…]',
  summary: 'hold the prompts, or what a change does to them, to the budgets and to the rules',
  details: [
    'Ends with 1 when something is over a budget, or a rule finds what is at least as severe as the option "failOn" says (a warning, unless it is set), so that a build can stop there.',
    'With --staged or --base only what the change touches is looked at: what was over its budget before and grew no further is told, and does not fail.',
  ],
  flags: [
    { name: 'staged', text: 'check what is staged for the next commit, not what stands in the files' },
    {
      name: 'base',
      value: 'REF',
      optional: true,
      text: 'compare with where the branch left REF; without REF, with where it left its upstream',
    },
    {
      name: 'fix',
      text: 'make the fixes after which the model reads the same; with --staged in what is staged, too',
    },
    { name: 'update-baseline', text: 'let be from now on what is over its budget, or found, today' },
    reportFormat,
    ...measured,
    noIgnore,
    noCache,
  ],
  run: async (context) => (await import('../commands/check.ts')).check(context),
};
