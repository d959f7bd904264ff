import type { Config } from '../../core/config.ts';
import { Catalog } from '../../core/prices/catalog.ts';
import { listModels, modelNamed, type ModelQuery, type ModelRow } from '../../core/prices/listing.ts';
import { nearestModel } from '../../core/prices/nearestModel.ts';
import { Assets } from '../../host/assets.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { csvModels, jsonModels } from '../../report/modelData.ts';
import { markdownModels, terminalModels } from '../../report/models.ts';
import type { Context } from '../command.ts';
import { notePrices } from '../pricesNote.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { widthOf } from '../terminal.ts';
import { version } from '../version.ts';
import { openConfig } from '../workspace.ts';

const formats = ['terminal', 'json', 'markdown', 'csv'] as const;

/** The catalog, or what of it is asked for. */
export async function list(context: Context): Promise<number> {
  const { terminal, args } = context;
  const format = args.choice('format', formats);
  const query = queryOf(context);
  if (args.value('from') !== null || args.value('date') !== null) throw new Stop(say.listTakesNoPrices);
  const config = await openConfig(context);
  const catalog = await catalogOf(config, context);
  notePrices(catalog.about, config, context);
  const rows = rowsFor(catalog, query);
  if (rows.length === 0) throw new Stop(nothing(catalog, query));
  const { about } = catalog;
  const written = {
    terminal: () => terminalModels(rows, about, widthOf(terminal)),
    json: () => jsonModels(rows, about, version),
    markdown: () => markdownModels(rows, about),
    csv: () => csvModels(rows),
  } satisfies Record<(typeof formats)[number], () => string>;
  terminal.stdout.write(written[format]());
  return 0;
}

export async function openCatalog(context: Context): Promise<Catalog> {
  return catalogOf(await openConfig(context), context);
}

async function catalogOf(config: Config, { terminal }: Context): Promise<Catalog> {
  return Catalog.open(config, new Assets(dataFolder(terminal.env)));
}

/** A name as source code spells it comes first, and alone when its words find nothing else. */
function rowsFor(catalog: Catalog, query: ModelQuery): ModelRow[] {
  const rows = listModels(catalog, query);
  const [only] = query.words;
  const named = query.words.length === 1 && only !== undefined ? modelNamed(catalog, only) : null;
  if (named === null || query.provider !== null) return rows;
  const others = rows.filter(
    ({ model, provider }) => model !== named.price.source.model || provider !== named.provider,
  );
  return rows.length > others.length || rows.length === 0 ? [named, ...others] : rows;
}

function nothing(catalog: Catalog, { words, provider }: ModelQuery): string {
  const providers = catalog.lists.flatMap((one) => one.providers.map(({ id }) => id));
  if (provider !== null && !providers.includes(provider))
    return say.unknownProvider(provider, [...new Set(providers)]);
  return say.noSuchModel(
    words.join(' '),
    words.length === 1 ? nearestModel(catalog.lists, words[0] ?? '') : null,
  );
}

function queryOf({ args }: Context): ModelQuery {
  return {
    words: args.paths,
    provider: args.value('provider'),
    maxInputPrice: numberOf('max-input-price', args.value('max-input-price')),
    minContext: numberOf('min-context', args.value('min-context')),
  };
}

/** `2.50`, `$2.50`, `200000`, `200k`, `1M`. @throws Stop for anything else. */
function numberOf(flag: string, value: string | null): number | null {
  if (value === null) return null;
  const [, digits = '', unit = ''] = /^\$?(\d+(?:\.\d+)?)([kKmM]?)$/.exec(value) ?? [];
  if (digits === '') throw new Stop(say.flagNeedsNumber(flag, value));
  const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };
  return Number(digits) * (factors[unit.toLowerCase()] ?? 1);
}
