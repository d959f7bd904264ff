import type { Command } from '../command.ts';

const format = { name: 'format', value: 'NAME', text: 'terminal, json or markdown' };
const noIgnore = {
  name: 'no-ignore',
  text: 'read what .gitignore, "exclude" and the usual ignored folders leave out',
};

/** In the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'scan',
    takes: '[PATH…]',
    summary: 'list the prompts in source code with their tokens, cost and cache breaks',
    details: '',
    flags: [format, noIgnore],
    run: async (context) => (await import('./scan.ts')).scan(context),
  },
];
