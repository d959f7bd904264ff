import type { Command } from '../command.ts';
import { measured, reportFormat, noIgnore, noCache } from './options.ts';

export const scan: Command = {
  name: 'scan',
  takes: '[PATH…]',
  summary: 'list the prompts in source code with their tokens, cost and cache breaks',
  details: [
    'Looks at files and folders, the working directory where none is named. Ends with 0 unless it could not do its work.',
  ],
  flags: [
    reportFormat,
    { name: 'largest', value: 'N', text: 'only the N prompts with the most tokens, the largest first' },
    ...measured,
    noIgnore,
    noCache,
  ],
  run: async (context) => (await import('../commands/scan.ts')).scan(context),
};
