import { pathFrom } from '../../host/repository.ts';
import { carryOut, type PlannedFile } from '../../host/setUp/planned.ts';
import { unifiedDiff } from '../../report/unified.ts';
import type { Context } from '../command.ts';
import { saysYes } from '../saysYes.ts';
import { Stop } from '../stop.ts';
import { sayInit } from './sentences.ts';

/** What would change, as `git apply` reads it. */
export function shown(root: string, files: readonly PlannedFile[]): string {
  return files
    .map(({ file, before, after }) => {
      const old = before ?? '';
      const edit = { range: { start: 0, end: old.length }, text: after ?? '' };
      const diff = unifiedDiff(pathFrom(root, file), old, [edit]);
      const [from = '', to = '', ...hunks] = diff.split('\n');
      const heads = [before === null ? '--- /dev/null' : from, after === null ? '+++ /dev/null' : to];
      return `\n${[...heads, ...hunks].join('\n')}`;
    })
    .join('');
}

/** @throws Stop where there is something to write, and nobody who could be asked. */
export async function whetherToWrite(
  { terminal, args }: Context,
  files: readonly PlannedFile[],
): Promise<boolean> {
  if (files.length === 0 || args.on('dry-run')) return false;
  if (args.on('yes')) return true;
  if (terminal.stdin.isTTY !== true) throw new Stop(sayInit.yesNeeded);
  if (await saysYes(terminal, sayInit.question)) return true;
  terminal.stderr.write(`${sayInit.nothingWritten}\n`);
  return false;
}

/** @throws Stop at the first file that cannot be written; what was written before it can be taken back. */
export function carryOutAll(root: string, files: readonly PlannedFile[]): void {
  for (const planned of files) {
    const why = carryOut(planned);
    if (why !== null) throw new Stop(sayInit.notWritten(pathFrom(root, planned.file), why));
  }
}
