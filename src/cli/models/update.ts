import { resolve } from 'node:path';
import { day } from '../../core/configValues.ts';
import type { Day } from '../../core/host.ts';
import type { Catalog } from '../../core/prices/catalog.ts';
import { priceChanges } from '../../core/prices/lists/changes.ts';
import { readForeign } from '../../core/prices/lists/foreign.ts';
import type { PriceList } from '../../core/prices/lists/list.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { bringPrices } from '../../host/prices/bring.ts';
import { storePrices } from '../../host/prices/stored.ts';
import { changesReport } from '../../report/changes.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { openCatalog } from './list.ts';

/** Takes a newer price list from where the person says, whole or not at all. */
export async function update(context: Context): Promise<number> {
  const { terminal, args } = context;
  const from = args.value('from');
  if (from === null) throw new Stop(say.updateFromWhere);
  const folder = dataFolder(terminal.env);
  if (folder === null) throw new Stop(say.noDataFolder);
  const catalog = await openCatalog(context);
  const list = await broughtList(context, from, catalog);
  if (list.date < catalog.shipped.date)
    throw new Stop(say.olderThanShipped(from, list.date, catalog.shipped.date));
  const path = storePrices(folder, list);
  const models = list.providers.reduce((sum, provider) => sum + provider.models.length, 0);
  const changes = priceChanges(catalog.lists[0] ?? catalog.shipped, list);
  if (!args.on('quiet')) terminal.stdout.write(`${say.updated(models, changes.length, path)}\n`);
  return 0;
}

/** What a newer list changes: the one that was updated to, or one that is only looked at, against the one that ships. */
export async function diff(context: Context): Promise<number> {
  const { terminal, args } = context;
  const from = args.value('from');
  const catalog = await openCatalog(context);
  const newer = from === null ? updatedTo(catalog) : await broughtList(context, from, catalog);
  if (newer === null) throw new Stop(say.nothingToCompare);
  const format = args.choice('format', ['terminal', 'json', 'markdown', 'csv']);
  terminal.stdout.write(
    changesReport(priceChanges(catalog.shipped, newer), { before: catalog.shipped, after: newer }, format),
  );
  return 0;
}

/** `null` when only the list that ships is used. */
function updatedTo({ lists }: Catalog): PriceList | null {
  const [newest = null] = lists;
  return lists.length > 1 ? newest : null;
}

async function broughtList(
  { terminal, interrupts, args }: Context,
  from: string,
  { shipped }: Catalog,
): Promise<PriceList> {
  const path = /^[a-z][a-z0-9+.-]+:\/\//i.test(from) ? from : resolve(terminal.cwd(), from);
  const brought = await bringPrices(path, terminal.env);
  if (brought.kind === 'problem') throw new Stop(say.notBrought(from, brought.why));
  const { data, sha256 } = brought;
  const date = dayOf(args.value('date')) ?? interrupts.today() ?? shipped.date;
  const read = readForeign({ data, from, sha256, date }, shipped);
  if (read.kind === 'problems') throw new Stop(say.listRefused(from, read.problems));
  return read.list;
}

/** @throws Stop for what is no day. */
function dayOf(value: string | null): Day | null {
  if (value !== null && day.read(value, [], []) === null) throw new Stop(say.flagNeedsDay('date', value));
  return value;
}
