import type { ComparedModel } from '../core/compare.ts';
import { inDollars, times, type Usd } from '../core/prices/usd.ts';
import type { MeteredPrompt } from '../core/report.ts';
import { nameOf, tokenWords } from '../report/words.ts';
import type { Cell, Comparison, ModelRow } from '../webview/protocol.ts';
import { say } from './sentences.ts';

const none: Cell = { text: '–', value: null };

/** A prompt under many models → what the page shows of it. */
export function comparisonOf(prompt: MeteredPrompt, models: readonly ComparedModel[]): Comparison {
  const holes = prompt.segments.filter((segment) => segment.kind === 'hole' && !segment.arms).length;
  return {
    kind: 'comparison',
    title: say.compareTitle(nameOf(prompt), prompt.path),
    notes: [say.compareCosts(holes), say.compareCached],
    rows: models.map((model) => rowOf(model, prompt)),
  };
}

function rowOf(model: ComparedModel, prompt: MeteredPrompt): ModelRow {
  const { id, provider, contextTokens, tokens, cost, current } = model;
  const use = prompt.model?.via === 'config' ? say.modelAssumed : say.modelSeen;
  return {
    id,
    provider,
    current: current ? use : null,
    tokens: { text: tokenWords(tokens), value: tokens.count },
    certainty: say.certainty(tokens),
    context: contextTokens === null ? none : shareOf(tokens.most ?? tokens.count, contextTokens),
    cold: money(cost?.usdPerCall ?? null, model),
    cached: money(cost?.usdPerCallCached ?? null, model),
    batch: money(model.batch?.usdPerCall ?? null, model),
    price: cost === null ? null : say.priceOf(cost),
    priceList: cost === null ? null : say.priceList(cost),
  };
}

/** Of 1,000 calls: those of one call are too small to be told apart at a glance. */
function money(perCall: Usd | null, { tokens }: ComparedModel): Cell {
  if (perCall === null) return none;
  const amount = times(perCall, 1000);
  return { text: say.money(amount, tokens), value: inDollars(amount) };
}

/** `0.97 %`; so little that it rounds to nothing is still something. */
function shareOf(tokens: number, contextTokens: number): Cell {
  const percent = (100 * tokens) / contextTokens;
  const text = percent > 0 && percent < 0.01 ? '<0.01 %' : `${Number(percent.toPrecision(2))} %`;
  return { text, value: percent };
}
