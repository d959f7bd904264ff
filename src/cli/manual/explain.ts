import type { Command } from '../command.ts';

export const explain: Command = {
  name: 'explain',
  takes: '[RULE]',
  summary: 'explain a rule: what it finds, why that costs, how to mend it',
  details: ['Prints the page of a rule as Markdown, and the list of all rules where none is named.'],
  flags: [],
  run: async (context) => (await import('../commands/explain.ts')).explain(context),
};
