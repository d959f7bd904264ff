import type { ComparedModel } from '../core/compare.ts';
import type { Currency } from '../core/configMoney.ts';
import { moneyIn } from '../core/prices/money.ts';
import { inDollars, times, type Usd } from '../core/prices/usd.ts';
import type { PromptComparison } from '../host/workerMessages.ts';
import { monthTerms } from '../report/month.ts';
import { nameOf, tokenWords } from '../report/words.ts';
import type { Cell, Comparison, ModelRow } from '../webview/protocol.ts';
import { say } from './sentences.ts';

const none: Cell = { text: '–', value: null };

/** A prompt under many models → what the page shows of it. */
export function comparisonOf(compared: PromptComparison): Comparison {
  const { prompt, models, currency } = compared;
  const holes = prompt.segments.filter((segment) => segment.kind === 'hole' && !segment.arms).length;
  return {
    kind: 'comparison',
    title: say.compareTitle(nameOf(prompt), prompt.path),
    notes: [
      say.compareCosts(holes),
      say.compareCached,
      ...monthNote(compared),
      ...(currency === null ? [] : [say.rate(currency)]),
    ],
    rows: models.map((model) => rowOf(model, compared)),
  };
}

/** Where no model has a month, nothing is said of it. */
function monthNote({ models, sender }: PromptComparison): string[] {
  const volume = sender?.use.volume ?? null;
  if (sender === null || volume === null || models.every(({ month }) => month === null)) return [];
  const { use, maxOutputTokens } = sender;
  const limit = maxOutputTokens === null ? null : ({ tokens: maxOutputTokens, from: 'limit' } as const);
  return [say.compareMonth(monthTerms(volume, use.cache, use.output ?? limit))];
}

function rowOf(model: ComparedModel, { prompt, currency }: PromptComparison): ModelRow {
  const { id, provider, contextTokens, tokens, cost, current } = model;
  const use = prompt.model?.via === 'config' ? say.modelAssumed : say.modelSeen;
  return {
    id,
    provider,
    current: current ? use : null,
    tokens: { text: tokenWords(tokens), value: tokens.count },
    certainty: say.certainty(tokens),
    context: contextTokens === null ? none : shareOf(tokens.most ?? tokens.count, contextTokens),
    cold: money(cost?.usdPerCall ?? null, model, currency),
    cached: money(cost?.usdPerCallCached ?? null, model, currency),
    month: amount(model.month, model, currency),
    batch: money(model.batch?.usdPerCall ?? null, model, currency),
    price: cost === null ? null : say.priceOf(cost),
    priceList: cost === null ? null : say.priceList(cost),
  };
}

/** Of 1,000 calls: those of one call are too small to be told apart at a glance. */
function money(perCall: Usd | null, model: ComparedModel, currency: Currency | null): Cell {
  return amount(perCall === null ? null : times(perCall, 1000), model, currency);
}

function amount(usd: Usd | null, { tokens }: ComparedModel, currency: Currency | null): Cell {
  if (usd === null) return none;
  return { text: say.money(usd, tokens, moneyIn(currency)), value: inDollars(usd) };
}

/** `0.97 %`; so little that it rounds to nothing is still something. */
function shareOf(tokens: number, contextTokens: number): Cell {
  const percent = (100 * tokens) / contextTokens;
  const text = percent > 0 && percent < 0.01 ? '<0.01 %' : `${Number(percent.toPrecision(2))} %`;
  return { text, value: percent };
}
