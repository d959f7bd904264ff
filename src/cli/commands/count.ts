import { dirname, resolve } from 'node:path';
import type { EncodingName } from '../../core/host.ts';
import { Catalog, type CatalogConfig } from '../../core/prices/catalog.ts';
import { cost } from '../../core/prices/cost.ts';
import { TokenCounter } from '../../core/tokens/count.ts';
import { resolveAlias } from '../../core/tokens/modelId.ts';
import type { Tokens } from '../../core/tokens/tokens.ts';
import { Assets } from '../../host/assets.ts';
import type { Configuration } from '../../host/configuration/find.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { largestTokenizer } from '../../host/largestFile.ts';
import { readRegularFile } from '../../host/regularFile.ts';
import { markdownCount, terminalCount, type TextCount } from '../../report/count.ts';
import { jsonCount } from '../../report/json.ts';
import type { Context } from '../command.ts';
import { formats } from '../formats.ts';
import { textOf } from '../input.ts';
import { providerOf, type AskedProvider } from '../provider.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { version } from '../version.ts';
import { openStated } from '../workspace.ts';

export async function count(context: Context): Promise<number> {
  const { terminal, args } = context;
  const format = args.choice('format', formats);
  if (args.paths.length > 1) throw new Stop(say.tooManyPaths('count'));
  const provider = providerOf(context);
  const stated = await openStated(context);
  const { config } = stated;
  const asked = args.value('model') ?? config.defaultModel;
  const model = asked === null ? null : resolveAlias(asked, config.models.aliases);
  const text = await textOf(context, args.paths[0] ?? '-', 'count');
  const assets = new Assets(dataFolder(terminal.env));
  const counted =
    provider === null
      ? { tokens: await ownCount(text, model, stated, context), provider: null }
      : await providersCount(text, model, provider, context);
  const price = model === null ? noPrice : await costOf(counted.tokens, model, config, assets);
  const result: TextCount = { model, ...counted, ...price, currency: config.currency };
  terminal.stdout.write(formatCount(result, format));
  return 0;
}

/** By the model's tokenizer, or by the vocabulary that the configuration names for it. */
async function ownCount(
  text: string,
  model: string | null,
  { config, file }: Configuration,
  { terminal }: Context,
): Promise<Tokens> {
  const assets = new Assets();
  const folder = file === null ? terminal.cwd() : dirname(file);
  const host = {
    loadEncoding: (name: EncodingName) => assets.loadEncoding(name),
    loadTokenizer: (path: string) => readRegularFile(resolve(folder, path), largestTokenizer),
  };
  const counter = await TokenCounter.open(host, config);
  const tokens = counter.count(text, model);
  for (const { path, why } of counter.problems) terminal.stderr.write(`${say.vocabularyUnused(path, why)}\n`);
  return tokens;
}

async function providersCount(
  text: string,
  model: string | null,
  { name, counter }: AskedProvider,
  { terminal }: Context,
): Promise<Pick<TextCount, 'tokens' | 'provider'>> {
  if (model === null) throw new Stop(say.providerNeedsModel(name));
  if (text === '') throw new Stop(say.nothingToCount);
  const count = await counter.count(text, model);
  if (count.kind === 'refused') throw new Stop(say.providerRefused(name, count.why));
  const day = new Date(count.at).toISOString().slice(0, 10);
  if (count.problem !== null) terminal.stderr.write(`${say.providerStale(name, count.problem, day)}\n`);
  const tokens = { count: count.tokens, certainty: 'exact', band: 0, encoding: name } as const;
  return { tokens, provider: { name, day } };
}

function formatCount(count: TextCount, format: (typeof formats)[number]): string {
  if (format === 'json') return jsonCount(count, version);
  return format === 'markdown' ? markdownCount(count) : terminalCount(count);
}

async function costOf(
  tokens: Tokens,
  model: string,
  config: CatalogConfig,
  assets: Assets,
): Promise<Pick<TextCount, 'cost' | 'meant'>> {
  const catalog = await Catalog.open(config, assets);
  const price = catalog.find(model, null);
  return { cost: price === null ? null : cost(tokens, price), meant: catalog.meant(model, null) };
}

const noPrice = { cost: null, meant: null } as const;
