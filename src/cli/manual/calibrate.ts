import type { Command } from '../command.ts';
import { noIgnore, providerFlags } from './options.ts';

export const calibrate: Command = {
  name: 'calibrate',
  takes: '[PATH…]',
  summary: 'fit the factors of a family of models to what its provider counts of your prompts',
  details: [
    'Sends the texts of the prompts below these paths to the count endpoint of the provider, shows how far the counts were off before and after, and with --write puts the factors into the configuration. The key comes from the environment.',
  ],
  flags: [
    {
      name: 'model',
      short: 'm',
      value: 'MODEL',
      text: 'the model to calibrate for, such as claude-opus-4-8',
    },
    ...providerFlags,
    { name: 'most', value: 'N', text: 'send no more than so many prompts; 50, unless it is said' },
    { name: 'write', short: 'w', text: 'put the factors into the configuration' },
    { name: 'format', value: 'NAME', text: 'terminal (the default) or json' },
    noIgnore,
  ],
  run: async (context) => (await import('../commands/calibrate.ts')).calibrate(context),
};
