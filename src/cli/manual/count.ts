import type { Command } from '../command.ts';
import { format, providerFlags } from './options.ts';

export const count: Command = {
  name: 'count',
  takes: '[FILE|-]',
  summary: 'count the tokens of a text',
  details: [
    'Reads a file, or standard input where none is named. Nothing is sent anywhere, unless --provider asks for it; the key comes from the environment.',
  ],
  flags: [
    {
      name: 'model',
      short: 'm',
      value: 'MODEL',
      text: 'the model whose tokens are counted, such as gpt-4o',
    },
    ...providerFlags,
    format,
  ],
  run: async (context) => (await import('../commands/count.ts')).count(context),
};
