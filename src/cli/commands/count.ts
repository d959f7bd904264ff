import type { Cost } from '../../core/prices/price.ts';
import { Catalog, type CatalogConfig } from '../../core/prices/catalog.ts';
import { cost } from '../../core/prices/cost.ts';
import { TokenCounter } from '../../core/tokens/count.ts';
import { resolveAlias } from '../../core/tokens/modelId.ts';
import type { Tokens } from '../../core/tokens/tokens.ts';
import { Assets } from '../../host/assets.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { markdownCount, terminalCount, type TextCount } from '../../report/count.ts';
import { jsonCount } from '../../report/json.ts';
import type { Context } from '../command.ts';
import { formats } from '../formats.ts';
import { textOf } from '../input.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { version } from '../version.ts';
import { openConfig } from '../workspace.ts';

export async function count(context: Context): Promise<number> {
  const { terminal, args } = context;
  const format = args.choice('format', formats);
  if (args.paths.length > 1) throw new Stop(say.tooManyPaths('count'));
  const config = await openConfig(context);
  const asked = args.value('model') ?? config.defaultModel;
  const model = asked === null ? null : resolveAlias(asked, config.models.aliases);
  const text = await textOf(context, args.paths[0] ?? '-', 'count');
  const assets = new Assets(dataFolder(context.terminal.env));
  const tokens = new TokenCounter(assets).count(text, model);
  const result = { model, tokens, cost: model === null ? null : await costOf(tokens, model, config, assets) };
  terminal.stdout.write(formatCount(result, format));
  return 0;
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
): Promise<Cost | null> {
  const price = (await Catalog.open(config, assets)).find(model, null);
  return price === null ? null : cost(tokens, price);
}
