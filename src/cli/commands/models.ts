import type { Context } from '../command.ts';
import { list } from '../models/list.ts';
import { diff, update } from '../models/update.ts';

/** `models [QUERY…]`, `models update --from FILE|URL`, `models diff [--from FILE|URL]` */
export async function models(context: Context): Promise<number> {
  const [first, ...rest] = context.args.paths;
  if (first === 'update' && rest.length === 0) return update(context);
  if (first === 'diff' && rest.length === 0) return diff(context);
  return list(context);
}
