import type { Command } from '../command.ts';

export const init: Command = {
  name: 'init',
  takes: '',
  summary: 'set a repository up: budgets from the figures of today, and a hook before each commit',
  details: [
    'Looks at what is there, shows what it would write, and writes it after a yes. The budgets are a quarter above the largest prompt of today. A hook that is there gets one command more, in the file in which pre-commit, lefthook or husky keep theirs where one of them is used; what only a person can add is told. --undo brings back what was there.',
  ],
  flags: [
    { name: 'dry-run', short: 'n', text: 'show what would be written, and write nothing' },
    { name: 'yes', short: 'y', text: 'do not ask' },
    { name: 'no-hook', text: 'only the configuration' },
    { name: 'undo', text: 'bring back what stood there before' },
  ],
  run: async (context) => (await import('../commands/init.ts')).init(context),
};
