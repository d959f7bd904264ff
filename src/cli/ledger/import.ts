import { resolve } from 'node:path';
import { dataFolder } from '../../host/dataFolder.ts';
import { Assets } from '../../host/assets.ts';
import { formats } from '../../ledger/ingest/formats/index.ts';
import { importFile, type Imported } from '../../ledger/ingest/importFile.ts';
import { logFilesAt, type LogFile } from '../../ledger/ingest/logFiles.ts';
import { Pricing } from '../../ledger/pricing.ts';
import type { Context } from '../command.ts';
import { Progress } from '../progress.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { done, shown, withLedger } from './open.ts';
import { sayLedger } from './sentences.ts';

/** Takes the calls out of logs. A file that is no log ends with 2 if it was named, and is counted if it was come across. */
export async function importLogs(context: Context): Promise<number> {
  const { terminal, args, interrupts } = context;
  const files = args.paths.slice(1).flatMap((path) => filesAt(context, path));
  if (args.paths.length < 2) throw new Stop(sayLedger.importWhat);
  const all = files.reduce((sum, { size }) => sum + size, 0);
  return withLedger(context, true, async ({ store, config }) => {
    const pricing = await Pricing.open(config, new Assets(dataFolder(terminal.env)));
    const progress = new Progress(terminal.stderr, {
      all,
      quiet: args.on('quiet'),
      interrupts,
      words: sayLedger.importing,
    });
    const counts = { logs: 0, calls: 0, others: 0, refused: 0 };
    let before = 0;
    for (const { path, size, isNamed } of files) {
      const answer = await importFile(store, path, {
        prepare: (call) => pricing.priced(call),
        onProgress: (bytes) => progress.step(before + bytes),
      });
      before += size;
      await progress.step(before);
      if (answer.kind === 'fault') progress.end();
      const result = done(context, answer);
      if (result.kind === 'imported') {
        counts.logs++;
        counts.calls += result.added;
        if (isNamed || isWorthTelling(result)) tell(context, progress, path, result);
      } else if (isNamed) {
        counts.refused++;
        progress.end();
        terminal.stderr.write(`promptmeter: ${sayLedger.notImported(shown(context, path), result.why)}\n`);
      } else counts.others++;
    }
    progress.end();
    if (counts.refused > 0)
      terminal.stderr.write(`${sayLedger.knownLogs(formats.map(({ name }) => name))}\n`);
    if (files.some(({ isNamed }) => !isNamed) && !args.on('quiet'))
      terminal.stdout.write(`${sayLedger.importedAll(counts.logs, counts.calls, counts.others)}\n`);
    return counts.refused > 0 ? 2 : 0;
  });
}

function isWorthTelling({ malformed }: Imported): boolean {
  return malformed > 0;
}

function tell(context: Context, progress: Progress, path: string, imported: Imported): void {
  if (context.args.on('quiet')) return;
  progress.end();
  const { format, added, completed, known, malformed } = imported;
  const name = shown(context, path);
  const isNew = added + completed + known + malformed > 0;
  const line = isNew
    ? sayLedger.imported(name, format.name, added, { completed, known, malformed })
    : sayLedger.nothingNew(name, format.name);
  context.terminal.stdout.write(`${line}\n`);
}

/** @throws Stop */
function filesAt({ terminal }: Context, path: string): LogFile[] {
  const files = logFilesAt(resolve(terminal.cwd(), path));
  if (files === null) throw new Stop(say.noSuchPath(path));
  return files;
}
