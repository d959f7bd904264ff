import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The ledger of a workspace stands in the person's data folder, not in the editor's own storage: so the command line, the
 * gateway and every window of every editor write to one file, and see what the others recorded. Nothing of it is ever in
 * the workspace, where it could be committed.
 * @param data absolute, see `host/dataFolder.ts`.
 * @param root of the repository, or the folder that was opened where there is none; it must exist.
 */
export function ledgerPath(data: string, root: string): string {
  const real = realpathSync.native(root);
  const key = process.platform === 'win32' ? real.toLowerCase() : real;
  const sum = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const name = basename(real).replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'root';
  return join(data, 'ledgers', `${name.slice(0, 40)}-${sum}.db`);
}
