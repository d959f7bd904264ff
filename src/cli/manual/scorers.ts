import type { Command } from '../command.ts';

export const scorers: Command = {
  name: 'scorers',
  takes: '[fetch|remove] [NAME]',
  summary: 'list, fetch or remove the models that score words for compress',
  details: [
    '"scorers fetch" says from where, how large, under which licence and into which folder, and asks. It goes on where an earlier attempt stopped, and checks the SHA-256 of each file, where one is published; any other file is trusted as it comes the first time, and only that one is taken again. HTTPS_PROXY, NO_PROXY and HF_ENDPOINT are heeded.',
  ],
  flags: [
    { name: 'from', value: 'URL', text: 'fetch from a mirror that has the paths of huggingface.co' },
    { name: 'sha256', value: 'HEX', text: 'the sum that the weights must have' },
    { name: 'yes', short: 'y', text: 'do not ask' },
  ],
  run: async (context) => (await import('../commands/scorers.ts')).scorers(context),
};
