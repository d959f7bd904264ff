import type { Context } from '../command.ts';
import { reportFormats } from '../formats.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';

/** Loads what the way of checking needs, and no more: a hook runs at every commit. */
export async function check(context: Context): Promise<number> {
  const { args } = context;
  args.choice('format', reportFormats);
  if (!args.on('staged') && !args.on('base')) return (await import('../gate/whole.ts')).checkWhole(context);
  if (args.on('update-baseline')) throw new Stop(say.baselineNeedsAll);
  return (await import('../gate/change.ts')).checkChange(context);
}
