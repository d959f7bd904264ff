import type { Context } from '../command.ts';
import { reportFormats } from '../formats.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';

/** Loads what the way of checking needs, and no more: a hook runs at every commit. */
export async function check(context: Context): Promise<number> {
  const { terminal, args } = context;
  args.choice('format', reportFormats);
  if (!args.on('staged') && !args.on('base')) return (await import('../gate/whole.ts')).checkWhole(context);
  if (args.on('update-baseline')) throw new Stop(say.baselineNeedsAll);
  const { asked } = context;
  const looksFirst = asked === null && isPlain(args);
  const staged = looksFirst ? await (await import('../gate/quick.ts')).lookAtStaged(terminal) : null;
  if (staged === 'nothing') return 0;
  return (await import('../gate/change.ts')).checkChange({ ...context, asked: staged?.git ?? asked });
}

/** Asks for what is staged, in words for people: where nothing is, there is one thing to say. */
function isPlain(args: Context['args']): boolean {
  if (args.paths.length > 0) return false;
  return args.on('staged') && !args.on('base') && [null, 'terminal'].includes(args.value('format'));
}
