import { meterPrompt, type Instruments } from './meter.ts';
import { billOf, togetherOf } from './prices/bill.ts';
import type { Day } from './host.ts';
import type { Catalog } from './prices/catalog.ts';
import type { NamedModel } from './prices/modelNames.ts';
import type { Cost, DatedSource } from './prices/price.ts';
import { rateAt } from './prices/rates.ts';
import { times, type Usd } from './prices/usd.ts';
import type { MeteredCall, MeteredPrompt } from './report.ts';
import type { Tokens } from './tokens/tokens.ts';

/** One prompt as one model would count and price it. */
export interface ComparedModel extends NamedModel {
  readonly tokens: Tokens;
  /** `null` when the price is unknown. */
  readonly cost: Cost | null;
  /** The same text sent to the provider's batch service; `null` where none is known. */
  readonly batch: { readonly usdPerCall: Usd; readonly from: DatedSource } | null;
  /** What a month of it costs, with its answers, of the volume that was stated or measured; `null` where none is known, or no price. */
  readonly month: Usd | null;
  /** It is the model that gets the prompt now. */
  readonly current: boolean;
}

/** How the call that sends a prompt is used. */
export type Sender = Pick<MeteredCall, 'use' | 'maxOutputTokens'>;

type With = Instruments & {
  readonly catalog: Catalog;
  /** `null` where no call was seen. For every model it is taken to stay the same. */
  readonly sender: Sender | null;
  /** `null` where nobody can say: then that of the prices. `pricing.asOf` goes before it. */
  readonly today: Day | null;
};

/** The call that sends a prompt, one whose volume is known before others; `null` where none was seen. */
export function senderOf(id: string, calls: readonly MeteredCall[]): Sender | null {
  const senders = calls.filter(({ prompts }) => prompts.includes(id)).map((call) => withVolumeOf(id, call));
  return senders.find(({ use }) => use.volume !== null) ?? senders[0] ?? null;
}

/** What several calls share is the volume of one of their prompts; of the others it says nothing. */
function withVolumeOf(id: string, { use, maxOutputTokens }: MeteredCall): Sender {
  const together = togetherOf(use.volume);
  const isOther = together !== null && together.prompt !== id;
  return { use: isOther ? { ...use, volume: null } : use, maxOutputTokens };
}

/**
 * The same text under other models, in the order in which they are given; the prompt's own model is first where they do
 * not name it. Others are priced at whoever makes or first serves them, whatever SDK sends the prompt today. A model that
 * is gone today is left out.
 */
export function compareModels(
  prompt: MeteredPrompt,
  models: readonly NamedModel[],
  instruments: With,
): readonly ComparedModel[] {
  const own = prompt.model;
  const { catalog, config, today } = instruments;
  const day = config.pricing.asOf ?? today ?? catalog.date;
  const offered = models.filter(({ id }) => id === own?.id || !isGone(id, catalog, day));
  const rows = offered.map((model): ComparedModel => {
    if (model.id === own?.id) return compared(prompt, model, instruments);
    const asked = { ...prompt, sdk: null, model: { id: model.id, via: 'call' as const } };
    const config = { ...instruments.config, promptModels: {} };
    return compared(meterPrompt(asked, { ...instruments, config }), model, instruments);
  });
  if (own === null || offered.some(({ id }) => id === own.id)) return mark(rows, own?.id ?? null);
  const provider = prompt.cost?.price.provider ?? prompt.sdk ?? '';
  const first = compared(prompt, { id: own.id, provider, contextTokens: null }, instruments);
  return mark([first, ...rows], own.id);
}

function compared(
  { tokens, cost, sdk, map }: MeteredPrompt,
  model: NamedModel,
  { catalog, sender }: With,
): ComparedModel {
  const price = catalog.find(model.id, sdk);
  const batch = price?.services.batch ?? null;
  const cached = map.cost && { ...map.cost, tokens: map.totalTokens };
  return {
    ...model,
    contextTokens: catalog.facts(model.id, sdk).contextWindow ?? model.contextTokens,
    tokens,
    cost,
    batch: batch && {
      usdPerCall: times(rateAt(batch.input, tokens.count), tokens.count),
      from: batch.from,
    },
    month: price && sender && (billOf(tokens, price, cached, sender).month?.usd ?? null),
    current: false,
  };
}

function mark(rows: readonly ComparedModel[], own: string | null): readonly ComparedModel[] {
  return rows.map((row) => ({ ...row, current: row.id === own }));
}

function isGone(model: string, catalog: Catalog, today: Day): boolean {
  const day = catalog.facts(model, null).retirement?.day ?? null;
  return day !== null && day <= today;
}
