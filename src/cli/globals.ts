import type { Flag } from './flags.ts';

/** Understood by every command. */
export const globalFlags: readonly Flag[] = [
  { name: 'config', value: 'FILE', text: 'read this configuration instead of looking for one' },
  { name: 'no-color', text: 'no colours; NO_COLOR does the same' },
  { name: 'quiet', short: 'q', text: 'no progress and no notes; errors are still told' },
  { name: 'help', short: 'h', text: 'show this' },
  { name: 'version', short: 'V', text: 'show the version' },
];
